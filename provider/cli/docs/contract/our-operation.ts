import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type Segment } from "../json-path";
import { type ContractJson } from "./contract-json";
import { OurSchema, type SchemaPart } from "./our-schema";

/** A parameter of the contract, or a field at the top of a body. */
export interface OurInput {
  /** In the contract. */
  readonly name: string;
  /** On the wire, as is its place. */
  readonly wireName: string;
  readonly in: "path" | "query" | "header" | "body";
  readonly required: boolean;
  readonly schema: OurSchema;
  /** The parts of the contract that describe the parameter or the field itself. */
  readonly parts: readonly SchemaPart[];
  readonly isField: boolean;
}

/** An operation as the contract has it in force, with the names of the wire. */
export interface OurOperation {
  readonly operationId: string;
  readonly title: string;
  readonly group: string;
  readonly provenance: string;
  /** Lower case. */
  readonly method: string;
  /** Below `/api/v1`; its placeholders have the contract's names. */
  readonly path: string;
  readonly inputs: readonly OurInput[];
  /** The body; undefined where there is none. */
  readonly body: OurSchema | undefined;
  readonly bodyTypes: readonly string[];
  /** The content type that is sent: the one that an overlay adds. */
  readonly bodyType: string | undefined;
  readonly statuses: readonly string[];
  /** Keys that a response may stand under, those inside of another one with dots. */
  readonly envelope: readonly string[];
  /** The key of the released contract, which is the one in the schema. */
  readonly entityKey: string | undefined;
  readonly isList: boolean;
  /** The JSON of a success; undefined where it is another thing. */
  readonly response: OurSchema | undefined;
  /** The operation in the contract. */
  readonly at: readonly Segment[];
}

/** Facts of the released contract that hold, whatever an overlay changes. */
interface Released {
  readonly entityKey: string | undefined;
  readonly bodyTypes: readonly string[];
}

/**
 * The operations of a contract.
 * @param released the contract without overlays
 */
export function ourOperations(contract: ContractJson, released = contract): OurOperation[] {
  const known = new Map(
    each(released).map(([, , operation]) => [
      operation["operationId"],
      { entityKey: entityKeyOf(operation), bodyTypes: Object.keys(contentOf(operation)) },
    ]),
  );
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

function ourOperation(
  contract: ContractJson,
  path: string,
  method: string,
  operation: Values,
  released: Released = { entityKey: undefined, bodyTypes: [] },
): OurOperation {
  const at = ["paths", path, method];
  const parameters = parametersOf(contract, operation["parameters"], [...at, "parameters"]);
  const content = contentOf(operation);
  const bodyTypes = Object.keys(content);
  const body = schemaIn(contract, content, [...at, "requestBody", "content"]);
  const responses = (operation["responses"] ?? {}) as Record<string, Values>;
  const { "x-envelope": envelope, "x-list": isList, tags } = operation;
  return {
    operationId: operation["operationId"] as string,
    title: (operation["x-title"] as string | undefined) ?? "",
    group: ((tags as string[] | undefined) ?? [])[0] ?? "",
    provenance: operation["x-provenance"] as string,
    method: ((operation["x-wire-method"] as string | undefined) ?? method).toLowerCase(),
    path: namedPath((operation["x-wire-path"] as string | undefined) ?? path, parameters),
    inputs: [...parameters, ...fieldsOf(body)],
    body,
    bodyTypes,
    bodyType: bodyTypes.find((type) => !released.bodyTypes.includes(type)) ?? bodyTypes[0],
    statuses: Object.keys(responses),
    envelope: (envelope as string[] | undefined) ?? [],
    entityKey: released.entityKey,
    isList: isList === true,
    response: responseOf(contract, responses, [...at, "responses"]),
    at,
  };
}

function parametersOf(contract: ContractJson, list: unknown, at: readonly Segment[]): OurInput[] {
  if (!Array.isArray(list)) return [];
  return (list as Values[]).map((value, index) => {
    const { $ref, ...own } = value;
    const reference = typeof $ref === "string" ? $ref : undefined;
    const path = reference?.slice(2).split("/");
    const target = path?.reduce<unknown>((node, key) => (node as Values | undefined)?.[key], contract);
    const here = [...at, reference === undefined ? index : { filter: `@['$ref'] == '${reference}'` }];
    const local = { target: here, inside: [], crossed: reference !== undefined };
    const parts: SchemaPart[] = [
      ...(isObject(target) ? [{ value: target, path: path!, local }] : []),
      ...(Object.keys(own).length > 0 ? [{ value: own, path: here, local }] : []),
    ];
    const whole = Object.assign({}, ...parts.map((part) => part.value)) as Values;
    const schemas = parts.flatMap((part) =>
      isObject(part.value["schema"])
        ? [
            {
              value: part.value["schema"],
              path: [...part.path, "schema"],
              local: local.crossed
                ? { ...local, inside: ["schema"] }
                : { ...local, target: [...local.target, "schema"] },
            },
          ]
        : [],
    );
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

function fieldsOf(body: OurSchema | undefined): OurInput[] {
  return (body?.fields ?? []).map(({ wireIn, ...field }) => ({
    ...field,
    in: (wireIn as OurInput["in"] | undefined) ?? "body",
    isField: true,
  }));
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

function responseOf(
  contract: ContractJson,
  responses: Record<string, Values>,
  at: readonly Segment[],
): OurSchema | undefined {
  for (const status of Object.keys(responses).filter((each) => each.startsWith("2"))) {
    const { $ref, ...own } = responses[status]!;
    const reference = typeof $ref === "string" ? $ref.slice(2).split("/") : undefined;
    const target = reference?.reduce<unknown>((node, key) => (node as Values | undefined)?.[key], contract);
    const here = [...at, status];
    const inside = ["content", "application/json", "schema"];
    const local = reference
      ? { target: here, inside, crossed: true }
      : { target: [...here, ...inside], inside: [], crossed: false };
    // The keys beside a reference apply here alone.
    const parts = [
      { value: jsonSchema(target), path: [...(reference ?? []), ...inside] },
      { value: jsonSchema(own), path: [...here, ...inside] },
    ].flatMap(({ value, path }) => (value ? [{ value, path, local }] : []));
    if (parts.length > 0) return new OurSchema(contract, parts);
  }
  return undefined;
}

function jsonSchema(response: unknown): Values | undefined {
  const content =
    isObject(response) && isObject(response["content"]) ? response["content"]["application/json"] : undefined;
  return isObject(content) && isObject(content["schema"]) ? content["schema"] : undefined;
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
