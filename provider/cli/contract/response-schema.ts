import { type Contract, type OperationId, operationOf, releasedContract } from "../../client/contract/contract";

/** A JSON schema, as far as the contract uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** How sure the project is of a fact. */
export type Provenance = "documented" | "upstream" | "assumed" | "observed";

/** An operation, as far as it is read here. */
interface DocumentedOperation {
  readonly "x-provenance": Provenance;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

function operationIn(contract: Contract, operationId: OperationId): DocumentedOperation {
  const [path, method] = contract.placeOf(operationId)!;
  return contract.document.paths[path]![method] as unknown as DocumentedOperation;
}

/** How sure the path of an operation is, in a contract that may have been corrected. */
export function provenanceOf(contract: Contract, operationId: OperationId): Provenance {
  return operationIn(contract, operationId)["x-provenance"];
}

/** Follows references and merges what belongs together, one level deep. */
export function resolved(schema: Schema): Schema {
  const { $ref, allOf, ...rest } = schema;
  if ($ref !== undefined) {
    const schemas = releasedContract().document.components.schemas as Readonly<Record<string, Schema>>;
    return resolved(schemas[$ref.split("/").at(-1) ?? ""] ?? rest);
  }
  if (!allOf) return schema;
  const parts = [...allOf.map(resolved), rest];
  return {
    ...rest,
    type: "object",
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Record<string, Schema>,
    required: parts.flatMap((part) => part.required ?? []),
  };
}

/** The whole body of a good JSON response; undefined where the contract has none. */
export function responseSchema(operationId: OperationId): Schema | undefined {
  const schema = operationIn(releasedContract(), operationId).responses["200"]?.content?.["application/json"]?.schema;
  return schema && resolved(schema);
}

/** One object of a response without its envelope: an item of the list, where it is one. */
export function entitySchema(operationId: OperationId): Schema | undefined {
  const { envelope } = operationOf(operationId);
  const body = responseSchema(operationId);
  const [key] = envelope;
  const inner = key === undefined ? body : body?.properties?.[key];
  if (!inner) return undefined;
  const one = resolved(inner);
  // A single object may come in a list of one: that does not describe the object.
  const alone = resolved(one.oneOf?.[0] ?? one);
  return alone.type === "array" && alone.items ? resolved(alone.items) : alone;
}
