import { unknown } from "../../../provider/lifecycle/engine/unknown";
import { same } from "../../../provider/lifecycle/state/same";

test.each<[old: unknown, wanted: unknown, isSame: boolean]>([
  [undefined, undefined, true],
  [null, undefined, true],
  ["", undefined, false],
  [0, undefined, false],
  [{}, undefined, false],
  [undefined, null, false],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [[1, 2], [2, 1], false],
  [unknown, unknown, false],
  [{ a: unknown }, { a: unknown }, false],
])("%j in the state and %j in the program are the same: %s", (old, wanted, isSame) => {
  expect(same(old, wanted)).toBe(isSame);
});
