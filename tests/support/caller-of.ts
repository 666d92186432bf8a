import type { operations } from "../../provider/client/generated/openapi";
import contract from "../../simulator/generated/contract.json";
import type { Simulator } from "../../simulator/index";

export type OperationId = keyof operations;

/** The JSON of a 200, by the contract. */
type BodyOf<Id extends OperationId> = operations[Id]["responses"] extends {
  200: { content: { "application/json": infer Body } };
}
  ? Body
  : unknown;

/** A response, decoded when it is JSON. */
export interface Decoded<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Sent {
  /** Path and query parameters; slugs in their original form. */
  params?: Record<string, string | number>;
  body?: unknown;
  form?: FormData;
  /** null leaves a header out. */
  headers?: Record<string, string | null>;
  signal?: AbortSignal;
}

interface Parameter {
  name: string;
  in: string;
  schema: { format?: string };
}

const declared = contract.components.parameters as Record<string, Parameter>;
const declaredOperations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { operationId: string; parameters?: { $ref: string }[] }>).map(
    ([method, { operationId, parameters = [] }]) => {
      const resolved = parameters.flatMap(({ $ref }) => declared[$ref.split("/").at(-1) ?? ""] ?? []);
      return { operationId, method: method.toUpperCase(), path, parameters: resolved };
    },
  ),
);

/** Calls operations of a simulator over HTTP, without any client of ours. */
export function callerOf(simulator: () => Simulator) {
  return async <Id extends OperationId>(operationId: Id, sent: Sent = {}): Promise<Decoded<BodyOf<Id>>> => {
    const { url, apiKey, accountId } = simulator();
    const operation = declaredOperations.find((one) => one.operationId === operationId);
    if (!operation) throw new Error(`no operation ${operationId}`);
    const target = new URL(`${url}/api/v1${operation.path}`);
    let { pathname } = target;
    for (const [name, value] of Object.entries(sent.params ?? {})) {
      const parameter = operation.parameters.find((one) => one.name === name);
      const text = parameter?.schema.format === "hex-slug" ? Buffer.from(String(value)).toString("hex") : String(value);
      if (parameter?.in === "path") pathname = pathname.replace(`%7B${name}%7D`, encodeURIComponent(text));
      else target.searchParams.set(name, text);
    }
    target.pathname = pathname;
    const needsAccount = operation.parameters.some(({ name }) => name === "X-Account-Id");
    const headers = Object.entries({
      authorization: `Bearer ${apiKey}`,
      "x-account-id": needsAccount ? accountId : null,
      "content-type": sent.body === undefined ? null : "application/json",
      ...sent.headers,
    }).filter((entry): entry is [string, string] => entry[1] !== null);
    const body = sent.form ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const response = await fetch(target, {
      method: operation.method,
      headers,
      body,
      signal: sent.signal,
      redirect: "manual",
    });
    return (await decode(response)) as Decoded<BodyOf<Id>>;
  };
}

async function decode(response: Response): Promise<Decoded> {
  const text = await response.text();
  if (text.includes("lumenone-simulator")) throw new Error(text);
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}
