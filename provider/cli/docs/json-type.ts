/** Types of JSON, and `binary` for a file that is sent. */
export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null" | "binary";

export function typeOfValue(value: unknown): JsonType {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as JsonType;
}

/** Whether a value can be of a type of both. A whole number is a number, and docs often say no more than that. */
export function shareType(some: ReadonlySet<JsonType>, others: ReadonlySet<JsonType>): boolean {
  return [...some].some((type) => others.has(type) || (isNumber(type) && [...others].some(isNumber)));
}

/** Whether all types of some are allowed by others. */
export function areAllowed(some: ReadonlySet<JsonType>, others: ReadonlySet<JsonType>): boolean {
  return [...some].every((type) => shareType(new Set([type]), others));
}

const isNumber = (type: JsonType) => type === "number" || type === "integer";
