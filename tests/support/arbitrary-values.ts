import * as fc from "fast-check";
import { assetOfHash } from "../../provider/lifecycle/engine/asset";
import { type Definition } from "../../provider/lifecycle/definition/definition";
import { type Field, inputFields } from "../../provider/lifecycle/definition/fields";
import { unknown } from "../../provider/lifecycle/engine/unknown";

/** Any JSON, with unknown values anywhere, and the numbers that JSON has no word for. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(unknown, NaN, Infinity, undefined),
  fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(unknown)), { maxKeys: 4 }),
);

/** Inputs of a kind in which every field may be missing or anything. */
export function anyInputs(definition: Definition): fc.Arbitrary<Record<string, unknown>> {
  const fields = inputFields(definition.fields).map(([name]) => [name, anyJson] as const);
  return fc
    .tuple(
      fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
      fc.dictionary(fc.string(), anyJson, { maxKeys: 2 }),
    )
    .map(([known, others]) => ({ ...others, ...known }));
}

/** A value that the field's own facts allow, voice settings excepted, whose rules span fields. */
export function validValue(field: Field): fc.Arbitrary<unknown> {
  if (field.values) return fc.constantFrom(...field.values);
  const value = ((): fc.Arbitrary<unknown> => {
    switch (field.type) {
      case "boolean":
        return fc.boolean();
      case "integer":
        return fc.integer({ min: field.minimum ?? -1000, max: field.maximum ?? 100_000 });
      case "number":
        return fc.double({ min: field.minimum ?? -1e6, max: field.maximum ?? 1e6, noNaN: true });
      case "list":
        return fc.constant([]);
      case "object":
        return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
      case "asset":
        return fc.stringMatching(/^[0-9a-f]{64}$/).map((hash) => ({ ...assetOfHash(hash), path: `/files/${hash}.md` }));
      case "any":
      case "string":
        if (field.form?.says.includes("UUID")) return fc.uuid();
        if (field.refersTo === "OrganizationTool") return fc.integer({ min: 1 }).map(String);
        if (field.refersTo === "Document") return fc.webPath().map((path) => `acme/papers${path}/one.json`);
        return fc
          .string({ minLength: 1, maxLength: field.maxLength ?? 80 })
          .filter((text) => field.form?.matches.test(text) ?? true);
    }
  })();
  return field.nullable ? fc.option(value, { nil: null }) : value;
}

/** Inputs that are right as far as single fields go, each optional one present or not. */
export function validInputs(definition: Definition): fc.Arbitrary<Record<string, unknown>> {
  const fields = inputFields(definition.fields).filter(([name]) => !["voice", "transcriber"].includes(name));
  const required = fields.filter(([, field]) => field.required || field.logicalName).map(([name]) => name);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, validValue(field)])), {
    requiredKeys: required,
  });
}
