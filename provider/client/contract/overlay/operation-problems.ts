import { type Contract, type Operation, type OperationId } from "../contract";
import { type Property, type Shape } from "../shape";

/** Headers that the client or HTTP itself sets. */
const reserved =
  /^(?:accept|authorization|connection|content-.*|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|user-agent)$/i;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** What the provider cannot follow of an operation. */
export function operationProblems(contract: Contract, released: Contract, operationId: OperationId): string[] {
  const before = released.operationOf(operationId);
  let after: Operation;
  try {
    after = contract.operationOf(operationId);
  } catch (error) {
    return [`leaves ${operationId} unreadable: ${(error as Error).message}.`];
  }
  const problems = [
    ...natureProblems(before, after),
    ...placeOfOperation(after),
    ...parameterProblems(before, after),
    ...bodyProblems(before, after),
    ...responseProblems(before, after),
  ];
  return problems.map((problem) => `${problem}`);
}

/** Changes to what an operation does, beyond its names. */
function natureProblems(before: Operation, after: Operation): string[] {
  const { operationId } = after;
  const problems: string[] = [];
  if (before.list !== after.list)
    problems.push(`changes the number of objects that ${operationId} has in one response (x-list).`);
  if (before.repeatable !== after.repeatable)
    problems.push(`changes x-repeat of ${operationId}: what may be sent twice is not a fact of the wire.`);
  if (before.slow !== after.slow) problems.push(`changes x-slow of ${operationId}, which is not a fact of the wire.`);
  if (before.needsKey !== after.needsKey)
    problems.push(`changes security of ${operationId}: this package sends the key as it was released.`);
  if (before.responses !== after.responses)
    problems.push(
      `changes the content type of the response of ${operationId}. It is read as ${before.responses === "page" ? "text/html" : "application/json"}.`,
    );
  return problems;
}

function placeOfOperation({ operationId, method, path, wire }: Operation): string[] {
  if (!/^(?:get|post|put|patch|delete)$/.test(method)) {
    return [`gives ${operationId} the method "${method}". Methods are get, post, put, patch and delete.`];
  }
  // Two slashes would name another host, dots another place on this one.
  if (!/^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[^{}/]+\})+)+$/.test(path) || /\/\.\.?(?:\/|$)/.test(path)) {
    return [`gives ${operationId} the path "${path}". A path begins with /, is below /api/v1, and has no query.`];
  }
  const placeholders = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const inPath = wire.parameters.filter(({ place }) => place === "path").map(({ name }) => name);
  for (const { name, place } of wire.body?.properties.values() ?? []) if (place === "path") inPath.push(name);
  const missing = inPath.filter((name) => !placeholders.includes(name));
  const unknown = placeholders.filter((name) => !inPath.includes(name));
  const twice = placeholders.find((name, at) => placeholders.indexOf(name) !== at);
  if (unknown.length > 0) {
    return [
      `gives ${operationId} a path with {${unknown.join("}, {")}}, for which there is no source. Its parameters are ${inPath.join(", ") || "none"}; x-wire-name gives one another name.`,
    ];
  }
  if (missing.length > 0)
    return [
      `gives ${operationId} a path without {${missing.join("}, {")}}. Give the parameter another place with x-wire-in.`,
    ];
  if (twice !== undefined) return [`gives ${operationId} a path with {${twice}} twice.`];
  if (method === "get" && (wire.parameters.some(({ place }) => place === "body") || bodyFields(wire.body).length > 0)) {
    return [`gives ${operationId}, a GET, a body. A GET has none: use the query or a header, or another method.`];
  }
  return [];
}

function parameterProblems(before: Operation, after: Operation): string[] {
  const { operationId } = after;
  const problems: string[] = [];
  for (const old of before.wire.parameters) {
    const found = after.wire.parameters.filter(({ name }) => name === old.name);
    const [now] = found;
    if (!now) {
      problems.push(
        `removes the parameter ${old.name} of ${operationId}. Its name in programs stays: use x-wire-name and x-wire-in.`,
      );
      continue;
    }
    if (found.length > 1) problems.push(`adds a second parameter ${old.name} to ${operationId}.`);
    if (old.types.join() !== now.types.join())
      problems.push(typeChange(`the parameter ${old.name} of ${operationId}`, old.types, now.types));
    if (old.secret && !now.secret) problems.push(`makes the secret parameter ${old.name} of ${operationId} readable.`);
    if (old.constant === undefined && !isSameIn(before, after, old.name)) {
      problems.push(`changes in of the parameter ${old.name} of ${operationId}. Use x-wire-in.`);
    }
  }
  for (const { name, required, constant } of after.wire.parameters) {
    if (before.wire.parameters.some((old) => old.name === name)) continue;
    if (required && constant === undefined) {
      problems.push(
        `adds the required parameter ${name} to ${operationId}, for which there is no source. Give its schema a default.`,
      );
    }
  }
  return [...problems, ...nameProblems(after)];
}

/** The place of the released contract is how programs know a parameter: `in` does not change, `x-wire-in` does. */
function isSameIn(before: Operation, after: Operation, name: string): boolean {
  const inOf = ({ pathParameters, queryParameters }: Operation) =>
    pathParameters.includes(name) ? "path" : queryParameters.includes(name) ? "query" : "header";
  return inOf(before) === inOf(after);
}

function nameProblems({ operationId, wire }: Operation): string[] {
  const moved = [...(wire.body?.properties.values() ?? [])].map(({ name, wireName, place = "body" as const }) => ({
    name,
    wireName,
    place,
  }));
  const all = [...wire.parameters, ...moved].filter(({ place }) => place !== "path");
  const problems: string[] = [];
  const taken = new Map<string, string>();
  for (const { name, wireName, place } of all) {
    const key = `${place} ${place === "header" ? wireName.toLowerCase() : wireName}`;
    const other = taken.get(key);
    taken.set(key, name);
    if (other !== undefined)
      problems.push(`gives ${other} and ${name} of ${operationId} one name, ${wireName}, in the ${place}.`);
    if (place !== "header") continue;
    if (!headerName.test(wireName))
      problems.push(`gives ${name} of ${operationId} the header "${wireName}", which is not a header's name.`);
    else if (reserved.test(wireName))
      problems.push(`gives ${name} of ${operationId} the header ${wireName}, which the client sets itself.`);
  }
  return problems;
}

function bodyProblems(before: Operation, after: Operation): string[] {
  const { operationId } = after;
  const [old, now] = [before.wire, after.wire];
  const what = `the body of ${operationId}`;
  const problems: string[] = [];
  if (old.body && !now.body) return [`removes ${what}, or leaves it without a schema.`];
  if (!old.body && now.body && before.wire.mediaType === undefined) {
    const needed = [...now.body.properties.values()].filter((one) => one.required && one.default === undefined);
    if (needed.length > 0)
      problems.push(
        `adds a body to ${operationId} with the required ${needed.map(({ name }) => name).join(", ")}, for which there is no source.`,
      );
  }
  if (!old.body || !now.body) return problems;
  const { mediaType = "" } = now;
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaType);
  if (!isForm && !/^application\/(?:json|[\w.-]+\+json)$/.test(mediaType)) {
    problems.push(
      `gives ${what} the content type ${mediaType}. It can be application/json or end in +json, multipart/form-data, or application/x-www-form-urlencoded.`,
    );
  }
  const file = [...now.body.properties.values()].find(({ format }) => format === "binary");
  const hadFile = [...old.body.properties.values()].some(({ format }) => format === "binary");
  if (hadFile && (mediaType !== "multipart/form-data" || file === undefined || (file.place ?? "body") !== "body")) {
    problems.push(`takes the file out of ${what}. A file is sent in multipart/form-data only.`);
  }
  if (!hadFile && file) problems.push(`makes ${file.name} of ${what} a file, which programs do not have.`);
  problems.push(...shapeProblems(old.body, now.body, what, true));
  for (const property of now.body.properties.values()) {
    const known = old.body.properties.get(property.name);
    if (!known && property.required && property.default === undefined) {
      problems.push(`adds the required ${property.name} to ${what}, for which there is no source. Give it a default.`);
    }
    const { place = "body", shape, name } = property;
    const isScalar = !shape.types.includes("object") && !shape.types.includes("array") && shape.properties.size === 0;
    const isListInQuery = place === "query" && shape.types.join() === "array" && shape.items?.properties.size === 0;
    if (place !== "body" && !isScalar && !isListInQuery) {
      problems.push(`moves ${name} of ${what} to the ${place}, where an object or a list cannot stand.`);
    }
  }
  return problems;
}

function responseProblems(before: Operation, after: Operation): string[] {
  const { operationId, wire } = after;
  const what = `the response of ${operationId}`;
  const problems: string[] = [];
  if (before.wire.response && !wire.response) return [`removes ${what}, or leaves it without a schema.`];
  if (before.wire.response && wire.response)
    problems.push(...shapeProblems(before.wire.response, wire.response, what, false));
  const clash = [...(wire.response?.properties.values() ?? [])].find(
    ({ name, wireName }) => name !== wire.envelopeName && wire.envelope.some((key) => key.split(".")[0] === wireName),
  );
  if (clash) problems.push(`gives the envelope and ${clash.name} of ${what} one name, ${clash.wireName}.`);
  return problems;
}

/** Parts of a shape that are missing, have another type, or cannot be distinguished. */
function shapeProblems(old: Shape, now: Shape, what: string, isRequest: boolean, isTop = true): string[] {
  const problems: string[] = [];
  if (old.types.join() !== now.types.join()) return [typeChange(what, old.types, now.types)];
  for (const [name, property] of old.properties) {
    const found = now.properties.get(name);
    if (!found) {
      problems.push(`removes ${name} of ${what}. Programs have it: use x-wire-name for another name.`);
      continue;
    }
    if (property.secret && !found.secret) problems.push(`makes the secret ${name} of ${what} readable.`);
    problems.push(...shapeProblems(property.shape, found.shape, `${name} of ${what}`, isRequest, false));
  }
  problems.push(...siblingProblems([...now.properties.values()], what, isRequest, isTop));
  for (const part of ["items", "values"] as const) {
    const [then, later] = [old[part], now[part]];
    if (then && later) problems.push(...shapeProblems(then, later, what, isRequest, false));
    else if (then) problems.push(`removes what ${what} holds.`);
  }
  return problems;
}

function siblingProblems(properties: readonly Property[], what: string, isRequest: boolean, isTop: boolean): string[] {
  const problems: string[] = [];
  const taken = new Map<string, string>();
  for (const { name, wireName, place } of properties) {
    if (isRequest && !isTop && place !== undefined) {
      problems.push(`moves ${name} of ${what} to the ${place}. Only what is at the top of a body can be moved.`);
    }
    const other = isTop && isRequest ? undefined : taken.get(wireName);
    taken.set(wireName, name);
    if (other !== undefined) problems.push(`gives ${other} and ${name} of ${what} one name, ${wireName}.`);
  }
  return problems;
}

function bodyFields(body: Shape | undefined): Property[] {
  return [...(body?.properties.values() ?? [])].filter(({ place = "body" }) => place === "body");
}

function typeChange(what: string, before: readonly string[], after: readonly string[]): string {
  return `changes the type of ${what} from ${before.join(" or ") || "anything"} to ${after.join(" or ") || "anything"}. Types stay those of this release.`;
}
