import { type Field } from "../definition/fields";
import { parsedContainer } from "./parsed-container";
import { isObject } from "../../client/is-object";
import { asUuid } from "../definition/uuid";

/**
 * A value of LumenOne's in the type of its field. One operation may write a number as text, an id as a number, a flag as 0
 * or 1 and an object as its JSON, where another does not.
 */
export function coerced(field: Field, value: unknown): unknown {
  switch (field.type) {
    case "string":
      return typeof value === "number" ? String(value) : value;
    case "boolean":
      return flags.get(value) ?? value;
    case "number":
    case "integer":
      return numberIn(value) ?? value;
    case "object":
    case "list":
      return parsedContainer(value);
    case "asset":
    case "any":
      return value;
  }
}

const flags = new Map<unknown, boolean>([
  [0, false],
  ["0", false],
  ["false", false],
  [1, true],
  ["1", true],
  ["true", true],
]);

function numberIn(value: unknown): number | undefined {
  if (typeof value !== "string" || value.trim() === "") return undefined;
  return Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/**
 * Whether LumenOne's value is the known one in another spelling: UUIDs in upper case, the same letters in another Unicode
 * form, null where nothing is in a list or an object; or what the field's own `alike` says.
 */
export function alike(field: Field, known: unknown, returned: unknown): boolean {
  if (field.alike?.(known, returned)) return true;
  if (returned === null) return isEmpty(known);
  if (typeof known !== "string" || typeof returned !== "string") return false;
  return asUuid(known) === asUuid(returned) || known.normalize() === returned.normalize();
}

function isEmpty(value: unknown): boolean {
  return (Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0;
}
