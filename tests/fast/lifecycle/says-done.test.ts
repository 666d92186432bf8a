import { saysDone } from "../../../provider/lifecycle/once/says-done";
import { type Values } from "../../../provider/lifecycle/state/values";

/** Whether a response without an object in it says that something was done. */
test.each<[response: Values, word: string | undefined, isDone: boolean]>([
  [{ success: true }, undefined, true],
  [{ success: true, message: null, error: null }, undefined, true],
  [{ success: true, tool: {} }, undefined, false],
  [{ success: false }, undefined, false],
  [{ success: "true" }, undefined, false],
  [{}, undefined, false],
  [{ message: "OK" }, undefined, false],
  [{ message: undefined }, undefined, false],
  [{ message: "OK" }, "OK", true],
  [{ message: "OK", path: "/x" }, "OK", false],
  [{ message: "ok" }, "OK", false],
  [{ success: true }, "OK", true],
])("%j, where LumenOne says %j: %j", (response, word, isDone) => {
  expect(saysDone(response, word)).toBe(isDone);
});
