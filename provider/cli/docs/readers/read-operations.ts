import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { SourceError } from "../sources/source-error";
import { type DocsInput, type DocsOperation } from "./docs-operation";
import { DocsSchema } from "./docs-schema";
import { followReference, type Part } from "./follow-reference";
import { type ParsedDocument } from "./parse-document";
import { wirePath } from "./wire-path";

/** What a page says beside its OpenAPI. */
export interface PageWords {
  readonly title?: string;
  /** The body of the page's JavaScript example. */
  readonly exampleBody?: unknown;
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
  return Object.entries(paths).flatMap(([path, value]) => {
    const item = isObject(value) ? followReference(root, { value, path: ["paths", path] }) : undefined;
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
  { value: operation, path: at }: Part,
  words: PageWords,
): DocsOperation {
  const { root } = document;
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);
  const body = child(document, operation, at, "requestBody");
  const content = mediaTypes(body);
  const schema = schemaOf(document, content, words.exampleBody);
  const { statuses, response, responsePlace } = readResponses(document, operation, at);
  return {
    title: text(operation["summary"]) ?? words.title ?? "",
    operationId: text(operation["operationId"]),
    method,
    path: wirePath(operation["servers"] ?? item.value["servers"] ?? root["servers"], path),
    group: groupOf(operation["tags"]),
    inputs: [
      ...readParameters(document, item.value["parameters"], [...item.path, "parameters"]),
      ...readParameters(document, operation["parameters"], [...at, "parameters"]),
      ...bodyFields(schema),
    ],
    namesBody: (schema?.fields?.size ?? 0) > 0,
    bodyTypes: content.map(({ type }) => type),
    bodyPlace: () => document.place(body?.path ?? at),
    statuses,
    response,
    responsePlace,
    place: () => document.place(at),
  };
}

function readParameters(document: ParsedDocument, list: unknown, at: Part["path"]): DocsInput[] {
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((value, index): DocsInput[] => {
    const part = isObject(value) && followReference(document.root, { value, path: [...at, index] });
    if (!part) return [];
    const { name, in: place, required } = part.value;
    if (typeof name !== "string" || (place !== "path" && place !== "query" && place !== "header")) return [];
    if (place === "header" && notInputs.has(name.toLowerCase())) return [];
    const [json] = mediaTypes(part);
    const schema = child(document, part.value, part.path, "schema") ?? json?.schema;
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
    in: "body" as const,
    // A name that the list of required names lacks may be required: many documents list none, or only some.
    required: schema?.required?.has(name) ? true : undefined,
    schema: field,
    place: field.place,
  }));
}

function readResponses(document: ParsedDocument, operation: Values, at: Part["path"]) {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  const statuses = Object.keys(responses).filter((status) => /^[1-5]\d\d$/.test(status));
  const good = statuses.filter((status) => status.startsWith("2")).sort();
  if (good.length === 0 && "default" in responses) good.push("default");
  for (const status of good) {
    const part = child(document, responses, [...at, "responses"], status);
    const content = mediaTypes(part).filter(({ type }) => /json|^\*\/\*$/.test(type));
    const response = schemaOf(document, content, undefined);
    if (part && response) return { statuses, response, responsePlace: () => document.place(part.path) };
  }
  const responsePlace = () => document.place([...at, "responses", ...good.slice(0, 1)]);
  return { statuses, response: undefined, responsePlace };
}

interface MediaType {
  readonly type: string;
  readonly schema: Part | undefined;
  readonly example: unknown;
  readonly path: Part["path"];
}

function mediaTypes(part: Part | undefined): MediaType[] {
  const content = part?.value["content"];
  if (!part || !isObject(content)) return [];
  return Object.entries(content).map(([type, value]) => {
    const path = [...part.path, "content", type];
    const media = isObject(value) ? value : {};
    const schema = isObject(media["schema"]) ? { value: media["schema"], path: [...path, "schema"] } : undefined;
    const examples = isObject(media["examples"]) ? Object.values(media["examples"]) : [];
    const [first] = examples.filter(isObject);
    return { type: baseType(type), schema, example: media["example"] ?? first?.["value"], path };
  });
}

/** The schema of the first media type that names fields, or else of an example. */
function schemaOf(
  document: ParsedDocument,
  content: readonly MediaType[],
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

function child(document: ParsedDocument, value: Values, at: Part["path"], key: string): Part | undefined {
  const inner = value[key];
  return isObject(inner) ? followReference(document.root, { value: inner, path: [...at, key] }) : undefined;
}

const baseType = (type: string) => (type.split(";")[0] ?? "").trim().toLowerCase();

/** Fern's tags are texts such as `subpackage_a.subpackage_b`, or lists such as `[a, a/b]`. */
function groupOf(tags: unknown): string | undefined {
  const [last] = (Array.isArray(tags) ? (tags as unknown[]).flat(3) : []).slice(-1);
  return typeof last === "string"
    ? last
        .split(/[./]/)
        .at(-1)
        ?.replace(/^subpackage_/, "")
    : undefined;
}
