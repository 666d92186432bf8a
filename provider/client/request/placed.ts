import { ArgumentError } from "../../errors/argument-error";
import { type Operation } from "../contract/contract";
import { type Place } from "../contract/contract-document";
import { accountParameter } from "../contract/describe-operation";
import { toHexSlug } from "../contract/slug";
import { propertiesOf, toWire } from "../contract/shape";

type Values = Readonly<Record<string, unknown>>;

/**
 * Puts the values of a call where the contract says that they are sent.
 * @param given parameters under the contract's names
 * @throws {ArgumentError} a value is missing, or cannot stand there
 */
export function placed(operation: Operation, given: Values, account: string | undefined, body: unknown) {
  const { operationId, wire } = operation;
  const path = new Map<string, string>();
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  const added: Record<string, unknown> = {};

  const put = (name: string, place: Place, wireName: string, value: unknown, hex = false) => {
    const textOf = (each: unknown) =>
      hex ? toHexSlug(scalar(operationId, name, each)) : scalar(operationId, name, each);
    if (place === "body") added[wireName] = hex ? textOf(value) : value;
    else if (place === "header") headers[wireName] = headerText(operationId, name, textOf(value));
    else if (place === "path") path.set(name, pathSegment(operationId, name, textOf(value)));
    else for (const each of Array.isArray(value) ? value : [value]) query.append(wireName, textOf(each));
  };

  for (const { name, wireName, place, hex, constant } of wire.parameters) {
    const value = constant ?? (name === accountParameter ? account : given[name]);
    if (value === undefined || value === null) continue;
    // An empty slug is not a slug in hex either.
    if (hex && place === "path") pathSegment(operationId, name, scalar(operationId, name, value));
    put(name, place, wireName, value, hex);
  }
  const rest = { ...(body as Values | undefined) };
  let isChanged = false;
  for (const { name, wireName, place, required, default: usual } of propertiesOf(wire.body)) {
    if (required && rest[name] === undefined && !operation.requiredBody.includes(name)) {
      if (usual === undefined) throw new ArgumentError(operationId, name, "is missing");
      rest[name] = usual;
      isChanged = true;
    }
    if (place === undefined || place === "body" || rest[name] === undefined) continue;
    if (rest[name] !== null) put(name, place, wireName, rest[name]);
    delete rest[name];
    isChanged = true;
  }
  const isSame = !isChanged && Object.keys(added).length === 0;
  const sent = toWire(wire.body, isSame ? body : rest);
  return {
    /** By the contract's names of the parameters, escaped. */
    path,
    /** Empty, or with its question mark. */
    query: query.size === 0 ? "" : `?${query.toString()}`,
    headers,
    /** Under the names of the wire. */
    body: isSame ? sent : { ...(sent as Values), ...added },
  };
}

/** A value in a path. Empty or dotted ones would make it the path of another operation. */
function pathSegment(operationId: string, name: string, text: string): string {
  if (/^\.{0,2}$/.test(text)) throw new ArgumentError(operationId, name, `must not be "${text}"`);
  return encodeURIComponent(Buffer.from(text, "utf8").toString());
}

function headerText(operationId: string, name: string, text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  throw new ArgumentError(operationId, name, "is sent in a header, which holds no such letters or line breaks");
}

function scalar(operationId: string, name: string, value: unknown): string {
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  throw new ArgumentError(operationId, name, "must be a text, a number or a boolean");
}
