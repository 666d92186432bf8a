import { Contract, type OperationId } from "../contract";
import { type ContractDocument } from "../contract-document";
import { affectedBy } from "./affected-by";
import { keywordProblems } from "./keyword-problems";
import { operationProblems } from "./operation-problems";
import { isObject } from "../../is-object";

type Json = Readonly<Record<string, unknown>>;

/**
 * What the provider cannot follow of a corrected document, in words that follow the action that caused it. Empty where it
 * can follow everything.
 */
export function problemsOf(document: ContractDocument, released: Contract): string[] {
  const structure = [...structureProblems(document as unknown as Json)];
  if (structure.length > 0) return structure;
  const keywords = keywordProblems(document as unknown as Json, released.document as unknown as Json);
  if (keywords.length > 0) return keywords;
  const fixed = (["servers", "security"] as const).flatMap((key) => {
    const [now, then] = [document, released.document].map((each) => JSON.stringify((each as unknown as Json)[key]));
    return now === then ? [] : [`changes ${key}, which this package does not read from the contract.`];
  });
  const identities = [...identityProblems(document, released)];
  if (identities.length + fixed.length > 0) return [...fixed, ...identities];
  const contract = new Contract(document, undefined, released);
  const isAffected = affectedBy(document, released.document);
  const affected = released
    .operationIds()
    .filter((operationId) => isAffected(contract.placeOf(operationId)!, released.placeOf(operationId)!));
  const problems = affected.flatMap((operationId) => [...operationProblems(contract, released, operationId)]);
  return problems.length > 0 ? problems : [...placeProblems(contract, released, new Set(affected))];
}

/** Without these, nothing can be looked at. */
function* structureProblems({ paths, components }: Json): Generator<string, void, undefined> {
  if (!isObject(paths)) return yield "leaves the contract without paths.";
  if (!isObject(components)) return yield "leaves the contract without components.";
  const lost = ["schemas", "parameters", "responses"].filter((name) => !isObject(components[name]));
  if (lost.length > 0) return yield `leaves the contract without components.${lost.join(", components.")}.`;
  for (const [path, methods] of Object.entries(paths)) {
    if (!isObject(methods)) yield `makes paths['${path}'] something else than an object.`;
    for (const [method, operation] of Object.entries(isObject(methods) ? methods : {})) {
      const at = `paths['${path}'].${method}`;
      if (!/^(?:get|put|post|patch|delete|head|options)$/.test(method))
        yield `adds ${at}, which is not a method. Methods are get, post, put, patch and delete, in lower case.`;
      else if (!isObject(operation)) yield `makes ${at} something else than an operation.`;
      else if (operation["parameters"] !== undefined && !Array.isArray(operation["parameters"]))
        yield `makes the parameters of ${at} something else than a list.`;
    }
  }
}

/** The same operations, each once. */
function* identityProblems({ paths }: ContractDocument, released: Contract): Generator<string> {
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })),
  );
  let areAllThere = true;
  for (const operationId of released.operationIds()) {
    const { length } = found.filter((each) => each.operationId === operationId);
    if (length === 1) continue;
    areAllThere = false;
    const [path, method] = released.placeOf(operationId)!;
    const inPlace = found.find((each) => each.path === path && each.method === method);
    if (length > 1) yield `makes a second ${operationId}. Remove the old one, or use x-wire-path and x-wire-method.`;
    else if (inPlace)
      yield `changes the operationId of ${operationId} to ${String(inPlace.operationId)}. Names of operations never change.`;
    else
      yield `removes the operation ${operationId}. Programs use it; for another path or method use x-wire-path and x-wire-method.`;
  }
  if (!areAllThere) return;
  for (const { path, method, operationId } of found) {
    if (typeof operationId === "string" && released.isOperationId(operationId)) continue;
    yield `adds the operation ${method} ${path} (${String(operationId)}), which this package does not have. To move one, give it its operationId.`;
  }
}

/** No two operations at one place. */
function* placeProblems(contract: Contract, released: Contract, affected: ReadonlySet<OperationId>): Generator<string> {
  const at = new Map<string, OperationId>();
  for (const operationId of released.operationIds()) {
    let [path, method] = released.placeOf(operationId)!;
    if (affected.has(operationId)) ({ path, method } = contract.operationOf(operationId));
    const place = `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
    const other = at.get(place);
    at.set(place, operationId);
    if (other === undefined) continue;
    yield `puts ${operationId} where ${other} is: ${method.toUpperCase()} ${path}. One of the two has to be elsewhere.`;
  }
}
