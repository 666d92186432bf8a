import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Change } from "./change";
import { inlinedContract } from "./inlined-contract";
import { type Json, within } from "./json";
import { movedPath } from "./moved-path";
import { type Mutation } from "./mutate";
import { renamed, restored, renameTree } from "./rename-tree";

/** A changed API in front of a server that has the released one. It shares no code with the provider, nor with the simulator. */
export interface RewritingProxy {
  readonly url: string;
  /** Requests that the changed API does not have: which, and why. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

interface Route {
  readonly operationId: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly changes: readonly Change[];
  readonly operation: Json;
  /** As it was released. */
  readonly target: { readonly method: string; readonly path: string };
}

const root = "/api/v1";

/** Starts one. @param origin of the server behind it */
export async function rewritingProxy({ changes, renames }: Mutation, origin: string): Promise<RewritingProxy> {
  const refused: string[] = [];
  const routes = routesOf(changes);
  const server: Server = createServer((message, response) => {
    forward(message).then(
      ({ status, type, text }) => response.writeHead(status, { "content-type": type }).end(text),
      (error: Error) => {
        refused.push(error.message);
        const body = JSON.stringify({ success: false, message: `The proxy refuses: ${error.message}` });
        response.writeHead(422, { "content-type": "application/json" }).end(body);
      },
    );
  });

  async function forward(message: IncomingMessage) {
    const url = new URL(message.url ?? "", "http://host");
    const path = url.pathname.slice(root.length);
    const route = routes.find(({ method, pattern }) => method === message.method?.toLowerCase() && pattern.test(path));
    if (!route) throw new Error(`${message.method} ${path} is not there`);
    const values = new Map<string, string>();
    const found = route.pattern.exec(path)!;
    route.names.forEach((name, at) => values.set(name, found[at + 1]!));
    const headers = { ...message.headers } as Record<string, string>;
    const own = renames.filter((one) => one.operationId === route.operationId);
    const requestTree = renameTree(own.filter(({ side }) => side === "request"));
    let body = await bodyOf(message);

    // Parameters, where the changed API has them.
    const parameters = (route.operation["parameters"] ?? []) as { name: string; in: string }[];
    const query = new Map<string, string[]>();
    for (const name of url.searchParams.keys()) query.set(name, url.searchParams.getAll(name));
    const target = new URLSearchParams();
    for (const { name, in: place } of parameters) {
      const rename = route.changes.find((one) => one.kind === "parameterName" && one.name === name) as
        { to: string } | undefined;
      const move = route.changes.find((one) => one.kind === "parameterPlace" && one.name === name) as
        { to: string } | undefined;
      const [at, wireName] = [move?.to ?? place, rename?.to ?? name];
      let value: string | undefined;
      if (at === "path") value = decodeURIComponent(values.get(name) ?? "");
      if (at === "query") {
        value = query.get(wireName)?.[0];
        query.delete(wireName);
      }
      if (at === "header") {
        value = headers[wireName.toLowerCase()];
        delete headers[wireName.toLowerCase()];
      }
      if (at === "body") {
        const given = body.take(wireName);
        value = given === undefined ? undefined : String(given);
      }
      if (value === undefined) continue;
      if (place === "path") values.set(name, encodeURIComponent(value));
      else if (place === "query") target.append(name, value);
      else headers[name.toLowerCase()] = value;
    }
    for (const change of route.changes) {
      if (change.kind !== "fieldPlace") continue;
      const own = requestTree.get(change.name)?.to ?? change.name;
      const text = query.get(own)?.[0];
      query.delete(own);
      if (text !== undefined) body.put(change.name, text);
    }
    const strange = [...query.keys()];
    if (strange.length > 0) throw new Error(`${route.operationId} has no query ${strange.join(", ")}`);
    const contentType = route.changes.find((one) => one.kind === "contentType") as { to: string } | undefined;
    body = body.restored((value) => restored(requestTree, value, route.operationId));
    if (contentType && body.type !== contentType.to && !body.isEmpty) {
      throw new Error(`${route.operationId} is sent as ${body.type}`);
    }
    const filled = route.target.path.replace(/\{([^}]+)\}/g, (_, name: string) => values.get(name) ?? "");
    const search = target.size > 0 ? `?${target.toString()}` : "";
    for (const name of ["content-length", "content-type", "host", "connection", "transfer-encoding"])
      delete headers[name];
    const sent = body.sent(Object.keys(within(route.operation, "requestBody", "content") ?? {})[0]);
    const response = await fetch(`${origin}${root}${filled}${search}`, {
      method: route.target.method.toUpperCase(),
      headers: { ...headers, ...sent.headers },
      ...(sent.body === undefined ? {} : { body: sent.body }),
      redirect: "manual",
    });
    const type = response.headers.get("content-type") ?? "text/plain";
    const text = await response.text();
    if (!response.ok || !type.includes("json")) return { status: response.status, type, text };
    const tree = renameTree(own.filter(({ side }) => side === "response"));
    const value = enveloped(renamed(tree, JSON.parse(text)), route.changes);
    const status = route.changes.some(({ kind }) => kind === "status") ? 201 : response.status;
    return { status, type, text: JSON.stringify(value) };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function enveloped(value: unknown, changes: readonly Change[]): unknown {
  const change = changes.find(({ kind }) => kind === "envelope") as
    { from: string; to: string | undefined } | undefined;
  if (!change) return value;
  const { [change.from]: inner, ...rest } = value as Record<string, unknown>;
  if (change.to === undefined) return inner;
  const [outer, below] = change.to.split(".") as [string, string?];
  return { ...rest, [outer]: below === undefined ? inner : { [below]: inner } };
}

function routesOf(changes: readonly Change[]): Route[] {
  const routes = [...inlinedContract().operations].map(([operationId, placed]): Route => {
    const own = changes.filter((one) => "operationId" in one && one.operationId === operationId);
    let { path, method } = placed;
    for (const change of own) {
      if (change.kind === "path") path = change.to;
      if (change.kind === "method") method = change.to;
      if (change.kind === "parameterPlace" && change.from === "path") path = movedPath(operationId, path, change.name);
    }
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
    const pattern = new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "([^/]+)")}$`);
    return {
      operationId,
      method,
      pattern,
      names,
      changes: own,
      operation: placed.operation,
      target: { method: placed.method, path: placed.path },
    };
  });
  // What is written out goes before what stands for anything.
  return routes.sort((one, other) => one.names.length - other.names.length);
}

/** A body that can be looked into, whatever form it has. */
interface Body {
  readonly type: string;
  readonly isEmpty: boolean;
  take(name: string): string | number | undefined;
  put(name: string, value: unknown): void;
  restored(restore: (value: Json) => Json): Body;
  sent(type: string | undefined): { headers: Record<string, string>; body?: string | FormData };
}

async function bodyOf(message: IncomingMessage): Promise<Body> {
  const header = message.headers["content-type"] ?? "";
  const type = header.split(";")[0]!.trim();
  const bytes = await buffer(message);
  if (bytes.length === 0 || type === "") return new Fields("", {}, undefined);
  if (type.endsWith("json")) return new Fields(type, JSON.parse(bytes.toString()) as Json, undefined);
  const form = await new Response(bytes, { headers: { "content-type": header } }).formData();
  const fields: Json = {};
  let file: { name: string; value: File } | undefined;
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") file = { name, value };
    // As a field of a form, an object is JSON.
    else fields[name] = value.startsWith("{") ? (JSON.parse(value) as Json) : value;
  }
  return new Fields(type, fields, file);
}

class Fields implements Body {
  constructor(
    readonly type: string,
    private readonly fields: Json,
    private readonly file: { name: string; value: File } | undefined,
  ) {}

  get isEmpty(): boolean {
    return Object.keys(this.fields).length === 0 && !this.file;
  }

  take(name: string): string | number | undefined {
    const value = this.fields[name] as string | number | undefined;
    delete this.fields[name];
    return value;
  }

  put(name: string, value: unknown): void {
    this.fields[name] = value;
  }

  restored(restore: (value: Json) => Json): Body {
    return new Fields(this.type, restore(this.fields), this.file);
  }

  sent(type: string | undefined): { headers: Record<string, string>; body?: string | FormData } {
    if (type === undefined) return { headers: {} };
    if (type === "application/json") {
      return { headers: { "content-type": type }, body: JSON.stringify(this.fields) };
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(this.fields)) {
      form.append(name, typeof value === "string" ? value : JSON.stringify(value));
    }
    if (this.file) form.append(this.file.name, this.file.value);
    return { headers: {}, body: form };
  }
}
