import { SettingsError } from "../../errors/settings-error";
import { isObject } from "../is-object";
import { type Contract, type Operation, type OperationOverride } from "./contract";

const example = `'{"createOrganization": {"method": "post", "path": "/orgs"}}'`;

/**
 * Reads `lumenone:operations`: other methods and paths for operations, for a host that has them elsewhere.
 * @throws {SettingsError} for an unknown operation, or a path without the operation's parameters
 */
export function operationOverrides(json: string | undefined, contract: Contract): Record<string, OperationOverride> {
  if (json === undefined) return {};
  const overrides: Record<string, OperationOverride> = {};
  for (const [operationId, given] of Object.entries(parse(json))) {
    if (!contract.isOperationId(operationId))
      throw wrong(`names "${operationId}", which is not an operation of the contract`);
    const { method, path } = (given ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof method !== "string" || !/^(?:get|post|put|patch|delete)$/i.test(method)) {
      throw wrong(`gives ${operationId} no method (get, post, put, patch, delete)`);
    }
    const operation = contract.operationOf(operationId);
    overrides[operationId] = { method: method.toLowerCase(), path: checkedPath(operation, path) };
  }
  return overrides;
}

function checkedPath({ operationId, wire }: Operation, path: unknown): string {
  // Two slashes would name another host, and dots another path on this one.
  if (typeof path !== "string" || !/^(?:\/[\w{}.~-]+)+$/.test(path) || /\/\.\.?(?:\/|$)/.test(path)) {
    throw wrong(`gives ${operationId} no path that begins with /, is below /api/v1 and has no query`);
  }
  const parameters = new Set(wire.parameters.flatMap(({ name, place }) => (place === "path" ? [name] : [])));
  const named = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!));
  const missing = [...parameters].filter((name) => !named.has(name));
  if (missing.length > 0) throw wrong(`gives ${operationId} a path without {${missing.join("}, {")}}`);
  const unknown = [...named].filter((name) => !parameters.has(name));
  if (unknown.length > 0) throw wrong(`gives ${operationId} a path with {${unknown.join("}, {")}}, which it has not`);
  return path;
}

function parse(json: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw wrong("is not JSON");
  }
  if (!isObject(parsed)) throw wrong("must be an object");
  return parsed;
}

function wrong(problem: string): SettingsError {
  return new SettingsError("operations", problem, example);
}
