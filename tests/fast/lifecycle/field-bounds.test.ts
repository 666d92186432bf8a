import { type Field, integer, list, number, slugBehindHex, text } from "../../../provider/lifecycle/definition/fields";
import { Problems } from "../../../provider/lifecycle/definition/problems";
import { validateField } from "../../../provider/lifecycle/definition/validate-field";

/** What is refused at the edges of what a field takes. */
function problemsOf(field: Field, value: unknown): string[] {
  const problems = new Problems("Shelf");
  validateField("x", field, value, problems);
  return problems.found.map(({ message }) => message);
}

test.each<[what: string, field: Field, value: unknown]>([
  ["as many characters as allowed", text({ maxLength: 3 }), "abc"],
  ["as many bytes as allowed", text({ maxBytes: 4 }), "éé"],
  ["nothing, where it can be null", text({ nullable: true }), null],
  ["an empty text, where it can be null", text({ nullable: true }), ""],
  ["the smallest number", number({ minimum: 0 }), 0],
  ["the largest number", number({ maximum: 1 }), 1],
  ["any number", integer(), -5],
  ["an empty list", list("Item"), []],
])("%s is accepted", (_, field, value) => {
  expect(problemsOf(field, value)).toEqual([]);
});

test.each<[field: Field, value: unknown, problem: string]>([
  [text({ maxLength: 3 }), "abcd", "has 4 characters. Give at most 3."],
  [text({ maxBytes: 4 }), "ééa", "has 5 bytes in UTF-8. Give at most 4."],
  [text(), "", "must not be empty."],
  [text(), null, "must be a text, but is null."],
  [text(), 7, "must be a text, but is a number."],
  [text(), [], "must be a text, but is a list."],
  [text(), {}, "must be a text, but is an object."],
  [number(), NaN, "must be a number, but is not a finite number."],
  [number(), "7", "must be a number, but is a text."],
  [integer(), 1.5, "must be a whole number, but is a number."],
  [number({ minimum: 0 }), -0.5, "is too small. Give a number of at least 0."],
  [number({ maximum: 1 }), 1.5, "is too large. Give a number of at most 1."],
  [number({ minimum: 0, maximum: 1 }), 2, "is too large. Give a number of 0 to 1."],
])("the field %j refuses %j", (field, value, problem) => {
  expect(problemsOf(field, value)).toEqual([expect.stringContaining(`x: ${problem}`)]);
});

test.each([
  ["61636d65", "acme"],
  ["61636d652d31", "acme-1"],
  ["616263", undefined],
  ["61636d6", undefined],
  ["61636d65x", undefined],
  ["31323334", undefined],
  ["41434d45", undefined],
])("%s, read as a hex slug, is %s", (given, slug) => {
  expect(slugBehindHex(given)).toBe(slug);
});
