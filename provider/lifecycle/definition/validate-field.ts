import { assetIn } from "../engine/asset";
import { type Field, slugBehindHex } from "./fields";
import { withoutMinusZero } from "../state/minus-zero";
import { type Problems } from "./problems";
import { textFlaw } from "./text-flaw";
import { containsUnknown, unknown } from "../engine/unknown";
import { isObject } from "../../client/is-object";

const named = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object",
  list: "a list",
  asset: "a file",
  any: "any value",
};

function isOfType(type: Field["type"], value: unknown): boolean {
  switch (type) {
    case "string":
    case "boolean":
      return typeof value === type;
    case "number":
      return Number.isFinite(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "object":
      return isObject(value);
    case "list":
      return Array.isArray(value);
    case "asset":
      return assetIn(value) !== undefined;
    case "any":
      return true;
  }
}

/** Describes a value of a wrong type. */
function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "number" && !Number.isFinite(value)) return "not a finite number";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

/** Adds what is wrong with one value of a field. Unknown values are never wrong. */
export function validateField(name: string, field: Field, value: unknown, problems: Problems): void {
  if (value === unknown || (value === null && field.nullable)) return;
  if (!isOfType(field.type, value)) {
    problems.add(name, `must be ${named[field.type]}, but is ${described(value)}`, `Give ${named[field.type]}.`);
    return;
  }
  const flaw = typeof value === "string" ? textFlaw(field, value) : undefined;
  if (flaw) problems.add(name, ...flaw);
  else if (typeof value === "string") validateText(name, field, value, problems);
  if (typeof value === "number") validateNumber(name, field, value, problems);
}

function validateText(name: string, field: Field, value: string, problems: Problems): void {
  if (value === "" && !field.nullable) {
    problems.add(name, "must not be empty", "Give at least one character.");
  } else if (field.maxLength !== undefined && value.length > field.maxLength) {
    problems.add(name, `has ${value.length} characters`, `Give at most ${field.maxLength}.`);
  } else if (field.values && !field.values.includes(value)) {
    const known = field.values.map((word) => `"${word}"`).join(", ");
    problems.add(name, "is not one of the known words", `Give one of ${known}.`);
  } else if (field.form && !field.form.matches.test(value)) {
    problems.add(name, "has a form that is not allowed", `It ${field.form.says}.`);
  }
  if (field.refersTo && slugBehindHex(value) !== undefined) {
    problems.add(name, "is the hex form of a slug", "Give the original slug, or the resource.");
  }
}

function validateNumber(name: string, { minimum, maximum }: Field, value: number, problems: Problems): void {
  if (minimum !== undefined && value < minimum) problems.add(name, "is too small", rangeOf(minimum, maximum));
  if (maximum !== undefined && value > maximum) problems.add(name, "is too large", rangeOf(minimum, maximum));
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  if (maximum === undefined) return `Give a number of at least ${minimum}.`;
  return minimum === undefined ? `Give a number of at most ${maximum}.` : `Give a number of ${minimum} to ${maximum}.`;
}

/** One spelling for equal values: `""` of a nullable field is `null`, then what the definition says. */
export function normaliseField(field: Field, value: unknown): unknown {
  if (containsUnknown(value)) return value;
  if (field.nullable && value === "") return null;
  const plain = withoutMinusZero(value);
  return plain !== null && field.normalise ? field.normalise(plain) : plain;
}
