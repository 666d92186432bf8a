import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { Replacements } from "../../../provider/lifecycle/ownership/replacements";

/** What is known, before an object is deleted, of the resources that still need it. */
const old = { kind: "Organization", key: "account/acme", id: "acme" };
const other = { kind: "Organization", key: "account/acme-2", id: "acme-2" };

test("an object that no step has named is not replaced", () => {
  expect(new Replacements().isReplaced(old, "Acme")).toBe(false);
});

test("an object is replaced when a diff has shown that the program wants something else of it", () => {
  const replacements = new Replacements();
  replacements.declare(old, "Acme Ltd.", { name: "Acme Ltd." }, undefined);
  expect(replacements.isReplaced(old, "Acme")).toBe(true);
});

test("an object is replaced when one that looks like it was created, without a diff", () => {
  const replacements = new Replacements();
  replacements.made("Organization", "Acme", { name: "Acme" });
  expect(replacements.isReplaced(old, "Acme")).toBe(true);
});

test("an object is replaced when the state of another one names it, as after an update that was cut off", () => {
  const replacements = new Replacements();
  replacements.declare(other, "Acme Ltd.", { name: "Acme Ltd." }, old.id);
  expect(replacements.isReplaced(old, "Acme")).toBe(true);
  expect(replacements.hasMoved(old)).toBe(true);
});

test("a create replaces the object for which a diff wants the same inputs, once", () => {
  const replacements = new Replacements();
  replacements.declare(old, "Acme", { name: "Acme Ltd." }, undefined);
  expect(replacements.made("Organization", "Acme Ltd.", { name: "Acme Ltd." })).toBe(old.id);
  expect(replacements.made("Organization", "Acme Ltd.", { name: "Acme Ltd." })).toBeUndefined();
  expect([replacements.hasMoved(old), replacements.hasMoved(other)]).toEqual([true, false]);
});

test.each([
  [
    "in another order, and without what is not set",
    { name: "Acme", topN: 4 },
    { topN: 4, name: "Acme", color: undefined },
  ],
  [
    "with the file of which the diff had the hash",
    { source: "0a1b" },
    { source: { ...assetOfHash("0a1b"), path: "a.md" } },
  ],
])("a create replaces an object whose diff wants the same inputs, %s", (_, wanted, inputs) => {
  const replacements = new Replacements();
  replacements.declare(old, "Acme", wanted, undefined);
  expect(replacements.made("Organization", "Acme", inputs)).toBe(old.id);
});

test.each([
  ["another value", "Organization", { name: "Acme Ltd." }],
  ["another field", "Organization", { title: "Acme" }],
  ["one more field", "Organization", { name: "Acme", topN: 4 }],
  ["another kind", "Folder", { name: "Acme" }],
])("a create with %s replaces nothing", (_, kind, inputs) => {
  const replacements = new Replacements();
  replacements.declare(old, "Acme", { name: "Acme" }, undefined);
  expect(replacements.made(kind, "Acme", inputs)).toBeUndefined();
  expect(replacements.hasMoved(old)).toBe(false);
});

test("two objects whose diffs want the same inputs are replaced by one create each", () => {
  const replacements = new Replacements();
  for (const object of [old, other]) replacements.declare(object, "Acme", { name: "Acme" }, undefined);
  const made = [1, 2, 3].map(() => replacements.made("Organization", "Acme", { name: "Acme" }));
  expect(made).toEqual([old.id, other.id, undefined]);
});

test("an object that two diffs show is replaced by one create", () => {
  const replacements = new Replacements();
  for (const turn of ["Acme", "Acme Ltd."]) replacements.declare(old, turn, { name: "Acme" }, undefined);
  const made = [1, 2].map(() => replacements.made("Organization", "Acme", { name: "Acme" }));
  expect(made).toEqual([old.id, undefined]);
});
