import { type Change, type Rename } from "./change";
import { fieldsOf, textOf } from "./fields";
import { inlinedContract } from "./inlined-contract";
import { type Json, within } from "./json";
import { movedPath } from "./moved-path";
import { bodyOf, responsesOf } from "./schemas-of";

/** The OpenAPI document that the vendor of the changed API would publish. */
export function vendorDocument(changes: readonly Change[], renames: readonly Rename[]): Json {
  const { document, operations } = inlinedContract();
  const paths: Json = {};
  for (const [operationId, placed] of operations) {
    const { operation } = placed;
    const own = changes.filter((change) => "operationId" in change && change.operationId === operationId);
    // Renamed first: names of fields are the contract's until then.
    for (const side of ["request", "response"] as const) {
      const schemas = side === "request" ? [bodyOf(operation)] : responsesOf(operation);
      const here = renames.filter((one) => one.operationId === operationId && one.side === side);
      for (const schema of schemas) rename(schema, here);
    }
    let { path, method } = placed;
    for (const change of own) {
      const parameter = "name" in change ? parameterOf(operation, change.name) : undefined;
      if (change.kind === "path") path = change.to;
      if (change.kind === "method") method = change.to;
      if (change.kind === "status") move(operation["responses"] as Json, "200", change.to);
      if (change.kind === "contentType") {
        const content = within(operation, "requestBody", "content")!;
        move(content, Object.keys(content)[0]!, change.to);
      }
      if (change.kind === "envelope") reenvelope(operation, change.from, change.to);
      if (change.kind === "enum") (parameter!["schema"] as { enum: string[] }).enum.push(change.added);
      if (change.kind === "parameterPlace") {
        if (change.from === "path") path = movedPath(operationId, path, change.name);
        if (change.to === "body") moveIntoBody(operation, parameter!);
        else parameter!["in"] = change.to;
      }
      if (change.kind === "fieldPlace") moveOutOfBody(operation, change.name, change.to);
    }
    for (const change of own) {
      if (change.kind !== "parameterName") continue;
      const parameter = parameterOf(operation, change.name);
      if (parameter) parameter["name"] = change.to;
      else renameProperty(bodyOf(operation)!, change.name, change.to);
      path = path.replace(`{${change.name}}`, `{${change.to}}`);
    }
    operation["summary"] = (operation["x-title"] ?? operation["summary"]) as string;
    paths[path] = { ...(paths[path] as Json | undefined), [method]: operation };
  }
  return withoutExtensions({ ...document, paths }) as Json;
}

function parameterOf(operation: Json, name: string): Json | undefined {
  return ((operation["parameters"] ?? []) as Json[]).find((parameter) => parameter["name"] === name);
}

/** Renames every field of a schema at once, the inner ones first. */
function rename(schema: Json | undefined, renames: readonly Rename[]): void {
  const fields = fieldsOf(schema).sort((one, other) => other.path.length - one.path.length);
  for (const { path, owner } of fields) {
    const found = renames.find((one) => one.path === textOf(path));
    if (found) renameProperty(owner, String(path.at(-1)), found.to);
  }
}

function renameProperty(owner: Json, name: string, to: string): void {
  const properties = within(owner, "properties");
  if (properties?.[name]) move(properties, name, to);
  const required = owner["required"] as string[] | undefined;
  if (required) owner["required"] = required.map((one) => (one === name ? to : one));
}

/** Gives a key another name, and keeps its place. */
function move(object: Json, name: string, to: string): void {
  const entries = Object.entries(object);
  for (const key of Object.keys(object)) delete object[key];
  for (const [key, value] of entries) object[key === name ? to : key] = value as unknown;
}

function reenvelope(operation: Json, from: string, to: string | undefined): void {
  for (const response of Object.values(operation["responses"] as Json) as Json[]) {
    const media = within(response, "content", "application/json") as { schema: Json } | undefined;
    const inner = within(media?.schema, "properties", from);
    if (!media || !inner) continue;
    if (to === undefined) {
      media.schema = inner;
      continue;
    }
    const [outer, below] = to.split(".") as [string, string?];
    renameProperty(media.schema, from, outer);
    if (below !== undefined)
      within(media.schema, "properties")![outer] = { type: "object", properties: { [below]: inner } };
  }
}

function moveIntoBody(operation: Json, parameter: Json): void {
  operation["parameters"] = (operation["parameters"] as Json[]).filter((one) => one !== parameter);
  operation["requestBody"] ??= { content: { "application/json": { schema: { type: "object", properties: {} } } } };
  const media = Object.values(within(operation, "requestBody", "content")!)[0] as { schema: Json };
  const added = {
    type: "object",
    properties: { [parameter["name"] as string]: parameter["schema"] as unknown },
    ...(parameter["required"] === true && { required: [parameter["name"]] }),
  };
  if (media.schema["properties"]) {
    Object.assign(media.schema["properties"] as Json, added.properties);
    media.schema["required"] = [
      ...((media.schema["required"] ?? []) as string[]),
      ...((added.required ?? []) as string[]),
    ];
  } else media.schema = { allOf: [media.schema, added] };
}

function moveOutOfBody(operation: Json, name: string, to: string): void {
  const field = fieldsOf(bodyOf(operation), 1).find(({ path }) => path[0] === name)!;
  const isRequired = ((field.owner["required"] ?? []) as string[]).includes(name);
  delete within(field.owner, "properties")![name];
  if (isRequired) field.owner["required"] = (field.owner["required"] as string[]).filter((one) => one !== name);
  operation["parameters"] = [
    ...((operation["parameters"] ?? []) as Json[]),
    { name, in: to, required: isRequired, schema: field.schema },
  ];
  if (fieldsOf(bodyOf(operation), 1).length === 0) delete operation["requestBody"];
}

function withoutExtensions(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutExtensions(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => areNames || !key.startsWith("x-"));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutExtensions(value, !areNames && key === "properties")]),
  );
}
