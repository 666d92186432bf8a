import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type Segment } from "../json-path";
import { type ContractJson, inner, type OurField, OurSchema, partsOf } from "./our-schema";

/** A parameter of the contract, or a field at the top of a body. */
export interface OurInput extends OurField {
  readonly isField: boolean;
}

/** An operation as the contract has it in force, with the names of the wire. */
export type OurOperation = Readonly<ReturnType<typeof ourOperation>>;

/**
 * The operations of a contract.
 * @param released the contract without overlays
 */
export function ourOperations(contract: ContractJson, released: ContractJson): OurOperation[] {
  const known = new Map(each(released).map(([, , operation]) => [operation["operationId"], operation]));
  return each(contract).map(([path, method, operation]) =>
    ourOperation(contract, path, method, operation, known.get(operation["operationId"])),
  );
}

function contentOf(operation: Values): Values {
  const body = operation["requestBody"];
  return isObject(body) && isObject(body["content"]) ? body["content"] : {};
}

/** `x-envelope-name` is the key in the schema, where the released envelope has another one. */
const entityKeyOf = (operation: Values): string | undefined =>
  (operation["x-envelope-name"] as string | undefined) ?? (operation["x-envelope"] as string[] | undefined)?.[0];

function each(contract: ContractJson): [path: string, method: string, operation: Values][] {
  return Object.entries(contract["paths"] as Record<string, Record<string, Values>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Values] => [path, method, operation]),
  );
}

function ourOperation(contract: ContractJson, path: string, method: string, operation: Values, released: Values = {}) {
  const at: readonly Segment[] = ["paths", path, method];
  const parameters = parametersOf(contract, operation["parameters"], [...at, "parameters"]);
  const content = contentOf(operation);
  const bodyTypes = Object.keys(content);
  const releasedTypes = Object.keys(contentOf(released));
  const body = schemaIn(contract, content, [...at, "requestBody", "content"]);
  const responses = (operation["responses"] ?? {}) as Record<string, Values>;
  const { "x-envelope": envelope, "x-list": isList, tags } = operation;
  return {
    operationId: operation["operationId"] as string,
    title: (operation["x-title"] as string | undefined) ?? "",
    group: (tags as string[] | undefined)?.[0] ?? "",
    /** Lower case. */
    method: ((operation["x-wire-method"] as string | undefined) ?? method).toLowerCase(),
    /** Below `/api/v1`; its placeholders have the contract's names. */
    path: namedPath((operation["x-wire-path"] as string | undefined) ?? path, parameters),
    inputs: [...parameters, ...(body?.fields ?? []).map((field): OurInput => ({ ...field, isField: true }))],
    /** Undefined where there is none. */
    body,
    bodyTypes,
    /** The content type that is sent: the one that an overlay adds. */
    bodyType: bodyTypes.find((type) => !releasedTypes.includes(type)) ?? bodyTypes[0],
    statuses: Object.keys(responses),
    /** Keys that a response may stand under, those inside of another one with dots. */
    envelope: (envelope as string[] | undefined) ?? [],
    /** The key of the released contract, which is the one in the schema. */
    entityKey: entityKeyOf(released),
    isList: isList === true,
    /** The JSON of a success; undefined where it is another thing. */
    response: responseOf(contract, responses, [...at, "responses"]),
    /** The operation in the contract. */
    at,
  };
}

function parametersOf(contract: ContractJson, list: unknown, at: readonly Segment[]): OurInput[] {
  if (!Array.isArray(list)) return [];
  return (list as Values[]).map((value, index) => {
    const { $ref } = value;
    const step = typeof $ref === "string" ? { filter: `@['$ref'] == '${$ref}'` } : index;
    const parts = partsOf(contract, value, [...at, step]);
    const whole = Object.assign({}, ...parts.map((part) => part.value)) as Values;
    const schemas = parts.flatMap((part) => {
      const { schema } = part.value;
      return isObject(schema) ? [inner(part, schema, ["schema"])] : [];
    });
    return {
      name: whole["name"] as string,
      wireName: (whole["x-wire-name"] ?? whole["name"]) as string,
      in: (whole["x-wire-in"] ?? whole["in"]) as OurInput["in"],
      required: whole["required"] === true,
      schema: new OurSchema(contract, schemas),
      parts,
      isField: false,
    };
  });
}

/** The schema of the first content type that has one: an overlay adds types without. */
function schemaIn(contract: ContractJson, content: Values, at: readonly Segment[]): OurSchema | undefined {
  for (const [type, media] of Object.entries(content)) {
    if (!isObject(media) || !isObject(media["schema"])) continue;
    const target = [...at, type, "schema"];
    const local = { target, inside: [], crossed: false };
    return new OurSchema(contract, [{ value: media["schema"], path: target, local }]);
  }
  return undefined;
}

function responseOf(contract: ContractJson, responses: Record<string, Values>, at: readonly Segment[]) {
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith("2")) continue;
    const parts = partsOf(contract, response, [...at, status]).flatMap((part) => {
      const content = isObject(part.value["content"]) ? part.value["content"]["application/json"] : undefined;
      return isObject(content) && isObject(content["schema"])
        ? [inner(part, content["schema"], ["content", "application/json", "schema"])]
        : [];
    });
    if (parts.length > 0) return new OurSchema(contract, parts);
  }
  return undefined;
}

/** A path whose placeholders have the contract's names: a corrected one may have those of the wire. */
function namedPath(path: string, parameters: readonly OurInput[]): string {
  const inPath = parameters.filter((each) => each.in === "path");
  const placeholders = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const known = (placeholder: string) =>
    inPath.find(({ name, wireName }) => name === placeholder || wireName === placeholder)?.name;
  const left = inPath.filter(({ name }) => !placeholders.some((each) => known(each) === name));
  return path.replace(
    /\{([^{}]*)\}/g,
    (_, placeholder: string) => `{${known(placeholder) ?? left[0]?.name ?? placeholder}}`,
  );
}
