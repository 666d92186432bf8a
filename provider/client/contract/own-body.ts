import { type Operation } from "./describe-operation";
import { fromWire } from "./shape";
import { isObject } from "../is-object";

type Values = Record<string, unknown>;

/**
 * A response's JSON as the released contract has it: its names, and its envelope. Where the contract is as it was released,
 * the value itself.
 */
export function ownBody(operation: Operation, status: number, body: unknown): unknown {
  const { wire } = operation;
  if (status < 200 || status > 299) return fromWire(wire.errors.get(String(status)), body);
  if (!wire.rewritesResponse) return body;
  if (!operation.list && Array.isArray(body)) return body.map((each) => ownSuccess(operation, each));
  return ownSuccess(operation, body);
}

function ownSuccess(operation: Operation, body: unknown): unknown {
  const { wire } = operation;
  const { envelopeName: name, response } = wire;
  const found = isObject(body) ? inEnvelope(wire.envelope, body) : undefined;
  if (name === undefined) return fromWire(response, found ? found.inner : body);
  const inside = response?.properties.get(name)?.shape;
  if (found) return { ...(fromWire(response, found.rest) as Values), [name]: fromWire(inside, found.inner) };
  const isBare = operation.list ? Array.isArray(body) : isEntity(operation, body);
  if (!isBare) return fromWire(response, body);
  const own = fromWire(inside, body);
  // Without an envelope in the contract, this is how the contract has it.
  return wire.envelope.length === 0 ? { [name]: own } : own;
}

/** The value under one of these keys, which may lead through several objects, and the values beside it. */
function inEnvelope(envelope: readonly string[], body: Values): { inner: unknown; rest: Values } | undefined {
  for (const keys of envelope.map((each) => each.split("."))) {
    const at = (value: unknown, key: string) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
    const inner = keys.reduce(at, body);
    // JSON has no undefined values.
    if (inner === undefined) continue;
    const { [keys[0]!]: _, ...rest } = body;
    return { inner, rest };
  }
  return undefined;
}

function isEntity({ wire, responseProperties }: Operation, body: unknown): boolean {
  if (!isObject(body)) return false;
  const properties = wire.response?.properties.get(wire.envelopeName ?? "")?.shape.properties;
  return responseProperties.some((name) => Object.hasOwn(body, properties?.get(name)?.wireName ?? name));
}
