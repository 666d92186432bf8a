/** A bag of fields by name: inputs, outputs or a remote object, in plain JSON. */
export type Values = Record<string, unknown>;

/** Whether this is a plain object (and no list, no null). */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
