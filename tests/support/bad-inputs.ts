import { definitionOf } from "../../provider/definitions/registry";
import { type Field, inputFields } from "../../provider/lifecycle/definition/fields";
import { normaliseField } from "../../provider/lifecycle/definition/validate-field";
import { type Values } from "../../provider/lifecycle/state/values";

/** Inputs of which one property is wrong, and what has to be said about it. */
export type BadInput = [kind: string, inputs: Values, property: string, reason: RegExp];

/** What stands in every wrong value that can hold a text: a message about a secret field must not repeat it. */
export const hidden = "hunter2-hunter2";

const wrongTypes: Readonly<Record<Field["type"], readonly unknown[]>> = {
  string: [5, true, [hidden], { hidden }],
  number: [hidden, NaN, Infinity, [5]],
  integer: [hidden, 1.5, NaN, -Infinity],
  boolean: [hidden, 1],
  object: [hidden, [hidden], 5],
  list: [hidden, { hidden }],
  asset: [hidden, { path: hidden }],
  any: [],
};

/** Every way in which the facts of a kind's fields can be broken, one at a time. */
export function badInputs(kind: string, valid: Values): BadInput[] {
  const fields = inputFields(definitionOf(kind).fields) as [name: string, field: Field][];
  const rows = fields.flatMap(([name, field]) =>
    [...wrongValues(field)].map(([value, reason]): BadInput => [kind, { ...valid, [name]: value }, name, reason]),
  );
  return [
    ...rows,
    [kind, { ...valid, nobodyKnows: hidden }, "nobodyKnows", new RegExp(`not a property of ${kind}. Known are `)],
  ];
}

function* wrongValues(field: Field): Generator<[value: unknown, reason: RegExp]> {
  const { type, presence, nullable, minimum, maximum, maxLength, maxBytes, line, trimmed, values, refersTo } = field;
  for (const value of wrongTypes[type]) {
    // Some fields take another type, and make it theirs.
    if (normaliseField(field, value) === value || typeof value === "object")
      yield [value, /must be (?:a|an|true or) .*, but is (?:a|an|not a) /];
  }
  if (line) yield ["two\nlines", /a line break or another control character/];
  if (line) yield [" \u00a0\u200b", /blanks only/];
  if (trimmed) yield [" padded", /begins or ends with a blank/];
  if (trimmed) yield ["padded\t", /(?:begins or ends with a blank|control character)/];
  if (maxBytes !== undefined) yield ["\u20ac".repeat(85) + "a", new RegExp(`has ${maxBytes + 1} bytes in UTF-8`)];
  if (type === "string") yield ["a\0b", /holds a NUL character/];
  if (type === "string") yield ["a\ud800b", /half of a character/];
  if (presence !== "optional") yield [undefined, /is missing/];
  if (presence !== "optional" && !nullable) yield [null, /is missing/];
  if (type === "string" && !nullable) yield ["", /must not be empty/];
  if (maxLength !== undefined) yield ["x".repeat(maxLength + 1), new RegExp(`Give at most ${maxLength}\\.`)];
  if (values) yield ["of-tomorrow", /is not one of the known words. Give one of "/];
  if (minimum !== undefined) yield [minimum - 1, new RegExp(`is too small. Give a number of .*${minimum}`)];
  if (maximum !== undefined) yield [maximum + 1, new RegExp(`is too large. Give a number of .*${maximum}`)];
  if (refersTo === "Organization" || refersTo === "Workspace")
    yield [Buffer.from("support").toString("hex"), /hex form of a slug. Give the original slug/];
}
