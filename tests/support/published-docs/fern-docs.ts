import { stringify } from "yaml";
import { type Json, operationsOf, type PlainApi, resolve } from "./plain-api";

/** Extensions are this project's own: no vendor publishes them. */
function withoutExtensions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExtensions);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key.startsWith("x-") ? [] : [[key, withoutExtensions(value)]])),
  );
}

/** As Fern publishes it: OpenAPI 3.1, with lists of types, odd names, and the key as a parameter. */
export function fernDocument(api: PlainApi): Json {
  const document = fernTypes(withoutExtensions(api)) as PlainApi;
  document["openapi"] = "3.1.0";
  document["servers"] = [{ url: "https://staging-app.example.com/api" }];
  document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, methods]) => [`/v1${path}`, methods]));
  for (const [, , operation] of operationsOf(document)) {
    const [tag = ""] = operation["tags"] as string[];
    operation["tags"] = [`subpackage_${tag.toLowerCase().replace(/\s/g, "")}`];
    operation.parameters = [
      { name: "Authorization", in: "header", required: true, schema: { type: "string" } },
      ...(operation.parameters ?? []),
    ];
    delete operation.requestBody?.required;
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!status.startsWith("2")) operation.responses[status] = { description: "Failed", content: {} };
      else operation.responses[status] = structuredClone(resolve(document, response));
    }
  }
  return document;
}

const typeName = (name: string) => `type_:${name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")}`;

function fernTypes(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => fernTypes(item));
  if (typeof node !== "object" || node === null) return node;
  const { nullable, ...rest } = node as Json;
  const entries = Object.entries(nullable === undefined || isNames ? (node as Json) : rest).map(([key, value]) => {
    if (key === "$ref" && typeof value === "string") {
      return [key, value.replace(/(?<=schemas\/)(.*)$/, (name) => typeName(name))] as const;
    }
    if (key === "schemas" && !isNames) {
      const schemas = Object.entries(value as Json).map(
        ([name, schema]) => [typeName(name), fernTypes(schema)] as const,
      );
      return [key, Object.fromEntries(schemas)] as const;
    }
    return [key, fernTypes(value, !isNames && key === "properties")] as const;
  });
  const converted = Object.fromEntries<unknown>(entries);
  if (nullable === true && typeof converted["type"] === "string") converted["type"] = [converted["type"], "null"];
  return converted;
}

/** The pages of a Fern document, by their slug. */
export function endpointPages(document: Json): Map<string, string> {
  const api = document as PlainApi;
  const pages = operationsOf(api).map(([path, method, operation]): [string, string] => {
    const title = operation.summary ?? "";
    const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const one = { ...api, paths: { [path]: { [method]: operation } }, components: reached(api, operation) };
    const [type] = Object.keys(operation.requestBody?.content ?? {});
    const page = [
      "> For a clean copy of this page, append .md to its address.",
      "",
      `# ${title}`,
      "",
      `${method.toUpperCase()} https://staging-app.example.com/api${path}`,
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
      "",
      "Some words about it.",
      "",
      `Reference: https://docs.example.com/api-reference/${slug}`,
      "",
      "## OpenAPI Specification",
      "",
      "```yaml",
      stringify(one, { lineWidth: 60, aliasDuplicateObjects: false }).trimEnd(),
      "```",
      "",
      "## SDK Code Examples",
      "",
      "```python Example",
      "# Not a heading",
      "import requests",
      "```",
      "",
      "```javascript Example",
      `const options = {method: '${method.toUpperCase()}', body: '{"anything":"else"}'};`,
      "```",
      "",
    ].join("\n");
    return [slug, page];
  });
  return new Map(pages);
}

function reached(api: PlainApi, operation: unknown): PlainApi["components"] {
  const components: Record<string, Record<string, Json>> = { schemas: {}, parameters: {}, responses: {} };
  const visit = (node: unknown): void => {
    for (const [, kind, name] of JSON.stringify(node).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (components[kind!]![name!]) continue;
      const target = (api.components as unknown as Record<string, Record<string, Json>>)[kind!]![name!]!;
      components[kind!]![name!] = target;
      visit(target);
    }
  };
  visit(operation);
  return components as unknown as PlainApi["components"];
}

/** All pages and a guide, as `/llms-full.txt` has them. */
export function llmsFull(document: Json): string {
  const guide = "# Getting started\n\nSome words.\n\n```bash\n# A comment\ncurl https://example.com\n```\n";
  return [guide, ...endpointPages(document).values()].join("\n\n");
}
