import { definitionOf } from "../../../provider/definitions/registry";
import { isDefault, list, object, secretFields, text } from "../../../provider/lifecycle/definition/fields";
import { Problems } from "../../../provider/lifecycle/definition/problems";
import { asUuid, isUuid } from "../../../provider/lifecycle/definition/uuid";
import { normaliseField, validateField } from "../../../provider/lifecycle/definition/validate-field";
import { unknown } from "../../../provider/lifecycle/engine/unknown";

const uuid = "ABCDEF01-1111-4111-8111-111111111111";

test("the secret field of a tool is its config", () => {
  expect(secretFields(definitionOf("OrganizationTool").fields)).toEqual(["config"]);
});

test("an object field has its type's name beside its facts", () => {
  expect(object("Voice", { secret: true })).toEqual({
    type: "object",
    presence: "optional",
    typeName: "Voice",
    secret: true,
  });
});

test("null is the default of a field that names none", () => {
  expect([isDefault(text(), null), isDefault(text(), "")]).toEqual([true, false]);
});

test("a field of any type accepts any value", () => {
  const problems = new Problems("Workspace");
  validateField("anything", { type: "any", presence: "optional" }, 5, problems);
  expect(problems.found).toEqual([]);
});

test.each([
  ["a text does not apply to a list", { ...list("string"), maxLength: 1 }, ["a", "b"]],
  ["a number does not apply to a text", { ...text(), minimum: 10 }, "5"],
])("a corrected limit of %s", (_what, field, value) => {
  const problems = new Problems("Workspace");
  validateField("field", field, value, problems);
  expect(problems.found).toEqual([]);
});

test.each([unknown, null])("a field's own spelling does not apply to %j", (value) => {
  expect(normaliseField(text({ nullable: true, normalise: (given) => `normal ${String(given)}` }), value)).toBe(value);
});

test("only a text in the form of a UUID is one, and gets lower case", () => {
  expect([uuid, "Acme", [uuid]].map(isUuid)).toEqual([true, false, false]);
  expect([uuid, "Acme"].map(asUuid)).toEqual([uuid.toLowerCase(), "Acme"]);
});
