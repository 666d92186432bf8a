import * as fc from "fast-check";
import { definitionOf } from "../../provider/definitions/registry";
import { type Field, inputFields } from "../../provider/lifecycle/definition/fields";
import { type Values } from "../../provider/lifecycle/state/values";
import { validValue } from "./arbitrary-values";

/** Texts at which somebody's rule ends: LumenOne's, a database's, a disk's, JavaScript's. */
const oddTexts = fc.oneof(
  fc.constantFrom("", " ", "a ", " a", "\u00a0", "\u200b", "\ufeffa", "a\nb", "a\tb", "a\0b", "a\r\n", "\u2028"),
  fc.constantFrom("none", "None", "null", "undefined", "NaN", "true", "0", "-0", "007", "1e3", "[]", "{}", "7"),
  fc.constantFrom("__proto__", "constructor", "toString", "********", "<redacted>", "-dash", "../x", ".", "..", "a/b"),
  fc.constantFrom("a%2fb", "a\\b", "a?b", "a#b", "a%b", "A", "cafe\u0301", "caf\u00e9", "\u00df", "\u0130", "\u6c34"),
  fc.constantFrom(254, 255, 256).map((length) => "x".repeat(length)),
  fc.constantFrom(63, 64, 127, 128).map((length) => "\u{1f600}".repeat(length)),
  fc.constantFrom(127, 128).map((length) => "\u00e9".repeat(length)),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.uuid().map((uuid) => uuid.toUpperCase()),
);

const oddNumbers = fc.constantFrom<number>(
  ...[0, -0, 1, -1, 0.1, 1.5, 0.25, 255, 256, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e21, 1e308, 5e-324],
  ...[NaN, Infinity, -Infinity],
);

/** What stands in a Struct of gRPC: JSON, and the numbers that it has no word for. */
const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(oddTexts, oddNumbers, fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(oddTexts, tie("value"), { maxKeys: 3, noNullPrototype: false }),
  ),
})).value;

/** Values around what a field takes: half of them right, the others nearly, a few wholly wrong. */
function nearlyRight(field: Field): fc.Arbitrary<unknown> {
  const odd = field.type === "string" ? oddTexts : field.type === "boolean" ? fc.boolean() : oddNumbers;
  const inside = fc.dictionary(oddTexts, anything, { maxKeys: 4, noNullPrototype: false });
  const near = field.type === "object" ? inside : field.type === "list" ? fc.array(inside, { maxLength: 2 }) : odd;
  return fc.oneof(
    { arbitrary: validValue(field), weight: 4 },
    { arbitrary: near, weight: 5 },
    { arbitrary: anything, weight: 1 },
  );
}

/** Inputs of a kind of which one to three fields are not what they are in `valid`. */
export function oddInputs(kind: string, valid: Values, special: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) {
  const fields = inputFields(definitionOf(kind).fields).filter(([, { type }]) => type !== "asset");
  const changed = fc.subarray(fields, { minLength: 1, maxLength: Math.min(3, fields.length) });
  return changed.chain((some) => {
    const values = some.map(([name, field]) => [name, special[name] ?? nearlyRight(field)] as const);
    return fc.record(Object.fromEntries(values)).map((odd): Values => ({ ...valid, ...odd }));
  });
}
