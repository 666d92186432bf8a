import { type OperationId } from "./contract";
import { type ContractDocument, type Parameter, type Schema } from "./contract-document";

/** What the client needs to know of an operation. */
export interface Operation {
  readonly operationId: OperationId;
  /** Lower case. */
  readonly method: string;
  readonly path: string;
  readonly pathParameters: readonly string[];
  /** Path parameters that are hex slugs on the wire. */
  readonly hexParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly requiredParameters: readonly string[];
  /** Whether `X-Account-Id` belongs to it. */
  readonly account: "required" | "optional" | "none";
  /** Whether the key belongs to it; some are authorized by a token of their own. */
  readonly needsKey: boolean;
  /** Names of the body's properties. */
  readonly body: readonly string[];
  readonly multipart: boolean;
  /** Names of parameters and of the body's properties that may hold credentials. */
  readonly secrets: readonly string[];
  /** `words`: plain text will do too; `page`: HTML. */
  readonly answers: "json" | "words" | "page";
  /** Keys that the answer may stand under. */
  readonly envelope: readonly string[];
  /** Properties of the answered object. One of them tells it from any other JSON. */
  readonly answerProperties: readonly string[];
  readonly list: boolean;
  /** Whether sending it twice leaves what sending it once does. */
  readonly repeatable: boolean;
  readonly slow: boolean;
}

/** Reads from the contract what the client needs to know of the operation at this place. */
export function describeOperation(document: ContractDocument, path: string, method: string): Operation {
  const operation = document.paths[path]![method]!;
  const { components } = document;
  const parameters = (operation.parameters ?? []).map((each) => resolve(each, components.parameters));
  const names = (which: (parameter: Parameter) => boolean) => parameters.filter(which).map(({ name }) => name);
  const account = parameters.find(({ name }) => name === "X-Account-Id");
  const request = operation.requestBody?.content ?? {};
  const body = Object.entries(
    propertiesOf(document, (request["application/json"] ?? request["multipart/form-data"])?.schema),
  );
  const answer = resolve(operation.responses["200"]!, components.responses).content ?? {};
  const envelope = operation["x-envelope"] ?? [];
  const answered = propertiesOf(document, answer["application/json"]?.schema);
  const entity = envelope[0] === undefined ? answered : propertiesOf(document, answered[envelope[0]]);
  return {
    operationId: operation.operationId as OperationId,
    method,
    path,
    pathParameters: names((each) => each.in === "path"),
    hexParameters: names((each) => each.in === "path" && each.schema.format === "hex-slug"),
    queryParameters: names((each) => each.in === "query"),
    requiredParameters: names((each) => each.in !== "header" && each.required === true),
    account: account ? (account.required ? "required" : "optional") : "none",
    needsKey: operation.security?.length !== 0,
    body: body.map(([name]) => name),
    multipart: "multipart/form-data" in request,
    secrets: [
      ...names((each) => each.schema["x-secret"] === true),
      ...body.filter(([, schema]) => schema["x-secret"]).map(([name]) => name),
    ],
    answers: "text/html" in answer ? "page" : "text/plain" in answer ? "words" : "json",
    envelope,
    answerProperties: Object.keys(entity),
    list: operation["x-list"] ?? false,
    repeatable: operation["x-repeat"] === "safe",
    slow: operation["x-slow"] ?? false,
  };
}

function resolve<T extends { readonly $ref?: string }>(value: T, table: Readonly<Record<string, T>>): T {
  const name = value.$ref?.split("/").at(-1);
  return (name === undefined ? undefined : table[name]) ?? value;
}

function propertiesOf(document: ContractDocument, schema: Schema | undefined): Record<string, Schema> {
  if (!schema) return {};
  const { allOf = [], oneOf = [], properties = {} } = resolve(schema, document.components.schemas);
  const inherited = [...allOf, ...oneOf].map((each) => propertiesOf(document, each));
  return Object.assign({}, ...inherited, properties) as Record<string, Schema>;
}
