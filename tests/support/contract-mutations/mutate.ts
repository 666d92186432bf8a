import { pick, type Random, seeded } from "../seeded";
import { type Change, type Rename } from "./change";
import { type Field, fieldsOf, textOf } from "./fields";
import { type InlinedContract, inlinedContract } from "./inlined-contract";
import { type Json, within } from "./json";
import { overlap } from "./moved-path";
import { overlayOf } from "./overlay-of";
import { bodyOf, responsesOf } from "./schemas-of";
import { vendorDocument } from "./vendor-document";

/** An API that differs from the contract, and what is known of it. */
export interface Mutation {
  readonly changes: readonly Change[];
  /** Every renamed field, in every operation that shows it. */
  readonly renames: readonly Rename[];
  /**
   * The OpenAPI document that the vendor would publish: without references and extensions of ours, `summary` is the title.
   * Keeps `operationId`, so that tests find an operation: code that is tested must not look at it.
   */
  readonly document: Json;
  /** The OpenAPI Overlay 1.0 that corrects the contract. */
  readonly overlay: Json;
}

const kinds = [
  "path",
  "method",
  "status",
  "contentType",
  "envelope",
  "parameterName",
  "parameterPlace",
  "fieldPlace",
  "enum",
  "field",
  "field",
  "requestField",
  "responseField",
] as const;

/** Which changes to plant. */
export interface MutateOptions {
  /** How many at the most. Default: 1 to 8, by chance. */
  readonly most?: number;
  /** Default: every kind. */
  readonly kinds?: readonly Change["kind"][];
}

/** An API that differs from the contract in some ways that follow from a seed. The provider can follow all of them. */
export function mutate(seed: number, options: MutateOptions = {}): Mutation {
  const random = seeded(seed);
  const count = options.most ?? 1 + Math.floor(random() * 8);
  const contract = inlinedContract();
  const choice = new Choice(contract, random);
  for (let tries = 0; choice.changes.length < count && tries < 50 * count; tries++) {
    choice.add(pick(random, options.kinds ?? kinds));
  }
  const { changes } = choice;
  const renames = renamesOf(contract, changes);
  return {
    changes,
    renames,
    document: vendorDocument(changes, renames),
    overlay: overlayOf(contract, changes),
  };
}

/** The renamed fields of every operation. */
export function renamesOf({ operations, nameOf }: InlinedContract, changes: readonly Change[]): Rename[] {
  return [...operations].flatMap(([operationId, { operation }]) =>
    (["request", "response"] as const).flatMap((side) => {
      const schemas = side === "request" ? [bodyOf(operation)] : responsesOf(operation);
      const found = schemas
        .flatMap((schema) => fieldsOf(schema))
        .flatMap(({ path, owner }) => {
          const change = changes.find(
            (one) =>
              (one.kind === "field" && one.schema === nameOf(owner) && one.name === path.at(-1)) ||
              (one.kind === `${side}Field` &&
                (one as { operationId: string }).operationId === operationId &&
                (one as { path: string }).path === textOf(path)),
          );
          return change ? [[textOf(path), (change as { to: string }).to] as const] : [];
        });
      return [...new Map(found)].map(([path, to]) => ({ operationId, side, path, to }));
    }),
  );
}

/** Picks changes that do not get into each other's way. */
class Choice {
  readonly changes: Change[] = [];
  private readonly touched = new Set<string>();

  constructor(
    private readonly contract: InlinedContract,
    private readonly random: Random,
  ) {}

  add(kind: Change["kind"]): void {
    const change = this.propose(kind);
    if (!change) return;
    const key = keyOf(change);
    if (this.touched.has(key)) return;
    // One change of a path, a method or a place in an operation is enough: two could make it another's path.
    const places = ["path", "method", "parameterPlace", "fieldPlace", "contentType"];
    const operationId = "operationId" in change ? change.operationId : undefined;
    const isPlace = places.includes(kind);
    if (isPlace && this.touched.has(`place ${operationId}`)) return;
    if (isPlace) this.touched.add(`place ${operationId}`);
    this.touched.add(key);
    this.changes.push(change);
  }

  private propose(kind: Change["kind"]): Change | undefined {
    const { random } = this;
    const [operationId, { path, operation, method }] = pick(random, [...this.contract.operations]);
    const parameters = (operation["parameters"] ?? []) as Json[];
    const body = bodyOf(operation);
    const contentType = Object.keys(within(operation, "requestBody", "content") ?? {})[0];
    const properties = fieldsOf(body, 1);
    const writes = method !== "get";
    switch (kind) {
      case "path": {
        const segments = path.split("/");
        const at = segments.findLastIndex((segment) => segment !== "" && !segment.startsWith("{"));
        segments[at] = `${segments[at]}-${operationId.toLowerCase()}`;
        return { kind, operationId, to: segments.join("/") };
      }
      case "method": {
        const to = pick(random, ["post", "put", "patch"]);
        const methods = new Map(
          this.changes.flatMap((one) => (one.kind === "method" ? [[one.operationId, one.to]] : [])),
        );
        const isTaken = [...this.contract.operations].some(
          ([id, one]) => overlap(one.path, path) && (one.method === to || methods.get(id) === to),
        );
        return writes && to !== method && !isTaken ? { kind, operationId, to } : undefined;
      }
      case "status":
        return method === "post" && operation["x-envelope"] ? { kind, operationId, to: "201" } : undefined;
      case "contentType": {
        const isPlain = properties.length > 0 && properties.every(({ schema }) => schema["type"] === "string");
        if (contentType !== "application/json" || !isPlain) return undefined;
        return {
          kind,
          operationId,
          to: pick(random, ["multipart/form-data", "application/x-www-form-urlencoded", "application/vnd.api+json"]),
        };
      }
      case "envelope": {
        const from = (operation["x-envelope"] as string[] | undefined)?.[0];
        if (from === undefined) return undefined;
        return {
          kind,
          operationId,
          from,
          to: pick(random, ["data", "items", "result", `data.${from}`, null]) ?? undefined,
        };
      }
      case "parameterName": {
        const parameter = pickOrNone(random, parameters);
        if (!parameter) return undefined;
        const name = parameter["name"] as string;
        const to =
          parameter["in"] === "header"
            ? "X-Account"
            : this.renamed(
                name,
                parameters.map(({ name }) => name as string),
              );
        return { kind, operationId, name, to };
      }
      case "parameterPlace": {
        const parameter = pickOrNone(random, parameters);
        if (!parameter) return undefined;
        const { name, in: from } = parameter as { name: string; in: string };
        const withBody = method === "post" || method === "patch";
        const others = (["query", "header", "body"] as const).filter(
          (to) => to !== from && (to !== "body" || withBody),
        );
        const to = pick(random, others);
        // A header holds no letters beyond ASCII.
        const isText = !["folderName", "docName"].includes(name) || to !== "header";
        return isText ? { kind, operationId, name, from, to } : undefined;
      }
      case "fieldPlace": {
        const field = pickOrNone(
          random,
          properties.filter(({ schema }) => schema["type"] === "string"),
        );
        if (!field || contentType !== "application/json") return undefined;
        return { kind, operationId, name: String(field.path[0]), to: "query" };
      }
      case "enum": {
        const parameter = parameters.find(({ schema }) => (schema as Json)["enum"]);
        if (!parameter) return undefined;
        return { kind, operationId, name: parameter["name"] as string, added: pick(random, ["archived", "expired"]) };
      }
      case "field": {
        const field = pickOrNone(random, this.fields(operation));
        const schema = field && this.contract.nameOf(field.owner);
        if (!field || schema === undefined) return undefined;
        const name = String(field.path.at(-1));
        return { kind, schema, name, to: this.renamed(name, siblingsOf(field)) };
      }
      case "requestField":
      case "responseField": {
        const all = kind === "requestField" ? fieldsOf(body) : responsesOf(operation).flatMap((one) => fieldsOf(one));
        const field = pickOrNone(
          random,
          all.filter(({ path, schema }) => isNamed(operation, path, schema)),
        );
        if (!field || (kind === "requestField" && field.schema["format"] === "binary")) return undefined;
        const to = this.renamed(String(field.path.at(-1)), siblingsOf(field));
        return { kind, operationId, path: textOf(field.path), to };
      }
    }
  }

  private fields(operation: Json): Field[] {
    const all = [bodyOf(operation), ...responsesOf(operation)].flatMap((schema) => fieldsOf(schema));
    return all.filter(({ path, schema }) => isNamed(operation, path, schema) && schema["format"] !== "binary");
  }

  /** The name in another spelling, or another name. */
  private renamed(name: string, taken: readonly string[]): string {
    const other = /_/.test(name)
      ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      : name.replace(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`);
    const names = [other, `${name}Value`, `the_${name}`].filter((one) => one !== name && !taken.includes(one));
    return pick(this.random, names);
  }
}

/** The envelope is a change of its own. */
function isNamed(operation: Json, path: Field["path"], schema: Json): boolean {
  const envelope = (operation["x-envelope"] ?? []) as string[];
  return !(path.length === 1 && envelope.includes(String(path[0]))) && schema !== undefined;
}

function siblingsOf({ owner }: Field): string[] {
  return Object.keys((owner["properties"] ?? {}) as Json);
}

function pickOrNone<T>(random: Random, values: readonly T[]): T | undefined {
  return values.length === 0 ? undefined : pick(random, values);
}

function keyOf(change: Change): string {
  // A field is renamed in a schema or in an operation, and once: by its name, so that no two ways meet.
  if (change.kind === "field") return `field ${change.name}`;
  if (change.kind === "requestField" || change.kind === "responseField") {
    return `field ${String(change.path.split(".").at(-1))}`;
  }
  if (change.kind === "fieldPlace") return `field ${change.name}`;
  const name = "name" in change ? change.name : "";
  return `${change.kind} ${change.operationId} ${name}`;
}
