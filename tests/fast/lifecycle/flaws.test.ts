import { flawsIn, placeOf } from "../../../provider/lifecycle/definition/flaws";
import { assetSignature, signatureKey } from "../../../provider/lifecycle/engine/asset";

const flaws = (value: unknown) => flawsIn("config", value, () => false).map(({ path, reason }) => `${path} ${reason}`);

describe("a value of 4,000,000 characters", () => {
  const most = "a".repeat(4_000_000);
  const tooMany = "ends a value of more than 4000000 characters";

  test("has no flaw", () => {
    expect(flaws(most)).toEqual([]);
  });

  test.each([
    ["one more text", [most, "b"], [`config[1] ${tooMany}`]],
    ["two more texts", [most, "b", "c"], [`config[1] ${tooMany}`]],
    ["one more key", [most, { key: 1, other: "b" }], [`config[1].key ${tooMany}`]],
    ["a key in front of the text", { [most]: "ab" }, [expect.stringContaining(tooMany)]],
  ])("and %s has one flaw", (_what, value, expected) => {
    expect(flaws(value)).toEqual(expected);
  });
});

/** How many values are looked at before the walk ends. */
function looks(value: unknown): number {
  let count = 0;
  flawsIn("config", value, () => ++count < 0);
  return count;
}

test("a key without a value does not count", () => {
  expect(flaws(["b", { ["a".repeat(4_000_000)]: undefined }, "c"])).toEqual([]);
});

test.each([
  ["keys", Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}\0`, 1]))],
  ["missing items", new Array(20)],
])("of twenty wrong %s ten are reported", (_what, value) => {
  expect(flaws(value)).toHaveLength(10);
});

test("what follows the tenth flaw is not looked at", () => {
  expect(looks(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, NaN])))).toBe(11);
});

describe("after 100,000 values", () => {
  const tooMany = expect.stringContaining("is one of more than 100000 values") as string;

  test("missing items of a list are not reported", () => {
    expect(flaws([...new Array<number>(100_000).fill(0), undefined])).toEqual([tooMany]);
  });

  test("the walk ends, though the keys of a small object lead on along a million ways", () => {
    let value: object = {};
    for (let level = 0; level < 20; level++) value = { left: value, right: value };
    expect(flaws(value)).toEqual([tooMany]);
    expect(looks(value)).toBe(100_000);
  });
});

test("a key of more than 60 characters is shortened in a path", () => {
  expect(placeOf("config", "a ".repeat(50))).toBe(`config["${"a ".repeat(30)}"]`);
});

const nameless = Object.create(Object.create(Object.create(null) as object) as object) as object;

class Named {}
class Odd {}
Object.defineProperty(Odd, "name", { value: "not a word" });

test.each([
  ["a file", { [signatureKey]: assetSignature, path: "a.md" }, "config is a file, which only a Document takes"],
  ["an object of a class", new Named(), "config is of the class Named"],
  ["an object of a class whose name is not a word", new Odd(), "config is of a class"],
  ["an object of a class without a name", nameless, "config is of a class"],
])("%s is named as such", (_what, value, expected) => {
  expect(flaws(value)).toEqual([expected]);
});
