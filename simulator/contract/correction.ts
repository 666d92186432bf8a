import { type Names, named, namesOf, released } from "./names";
import { type BodyField, fieldsOf } from "./fields-of";
import type { HandlerRequest, HandlerResponse, WireRequest } from "./messages";
import type { Place } from "./places-of";
import { isObject, jsonOrText } from "../json";

type Json = Place["operation"];

/**
 * How one operation of a corrected contract differs on the wire from the released one. Handlers use the names, places and
 * envelopes of the released contract: here requests become theirs, and their responses those of the wire.
 */
export class Correction {
  readonly operationId: string;
  readonly method: string;
  /** Below the API's root, as clients fill it in. */
  readonly path: string;
  /** The content type of the body, when it is a form; its text fields can hold parameters. */
  readonly form: boolean;
  /** The name on the wire of an upload's file. */
  readonly file: string | undefined;
  private readonly pattern: RegExp;
  private readonly placeholders: string[];
  private readonly parameters;
  private readonly fields;
  private readonly body: Names;
  private readonly responses: Map<string, Names>;
  private readonly envelope: { name: string; wire: string | undefined } | undefined;
  private readonly success: string;

  constructor(place: Place, before: Place, components: Json) {
    const operation: Json = { ...before.operation, ...place.operation };
    const schemas = components["schemas"] as Json;
    this.operationId = operation["operationId"] as string;
    this.method = (operation["x-wire-method"] ?? place.method) as string;
    this.path = (operation["x-wire-path"] ?? place.path) as string;
    this.parameters = ((operation["parameters"] ?? []) as Json[]).map((given) => {
      const one: Json = { ...referenced(given, components), ...given };
      return {
        name: one["name"] as string,
        in: one["in"] as string,
        wireName: (one["x-wire-name"] ?? one["name"]) as string,
        wireIn: (one["x-wire-in"] ?? one["in"]) as string,
        schema: (one["schema"] ?? {}) as Json,
      };
    });
    const content = within(operation, "requestBody", "content") ?? {};
    const [own = ""] = Object.keys(within(before.operation, "requestBody", "content") ?? {});
    const type = Object.keys(content).at(-1) ?? own;
    this.form = type === "multipart/form-data" || type === "application/x-www-form-urlencoded";
    const schema = within(content, own, "schema") ?? within(content, type, "schema");
    this.body = namesOf(schema, schemas);
    this.fields = fieldsOf(schema, schemas).map((field) => ({
      ...field,
      wireName: this.body.fields.get(field.name)?.wire ?? field.name,
    }));
    const isUpload = this.fields.some(({ format }) => format === "binary");
    this.file = isUpload ? (this.body.fields.get("file")?.wire ?? "file") : undefined;
    this.responses = new Map(
      Object.entries(operation["responses"] as Json).map(([status, given]: [string, Json]) => {
        const bodies = [referenced(given, components), given].map((one) =>
          within(one, "content", "application/json", "schema"),
        );
        return [status, namesOf({ allOf: bodies.filter((body) => body !== undefined) }, schemas)];
      }),
    );
    const [was] = (before.operation["x-envelope"] ?? []) as string[];
    const now = (operation["x-envelope"] ?? []) as string[];
    const added = now.find((key) => !((before.operation["x-envelope"] ?? []) as string[]).includes(key));
    if (was !== undefined) this.envelope = { name: was, wire: added ?? (now.includes(was) ? was : now[0]) };
    const statuses = Object.keys(operation["responses"] as Json).filter((status) => status.startsWith("2"));
    const known = Object.keys(before.operation["responses"] as Json);
    this.success = statuses.find((status) => !known.includes(status)) ?? "200";
    this.placeholders = [...this.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
    const literal = this.path.split(/\{[^}]+\}/).map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
    this.pattern = new RegExp(`^${literal.join("([^/]+)")}/?$`);
  }

  /** How much of the path can be anything: literal paths are tried first. */
  get openness(): number {
    return this.placeholders.length;
  }

  matches(method: string, path: string): boolean {
    return this.method === method.toLowerCase() && this.pattern.test(path);
  }

  /** Takes a request from the wire. @param form the text fields of a form */
  request(wire: WireRequest, path: string, form: Record<string, string> | undefined): HandlerRequest {
    const found = this.pattern.exec(path)!;
    const filled = new Map(this.placeholders.map((name, at) => [name, decodeURIComponent(found[at + 1]!)]));
    const header = { ...wire.headers };
    const query = { ...wire.query };
    const sent: unknown = form ? { ...form } : wire.body && jsonOrText(wire.body);
    const request: HandlerRequest = { path: {}, query: {}, header, body: undefined };
    const inPath = this.parameters.filter(({ wireIn }) => wireIn === "path");
    const take = (wireName: string, place: string): string | undefined => {
      const from = place === "header" ? header : place === "query" ? query : isObject(sent) ? sent : {};
      const key = place === "header" ? wireName.toLowerCase() : wireName;
      const value = from[key] as string | number | undefined;
      delete from[key];
      return value === undefined ? undefined : String(value);
    };
    const taken = this.parameters.map(({ name, wireName, wireIn }) =>
      wireIn === "path"
        ? (filled.get(wireName) ?? filled.get(name) ?? (inPath.length === 1 ? [...filled.values()][0] : undefined))
        : take(wireName, wireIn),
    );
    // Under its released name, or at its released place, a parameter is unknown.
    for (const { name } of this.parameters) {
      delete query[name];
      delete header[name.toLowerCase()];
    }
    for (const [index, { name, in: own, schema }] of this.parameters.entries()) {
      let value = taken[index];
      if (value === undefined) continue;
      // Handlers of paths take the hex form.
      if (own === "path" && HEX.has(name) && schema["format"] !== "hex-slug")
        value = Buffer.from(value).toString("hex");
      if (own === "path") request.path[name] = value;
      else if (own === "query") request.query[name] = value;
      else request.header[name.toLowerCase()] = value;
    }
    Object.assign(request.query, query);
    const moved: Record<string, unknown> = {};
    for (const { name, wireName, place, ...field } of this.fields) {
      if (place === "body") continue;
      delete request.query[wireName];
      const value = place === "query" ? wire.query[wireName] : wire.headers[wireName.toLowerCase()];
      if (value !== undefined) moved[name] = valueOf(value, field);
    }
    const own = released(form && isObject(sent) ? this.typed(sent) : sent, this.body);
    const hasBody =
      Object.keys(moved).length > 0 ||
      (isObject(own) ? Object.keys(own).length > 0 || wire.body !== undefined : own !== undefined);
    if (hasBody && this.file === undefined)
      request.body = isObject(own) || own === undefined ? { ...(own as object), ...moved } : own;
    return request;
  }

  /** The text fields of an upload under their released names. */
  uploadFields(fields: Record<string, string>): Record<string, string> {
    const parsed = Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [name, /^\{/.test(text) ? jsonOrText(text) : text]),
    );
    const own = released(parsed, this.body) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    );
  }

  /** Puts a response on the wire. */
  response({ status, type, body }: Required<HandlerResponse>): Required<HandlerResponse> {
    const onWire = status === 200 ? Number(this.success) : status;
    if (type !== "application/json") return { status: onWire, type, body };
    const names = this.responses.get(String(status)) ?? this.responses.get("200");
    const { name, wire } = this.envelope ?? {};
    if (!names || name === undefined || status !== 200 || !isObject(body) || !(name in body)) {
      return { status: onWire, type, body: names ? named(body, names) : body };
    }
    const field = names.fields.get(name);
    const { [name]: inner, ...rest } = body;
    const content = named(inner, field?.inner ?? names);
    const key = wire === name ? (field?.wire ?? name) : wire;
    if (key === undefined) return { status: onWire, type, body: content };
    const keys = key.split(".");
    const wrapped = keys.reduceRight<unknown>((value, each) => ({ [each]: value }), content) as object;
    return { status: onWire, type, body: { ...(named(rest, names) as object), ...wrapped } };
  }

  private typed(fields: Record<string, unknown>): Record<string, unknown> {
    const known = new Map(this.fields.map((field) => [field.wireName, field]));
    return Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [name, valueOf(String(text as string), known.get(name))]),
    );
  }
}

/** Path parameters whose handlers take hex. */
const HEX = new Set(["orgSlug", "slug"]);

function valueOf(text: string, field: Pick<BodyField, "type" | "nullable"> | undefined): unknown {
  if (text === "" && field?.nullable) return null;
  return field?.type === undefined || field.type === "string" ? text : jsonOrText(text);
}

function within(node: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => inner?.[key] as Json | undefined, node);
}

/** Returns the component that this refers to, if it does. */
function referenced({ $ref }: Json, components: Json): Json | undefined {
  if (!$ref) return undefined;
  const [section = "", name = ""] = ($ref as string).split("/").slice(-2);
  return (components[section] as Json)[name] as Json | undefined;
}
