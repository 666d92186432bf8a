import { integer, list, object, text } from "../../../provider/lifecycle/definition/fields";
import { projectField } from "../../../provider/lifecycle/state/project";

/** What LumenOne has, seen through what the program declares. */
const voice = object("Voice", { ownKeysOnly: true });
const voices = list("Voice", { ownKeysOnly: true });
const own = { provider: "a", options: { speed: 1 } };

describe("a field of which LumenOne fills in the rest", () => {
  test.each([
    ["what it adds is not seen", { ...own, model: "m", options: { speed: 1, pitch: 2 } }, own],
    ["what it changes is seen", { ...own, options: { speed: 2 } }, { ...own, options: { speed: 2 } }],
    ["what it lacks is seen as null", { provider: "a" }, { provider: "a", options: null }],
    ["a list in place of an object is seen", [own], [own]],
    ["null is seen", null, null],
    ["what it does not show is taken to be as declared", undefined, own],
  ])("%s", (_, shown, seen) => {
    expect(projectField("voice", voice, own, { voice: shown })).toEqual(seen);
  });

  test.each([
    ["of each item what it adds is not seen", [{ ...own, model: "m" }, own], [own, own]],
    ["what it changes in an item is seen", [own, { ...own, provider: "b" }], [own, { ...own, provider: "b" }]],
    ["one more is seen whole", [own, own, { model: "m" }], [own, own, { model: "m" }]],
    ["one less is seen whole", [{ ...own, model: "m" }], [{ ...own, model: "m" }]],
    ["an object in place of a list is seen", { model: "m" }, { model: "m" }],
  ])("in a list, %s", (_, shown, seen) => {
    expect(projectField("voices", voices, [own, own], { voices: shown })).toEqual(seen);
  });

  test("all of it is seen where the program declares nothing", () => {
    expect(projectField("voice", voice, undefined, { voice: own })).toEqual(own);
  });
});

test("a value that LumenOne adds to any other field is seen", () => {
  const whole = object("Options");
  expect(projectField("options", whole, { a: 1 }, { options: { a: 1, b: 2 } })).toEqual({ a: 1, b: 2 });
});

test.each([
  ["a field that can be null", "a", null, text({ nullable: true })],
  ["one that cannot, and is declared", "a", null, text()],
  ["one that cannot, and is not declared", undefined, undefined, text()],
  ["a number", 4, null, integer()],
])("null in place of %s, which the program declares as %j, is seen as %j", (_, declared, seen, field) => {
  expect(projectField("x", field, declared, { x: null })).toBe(seen);
});

test("a text in place of a list with as many items is seen", () => {
  expect(projectField("voices", voices, [own], { voices: "x" })).toBe("x");
});
