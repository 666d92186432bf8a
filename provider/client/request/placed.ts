import { ArgumentError } from "../../errors/argument-error";
import { type Operation } from "../contract/contract";
import { accountParameter, type WireParameter } from "../contract/describe-operation";
import { toHexSlug } from "../contract/slug";
import { propertiesOf, toWire } from "../contract/shape";

type Values = Readonly<Record<string, unknown>>;

/** The values of a call, each at its place on the wire. */
export interface Placed {
  /** By the contract's names of the parameters, escaped. */
  readonly path: ReadonlyMap<string, string>;
  /** Empty, or with its question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Under the names of the wire. */
  readonly body: unknown;
}

/**
 * Puts the values of a call where the contract says that they are sent.
 * @param given parameters under the contract's names
 * @throws {ArgumentError} a value is missing, or cannot stand there
 */
export function placed(operation: Operation, given: Values, account: string | undefined, body: unknown): Placed {
  const { operationId, wire } = operation;
  const path = new Map<string, string>();
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  const added: Record<string, unknown> = {};

  const put = (
    name: string,
    { place, wireName }: Pick<WireParameter, "place" | "wireName">,
    value: unknown,
    hex: boolean,
  ) => {
    if (place === "body") {
      added[wireName] = hex ? toHexSlug(scalar(operationId, name, value)) : value;
      return;
    }
    const texts = (place === "query" && Array.isArray(value) ? value : [value]).map((each: unknown) => {
      const text = scalar(operationId, name, each);
      return hex ? toHexSlug(text) : text;
    });
    for (const text of texts) {
      if (place === "query") query.append(wireName, text);
      else if (place === "header") headers[wireName] = headerText(operationId, name, text);
      else path.set(name, pathSegment(operationId, name, text));
    }
  };

  for (const parameter of wire.parameters) {
    const { name, constant } = parameter;
    const value = constant ?? (name === accountParameter ? account : given[name]);
    if (value === undefined || value === null) continue;
    // An empty slug is not a slug in hex either.
    if (parameter.hex && parameter.place === "path") pathSegment(operationId, name, scalar(operationId, name, value));
    put(name, parameter, value, parameter.hex);
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
    if (rest[name] !== null) put(name, { place, wireName }, rest[name], false);
    delete rest[name];
    isChanged = true;
  }
  const isSame = !isChanged && Object.keys(added).length === 0;
  const kept = isSame ? body : rest;
  const sent = toWire(wire.body, kept);
  return {
    path,
    query: query.size === 0 ? "" : `?${query.toString()}`,
    headers,
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
