import { type OperationId, operationOf } from "./contract";
import { fromHexSlug, toHexSlug } from "./slug";

type Values = Record<string, unknown>;

/** A wire name in the provider's own spelling. */
export const camelCase = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The JSON body of an operation: the fields that the contract's body has, under its names. */
export function bodyFor(operationId: OperationId, fields: Values): Values | undefined {
  const { body } = operationOf(operationId);
  if (body.length === 0) return undefined;
  return Object.fromEntries(
    body.flatMap((name) => (fields[camelCase(name)] === undefined ? [] : [[name, fields[camelCase(name)]]])),
  );
}

/**
 * A returned object in the provider's names: keys in camel case, `slug` original and `hexSlug` hex. Nested values are
 * left as they are.
 */
export function fromWire(entity: Values): Values {
  const { originalSlug, ...rest } = entity;
  const renamed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [camelCase(name), value]));
  if (typeof rest["slug"] !== "string") return renamed;
  const slug = typeof originalSlug === "string" ? originalSlug : (fromHexSlug(rest["slug"]) ?? rest["slug"]);
  return { ...renamed, slug, hexSlug: toHexSlug(slug) };
}
