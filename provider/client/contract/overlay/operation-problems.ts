import { type Contract, type Operation, type OperationId } from "../contract";
import { propertiesOf, type Shape } from "../shape";

/** Headers that the client or HTTP itself sets. */
const reserved =
  /^(?:accept|authorization|connection|content-.*|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|user-agent)$/i;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** What the provider cannot follow of an operation. */
export function* operationProblems(contract: Contract, released: Contract, id: OperationId): Generator<string> {
  const before = released.operationOf(id);
  let after: Operation;
  try {
    after = contract.operationOf(id);
  } catch (error) {
    yield `leaves ${id} unreadable: ${(error as Error).message}.`;
    return;
  }
  yield* natureProblems(before, after);
  const place = problemOfPlace(after);
  if (place !== undefined) yield place;
  yield* parameterProblems(before, after);
  yield* nameProblems(after);
  yield* bodyProblems(before, after);
  yield* responseProblems(before, after);
}

/** Changes to what an operation does, beyond its names. */
function natureProblems(before: Operation, after: Operation): string[] {
  const { operationId } = after;
  const type = before.responses === "page" ? "text/html" : "application/json";
  const problems = {
    list: `changes the number of objects that ${operationId} has in one response (x-list).`,
    repeatable: `changes x-repeat of ${operationId}: what may be sent twice is not a fact of the wire.`,
    slow: `changes x-slow of ${operationId}, which is not a fact of the wire.`,
    needsKey: `changes security of ${operationId}: this package sends the key as it was released.`,
    responses: `changes the content type of the response of ${operationId}. It is read as ${type}.`,
  };
  const facts = Object.keys(problems) as (keyof typeof problems)[];
  return facts.filter((fact) => before[fact] !== after[fact]).map((fact) => problems[fact]);
}

function problemOfPlace({ operationId, method, path, wire }: Operation): string | undefined {
  if (!/^(?:get|post|put|patch|delete)$/.test(method)) {
    return `gives ${operationId} the method "${method}". Methods are get, post, put, patch and delete.`;
  }
  // Two slashes would name another host, dots another place on this one.
  if (!/^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[^{}/]+\})+)+$/.test(path) || /\/\.\.?(?:\/|$)/.test(path)) {
    return `gives ${operationId} the path "${path}". A path begins with /, is below /api/v1, and has no query.`;
  }
  const placeholders = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const sent = [...wire.parameters, ...propertiesOf(wire.body)];
  const inPath = sent.filter(({ place }) => place === "path").map(({ name }) => name);
  const missing = inPath.filter((name) => !placeholders.includes(name));
  const unknown = placeholders.filter((name) => !inPath.includes(name));
  const twice = placeholders.find((name, at) => placeholders.indexOf(name) !== at);
  if (unknown.length > 0) {
    return `gives ${operationId} a path with {${unknown.join("}, {")}}, for which there is no source. Its parameters are ${inPath.join(", ") || "none"}; x-wire-name gives one another name.`;
  }
  if (missing.length > 0) {
    return `gives ${operationId} a path without {${missing.join("}, {")}}. Give the parameter another place with x-wire-in.`;
  }
  if (twice !== undefined) return `gives ${operationId} a path with {${twice}} twice.`;
  if (method === "get" && sent.some(({ place = "body" }) => place === "body")) {
    return `gives ${operationId}, a GET, a body. A GET has none: use the query or a header, or another method.`;
  }
  return undefined;
}

function* parameterProblems(before: Operation, after: Operation): Generator<string> {
  const { operationId } = after;
  for (const old of before.wire.parameters) {
    const what = `parameter ${old.name} of ${operationId}`;
    const found = after.wire.parameters.filter(({ name }) => name === old.name);
    const [now] = found;
    if (!now) {
      yield `removes the ${what}. Its name in programs stays: use x-wire-name and x-wire-in.`;
      continue;
    }
    if (found.length > 1) yield `adds a second parameter ${old.name} to ${operationId}.`;
    yield* typeProblems(`the ${what}`, old.types, now.types);
    if (old.secret && !now.secret) yield `makes the secret ${what} readable.`;
    if (old.constant === undefined && !isSameIn(before, after, old.name)) {
      yield `changes in of the ${what}. Use x-wire-in.`;
    }
  }
  for (const { name, required, constant } of after.wire.parameters) {
    if (!required || constant !== undefined || before.wire.parameters.some((old) => old.name === name)) continue;
    yield `adds the required parameter ${name} to ${operationId}, for which there is no source. Give its schema a default.`;
  }
}

/** The place of the released contract is how programs know a parameter: `in` does not change, `x-wire-in` does. */
function isSameIn(before: Operation, after: Operation, name: string): boolean {
  const inOf = ({ pathParameters, queryParameters }: Operation) =>
    pathParameters.includes(name) ? "path" : queryParameters.includes(name) ? "query" : "header";
  return inOf(before) === inOf(after);
}

function* nameProblems({ operationId, wire }: Operation): Generator<string> {
  const taken = new Map<string, string>();
  for (const { name, wireName, place = "body" } of [...wire.parameters, ...propertiesOf(wire.body)]) {
    if (place === "path") continue;
    const key = `${place} ${place === "header" ? wireName.toLowerCase() : wireName}`;
    const other = taken.get(key);
    taken.set(key, name);
    if (other !== undefined)
      yield `gives ${other} and ${name} of ${operationId} one name, ${wireName}, in the ${place}.`;
    if (place !== "header") continue;
    if (!headerName.test(wireName))
      yield `gives ${name} of ${operationId} the header "${wireName}", which is not a header's name.`;
    else if (reserved.test(wireName))
      yield `gives ${name} of ${operationId} the header ${wireName}, which the client sets itself.`;
  }
}

function* bodyProblems({ wire: old }: Operation, { operationId, wire: now }: Operation): Generator<string> {
  const what = `the body of ${operationId}`;
  if (old.body && !now.body) yield `removes ${what}, or leaves it without a schema.`;
  const needed = propertiesOf(now.body).filter((one) => one.required && one.default === undefined);
  if (!old.body && old.mediaType === undefined && needed.length > 0) {
    const names = needed.map(({ name }) => name).join(", ");
    yield `adds a body to ${operationId} with the required ${names}, for which there is no source.`;
  }
  if (!old.body || !now.body) return;
  const { mediaType = "" } = now;
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaType);
  if (!isForm && !/^application\/(?:json|[\w.-]+\+json)$/.test(mediaType)) {
    yield `gives ${what} the content type ${mediaType}. It can be application/json or end in +json, multipart/form-data, or application/x-www-form-urlencoded.`;
  }
  const fileOf = (body: Shape) => propertiesOf(body).find(({ format }) => format === "binary");
  const [hadFile, file] = [fileOf(old.body) !== undefined, fileOf(now.body)];
  if (hadFile && (mediaType !== "multipart/form-data" || file === undefined || (file.place ?? "body") !== "body")) {
    yield `takes the file out of ${what}. A file is sent in multipart/form-data only.`;
  }
  if (!hadFile && file) yield `makes ${file.name} of ${what} a file, which programs do not have.`;
  yield* shapeProblems(old.body, now.body, what, true);
  for (const property of propertiesOf(now.body)) {
    const { place = "body", shape, name } = property;
    if (needed.includes(property) && !old.body.properties.has(name)) {
      yield `adds the required ${name} to ${what}, for which there is no source. Give it a default.`;
    }
    const isScalar = !shape.types.includes("object") && !shape.types.includes("array") && shape.properties.size === 0;
    const isListInQuery = place === "query" && shape.types.join() === "array" && shape.items?.properties.size === 0;
    if (place !== "body" && !isScalar && !isListInQuery) {
      yield `moves ${name} of ${what} to the ${place}, where an object or a list cannot stand.`;
    }
  }
}

function* responseProblems(before: Operation, { operationId, wire }: Operation): Generator<string> {
  const what = `the response of ${operationId}`;
  const old = before.wire.response;
  if (old && !wire.response) yield `removes ${what}, or leaves it without a schema.`;
  if (old && wire.response) yield* shapeProblems(old, wire.response, what, false);
  const clash = propertiesOf(wire.response).find(
    ({ name, wireName }) => name !== wire.envelopeName && wire.envelope.some((key) => key.split(".")[0] === wireName),
  );
  if (clash) yield `gives the envelope and ${clash.name} of ${what} one name, ${clash.wireName}.`;
}

/** Parts of a shape that are missing, have another type, or cannot be distinguished. */
function* shapeProblems(old: Shape, now: Shape, what: string, isRequest: boolean, isTop = true): Generator<string> {
  yield* typeProblems(what, old.types, now.types);
  if (old.types.join() !== now.types.join()) return;
  for (const [name, property] of old.properties) {
    const found = now.properties.get(name);
    if (!found) {
      yield `removes ${name} of ${what}. Programs have it: use x-wire-name for another name.`;
      continue;
    }
    if (property.secret && !found.secret) yield `makes the secret ${name} of ${what} readable.`;
    yield* shapeProblems(property.shape, found.shape, `${name} of ${what}`, isRequest, false);
  }
  yield* siblingProblems(now, what, isRequest, isTop);
  for (const part of ["items", "values"] as const) {
    const [then, later] = [old[part], now[part]];
    if (then && later) yield* shapeProblems(then, later, what, isRequest, false);
    else if (then) yield `removes what ${what} holds.`;
  }
}

function* siblingProblems(shape: Shape, what: string, isRequest: boolean, isTop: boolean): Generator<string> {
  const taken = new Map<string, string>();
  for (const { name, wireName, place } of propertiesOf(shape)) {
    if (isRequest && !isTop && place !== undefined) {
      yield `moves ${name} of ${what} to the ${place}. Only what is at the top of a body can be moved.`;
    }
    const other = isTop && isRequest ? undefined : taken.get(wireName);
    taken.set(wireName, name);
    if (other !== undefined) yield `gives ${other} and ${name} of ${what} one name, ${wireName}.`;
  }
}

function* typeProblems(what: string, before: readonly string[], after: readonly string[]): Generator<string> {
  if (before.join() === after.join()) return;
  yield `changes the type of ${what} from ${before.join(" or ") || "anything"} to ${after.join(" or ") || "anything"}. Types stay those of this release.`;
}
