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

test("a create is in place of the object of which a diff wants the same, once", () => {
  const replacements = new Replacements();
  replacements.declare(old, "Acme", { name: "Acme Ltd." }, undefined);
  expect(replacements.made("Organization", "Acme Ltd.", { name: "Acme Ltd." })).toBe(old.id);
  expect(replacements.made("Organization", "Acme Ltd.", { name: "Acme Ltd." })).toBeUndefined();
  expect([replacements.hasMoved(old), replacements.hasMoved(other)]).toEqual([true, false]);
});
