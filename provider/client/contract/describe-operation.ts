import {
  type ContractDocument,
  type ContractOperation,
  type OperationId,
  type Parameter,
  resolve,
} from "./contract-document";
import { propertiesOf, type Shape, shapeOf } from "./shape";

/** What the client needs to know of an operation. Names are those of the released contract, but for `wire`. */
export interface Operation {
  readonly operationId: OperationId;
  /** Lower case. */
  readonly method: string;
  /** Its placeholders have the contract's names of the parameters. */
  readonly path: string;
  /** Parameters of the path in the released contract. */
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly requiredParameters: readonly string[];
  /** Whether `X-Account-Id` belongs to it. */
  readonly account: "required" | "optional" | "none";
  /** Whether the key belongs to it; some are authorized by a token of their own. */
  readonly needsKey: boolean;
  /** Names of the body's properties. */
  readonly body: readonly string[];
  /** Those of them that the released contract requires: callers give them. */
  readonly requiredBody: readonly string[];
  /** Names of parameters and of the body's properties that may hold credentials. */
  readonly secrets: readonly string[];
  /** `words`: plain text will do too; `page`: HTML. */
  readonly responses: "json" | "words" | "page";
  /** Keys that the response may stand under. */
  readonly envelope: readonly string[];
  /** Properties of the returned object. One of them distinguishes it from any other JSON. */
  readonly responseProperties: readonly string[];
  readonly list: boolean;
  /** Whether it changes something, whatever its method is. */
  readonly writes: boolean;
  /** Whether sending it twice leaves what sending it once does. */
  readonly repeatable: boolean;
  readonly slow: boolean;
  /** Its form on the wire: its request and its responses. */
  readonly wire: {
    readonly parameters: readonly WireParameter[];
    readonly body: Shape | undefined;
    /** Of the body; undefined where there is none. */
    readonly mediaType: string | undefined;
    readonly response: Shape | undefined;
    /** By status; only those with other names than the contract's. */
    readonly errors: ReadonlyMap<string, Shape>;
    /** Keys with dots lead through several objects. */
    readonly envelope: readonly string[];
    /** The key of the envelope in the released contract. */
    readonly envelopeName: string | undefined;
    /** Whether responses differ from the released contract's. */
    readonly rewritesResponse: boolean;
  };
}

/** A parameter, and where a request carries it. */
type WireParameter = ReturnType<typeof wireParameter>;

/** The header of the account, in the contract. */
export const accountParameter = "X-Account-Id";

/**
 * Reads from the contract what the client needs to know of the operation at this place.
 * @param released the same operation of the released contract; none where this is the released one
 * @throws for what cannot be read
 */
export function describeOperation(
  document: ContractDocument,
  path: string,
  method: string,
  released?: Operation,
): Operation {
  const operation = document.paths[path]![method]!;
  const { components } = document;
  const declared = (operation.parameters ?? []).map((each) => resolve(each, components.parameters));
  const isKnown = (name: string) => !released || released.wire.parameters.some((each) => each.name === name);
  const parameters = declared.map((each) => wireParameter(document, each, isKnown(each.name)));
  const names = (which: (parameter: Parameter) => boolean) => declared.filter(which).map(({ name }) => name);
  const account = declared.find(({ name }) => name === accountParameter);
  const { mediaType, schemas } = bodyOf(operation);
  const bodyShape = schemas.length > 0 ? shapeOf(document, schemas) : undefined;
  const properties = propertiesOf(bodyShape);
  const { responses } = operation;
  const good = responses["200"] ?? Object.values(responses).find((each) => each?.content !== undefined) ?? {};
  const success = resolve(good, components.responses).content ?? {};
  const responseSchema = success["application/json"]?.schema;
  const response = responseSchema && shapeOf(document, [responseSchema]);
  const envelope = operation["x-envelope"] ?? [];
  const envelopeName = released ? released.wire.envelopeName : (operation["x-envelope-name"] ?? envelope[0]);
  const property = response?.properties.get(envelopeName ?? "");
  const onWire = property && property.wireName !== property.name ? [property.wireName, ...envelope] : envelope;
  const keys = onWire.filter(
    (key, at) => onWire.indexOf(key) === at && (onWire === envelope || key !== property?.name),
  );
  const asReleased = released ? released.wire.envelope.join() === keys.join() : envelopeName === envelope[0];
  const rewritesResponse = response?.renames === true || !asReleased || released?.wire.rewritesResponse === true;
  const inside = envelopeName === undefined ? response : property?.shape;
  const isList = envelopeName !== undefined && inside?.properties.size === 0;
  const entity = (isList ? inside.items : undefined) ?? inside;
  return {
    operationId: operation.operationId as OperationId,
    method: operation["x-wire-method"]?.toLowerCase() ?? method,
    path: ownPath(operation["x-wire-path"] ?? path, parameters),
    pathParameters: names((each) => each.in === "path"),
    queryParameters: names((each) => each.in === "query"),
    requiredParameters: names((each) => each.in !== "header" && each.required === true && isKnown(each.name)),
    account: account ? (account.required ? "required" : "optional") : "none",
    needsKey: operation.security?.length !== 0,
    body: properties.map(({ name }) => name),
    requiredBody: released?.requiredBody ?? properties.filter(({ required }) => required).map(({ name }) => name),
    secrets: [
      ...names((each) => each.schema["x-secret"] === true),
      ...properties.filter(({ secret }) => secret).map(({ name }) => name),
    ],
    responses: "text/html" in success ? "page" : "text/plain" in success ? "words" : "json",
    envelope: envelopeName === undefined ? [] : rewritesResponse ? [envelopeName] : envelope,
    responseProperties: propertiesOf(entity).map(({ name }) => name),
    list: operation["x-list"] ?? false,
    writes: released ? released.writes : method !== "get",
    repeatable: operation["x-repeat"] === "safe",
    slow: operation["x-slow"] ?? false,
    wire: {
      parameters,
      body: bodyShape,
      mediaType: mediaType ?? (parameters.some(({ place }) => place === "body") ? "application/json" : undefined),
      response,
      errors: errorsOf(document, operation),
      envelope: keys,
      envelopeName,
      rewritesResponse,
    },
  };
}

/** @param known whether the released contract has it */
function wireParameter(document: ContractDocument, parameter: Parameter, known: boolean) {
  const { name, schema, required = false } = parameter;
  return {
    /** The contract's name. */
    name,
    wireName: parameter["x-wire-name"] ?? name,
    place: parameter["x-wire-in"] ?? parameter.in,
    required,
    /** Whether the wire has the hex form of the slug. */
    hex: schema.format === "hex-slug",
    types: shapeOf(document, [schema]).types,
    secret: schema["x-secret"] === true,
    /** The value that is always sent for a parameter that only the corrected contract has. */
    constant: known ? undefined : (schema.default ?? schema.enum?.[0]),
  };
}

/** The schema of a body, which is that of its first content type, and how it is sent: in the last one, which an overlay adds. */
function bodyOf({ requestBody }: ContractOperation) {
  const contents = Object.entries(requestBody?.content ?? {});
  const schemas = [contents[0], contents.at(-1)].flatMap((content) => content?.[1]?.schema ?? []);
  return { mediaType: contents.at(-1)?.[0], schemas: [...new Set(schemas)] };
}

function errorsOf(document: ContractDocument, { responses }: ContractOperation): ReadonlyMap<string, Shape> {
  const found = Object.entries(responses).flatMap(([status, response]) => {
    if (status.startsWith("2")) return [];
    const schema = resolve(response, document.components.responses).content?.["application/json"]?.schema;
    const shape = schema && shapeOf(document, [schema]);
    return shape?.renames ? [[status, shape] as const] : [];
  });
  return new Map(found);
}

/** A path whose placeholders have the contract's names. One with neither name of a parameter is the one left. */
function ownPath(path: string, parameters: readonly WireParameter[]): string {
  const inPath = parameters.filter(({ place }) => place === "path");
  const named = (placeholder: string) =>
    inPath.find(({ wireName, name }) => wireName !== name && wireName === placeholder) ??
    inPath.find(({ name }) => name === placeholder);
  const placeholders = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const left = inPath.filter((parameter) => !placeholders.some((each) => named(each) === parameter));
  const unknown = placeholders.filter((each) => named(each) === undefined);
  const last = left.length === 1 && unknown.length === 1 ? left[0] : undefined;
  return path.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const parameter = named(name) ?? last;
    return parameter ? `{${parameter.name}}` : whole;
  });
}
