import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { SourceError } from "../sources/source-error";
import { DocsSchema } from "./docs-schema";
import { followReference, type Part } from "./follow-reference";
import { type ParsedDocument, type Place } from "./parse-document";
import { wirePath } from "./wire-path";

/** A parameter of the documentation, or a field at the top of a JSON body. */
export interface DocsInput {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "body";
  /** Undefined where the docs do not say. */
  readonly required: boolean | undefined;
  readonly schema: DocsSchema;
  readonly place: Place;
}

/** An operation as the documentation has it. */
export type DocsOperation = Readonly<ReturnType<typeof readOperation>>;

/** What a page says beside its OpenAPI. */
export interface PageWords {
  readonly title?: string;
  /** The body of the page's JavaScript example. */
  exampleBody?: unknown;
}

const methods = new Set(["get", "put", "post", "delete", "patch", "head", "options"]);

/** Headers of HTTP itself, and the key, which Fern shows as a parameter too. */
const notInputs = new Set(["authorization", "content-type", "accept", "x-api-key"]);

/**
 * The operations of an OpenAPI 3 document.
 * @throws {SourceError} it is another kind of document
 */
export function readOperations(document: ParsedDocument, words: PageWords = {}): DocsOperation[] {
  const { root, name } = document;
  const kind = otherKind(root);
  if (kind !== undefined) {
    throw new SourceError(name, `It is ${kind}, not an OpenAPI 3 document.`, "Give the site's openapi.json.");
  }
  const paths = isObject(root["paths"]) ? root["paths"] : {};
  return Object.keys(paths).flatMap((path) => {
    const item = child(document, { value: paths, path: ["paths"] }, path);
    if (!item) return [];
    return Object.entries(item.value).flatMap(([method, operation]) =>
      methods.has(method) && isObject(operation)
        ? [readOperation(document, path, method, item, { value: operation, path: [...item.path, method] }, words)]
        : [],
    );
  });
}

function otherKind(root: Values): string | undefined {
  if (typeof root["swagger"] === "string" || typeof root["swagger"] === "number") return "a Swagger 2.0 document";
  if ("asyncapi" in root) return "an AsyncAPI document";
  if (isObject(root["info"]) && "_postman_id" in root["info"]) return "a Postman collection";
  return /^3\./.test(String(root["openapi"])) ? undefined : "some other document";
}

function readOperation(
  document: ParsedDocument,
  path: string,
  method: string,
  item: Part,
  operation: Part,
  words: PageWords,
) {
  const { summary, operationId, servers, tags } = operation.value;
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);
  const body = child(document, operation, "requestBody");
  const content = mediaTypes(body);
  return {
    title: text(summary) ?? words.title ?? "",
    operationId: text(operationId),
    /** Lower case. */
    method,
    /** Below `/api/v1`. */
    path: wirePath(servers ?? item.value["servers"] ?? document.root["servers"], path),
    /** The last part of its tags. */
    group: groupOf(tags),
    inputs: [...parametersOf(document, item, operation), ...bodyFields(schemaOf(document, content, words.exampleBody))],
    /** Content types of the body. */
    bodyTypes: content.map(({ type }) => type),
    bodyPlace: () => document.place((body ?? operation).path),
    /** Statuses, the JSON of a success, and its place. */
    ...readResponses(document, operation),
    place: () => document.place(operation.path),
  };
}

/** Those of an operation override those of its path. */
function parametersOf(document: ParsedDocument, item: Part, operation: Part): Iterable<DocsInput> {
  const all = [...readParameters(document, item), ...readParameters(document, operation)];
  return new Map(all.map((each) => [`${each.in} ${each.name}`, each])).values();
}

function readParameters(document: ParsedDocument, { value, path }: Part): DocsInput[] {
  const list = value["parameters"];
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((each, index): DocsInput[] => {
    const part =
      isObject(each) && followReference(document.root, { value: each, path: [...path, "parameters", index] });
    if (!part) return [];
    const { name, in: place, required } = part.value;
    if (typeof name !== "string" || (place !== "path" && place !== "query" && place !== "header")) return [];
    if (place === "header" && notInputs.has(name.toLowerCase())) return [];
    const schema = child(document, part, "schema") ?? mediaTypes(part)[0]?.schema;
    return [
      {
        name,
        in: place,
        required: typeof required === "boolean" ? required : undefined,
        schema: new DocsSchema(document, schema ? [schema] : []),
        place: () => document.place(part.path),
      },
    ];
  });
}

function bodyFields(schema: DocsSchema | undefined): DocsInput[] {
  return [...(schema?.fields ?? [])].map(([name, field]) => ({
    name,
    in: "body",
    // A name that the list of required names lacks may be required: many documents list none, or only some.
    required: schema?.required?.has(name) ? true : undefined,
    schema: field,
    place: field.place,
  }));
}

function readResponses(document: ParsedDocument, operation: Part) {
  const { responses } = operation.value;
  const part = { value: isObject(responses) ? responses : {}, path: [...operation.path, "responses"] };
  const statuses = Object.keys(part.value).filter((status) => /^[1-5]\d\d$/.test(status));
  const good = statuses.filter((status) => status.startsWith("2")).sort();
  if (good.length === 0 && "default" in part.value) good.push("default");
  for (const status of good) {
    const found = child(document, part, status);
    const content = mediaTypes(found).filter(({ type }) => /json|^\*\/\*$/.test(type));
    const response = schemaOf(document, content, undefined);
    if (found && response) return { statuses, response, responsePlace: () => document.place(found.path) };
  }
  const responsePlace = () => document.place([...part.path, ...good.slice(0, 1)]);
  return { statuses, response: undefined, responsePlace };
}

function mediaTypes(part: Part | undefined) {
  const content = part?.value["content"];
  if (!part || !isObject(content)) return [];
  return Object.entries(content).map(([type, value]) => {
    const path = [...part.path, "content", type];
    const media = isObject(value) ? value : {};
    const schema: Part | undefined = isObject(media["schema"])
      ? { value: media["schema"], path: [...path, "schema"] }
      : undefined;
    const examples = isObject(media["examples"]) ? Object.values(media["examples"]) : [];
    const example = media["example"] ?? examples.find(isObject)?.["value"];
    return { type: (type.split(";")[0] ?? "").trim().toLowerCase(), schema, example, path };
  });
}

/** The schema of the first media type that names fields, or else of an example. */
function schemaOf(
  document: ParsedDocument,
  content: ReturnType<typeof mediaTypes>,
  exampleBody: unknown,
): DocsSchema | undefined {
  const schemas = content.flatMap(({ schema }) => (schema ? [new DocsSchema(document, [schema])] : []));
  const telling = schemas.find(({ fields, items }) => fields !== undefined || items !== undefined);
  if (telling) return telling;
  for (const { example, path } of content) {
    if (typeof example === "object" && example !== null) {
      return DocsSchema.ofExample(document, example, [...path, "example"]);
    }
  }
  if (content.length > 0 && isObject(exampleBody)) {
    return DocsSchema.ofExample(document, exampleBody, content[0]!.path);
  }
  return schemas[0];
}

function child({ root }: ParsedDocument, { value, path }: Part, key: string): Part | undefined {
  const inner = value[key];
  return isObject(inner) ? followReference(root, { value: inner, path: [...path, key] }) : undefined;
}

/** Fern's tags are texts such as `subpackage_a.subpackage_b`, or lists such as `[a, a/b]`. */
function groupOf(tags: unknown): string | undefined {
  const last: unknown = Array.isArray(tags) ? (tags as unknown[]).flat(3).at(-1) : undefined;
  const name = typeof last === "string" ? last.split(/[./]/).at(-1) : undefined;
  return name?.replace(/^subpackage_/, "");
}
