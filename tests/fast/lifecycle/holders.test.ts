import { Holders } from "../../../provider/lifecycle/ownership/holders";

/** Which resource of a program stands for an object, as far as the steps of one process show. */
const key = "Organization acme";
const inputs = () => ({ name: "Acme" });
const mark = "0a1b2c3d";
let holders: Holders;
beforeEach(() => {
  holders = new Holders();
});

describe("an object that a create has taken", () => {
  test("is taken by it again, and by no other create of the same inputs", () => {
    const own = inputs();
    expect([own, own, inputs()].map((each) => holders.take(key, each))).toEqual([true, true, false]);
    expect(holders.isHeld(key)).toBe(true);
  });

  test("is free again when the create failed", () => {
    holders.take(key, inputs());
    holders.release(key);
    expect([holders.isHeld(key), holders.take(key, inputs())]).toEqual([false, true]);
  });

  test("has a mark of its own where it may have been there before, else none", () => {
    holders.take(key, inputs(), true);
    holders.take("another", inputs(), true);
    holders.take("new", inputs());
    expect(holders.markOf(key)).toMatch(/^[0-9a-f]{8}$/);
    expect(holders.markOf("another")).not.toBe(holders.markOf(key));
    expect([holders.markOf("new"), holders.markOf("unknown")]).toEqual([undefined, undefined]);
  });

  test("is still declared by the resource whose state has the mark, and by no other", () => {
    holders.take(key, inputs(), true);
    expect(holders.declare(key, undefined, undefined)).toBe(false);
    expect(holders.declare(key, mark, undefined)).toBe(false);
    expect(holders.declare(key, holders.markOf(key), undefined)).toBe(true);
    expect(holders.markOf(key)).toBeDefined();
  });

  test("is not found for a resource without an id", () => {
    holders.take(key, inputs());
    expect(holders.find(key)).toBe(false);
  });
});

describe("an object of the state that the program still declares", () => {
  test.each([
    ["as it is", undefined, false],
    ["with other inputs than the create has", { name: "Acme Ltd." }, false],
    ["with the inputs of the create, which replaces it", inputs(), true],
  ])("%s", (_, changedTo, isTaken) => {
    expect(holders.declare(key, undefined, changedTo)).toBe(true);
    expect(holders.take(key, inputs())).toBe(isTaken);
    expect(holders.markOf(key)).toBeUndefined();
  });

  test("is declared by one resource: the mark says by which", () => {
    holders.declare(key, mark, undefined);
    expect([mark, "ffffffff", undefined].map((each) => holders.declare(key, each, undefined))).toEqual([
      true,
      false,
      false,
    ]);
    expect(holders.markOf(key)).toBeUndefined();
  });
});

describe("an object that a refresh has found for a resource without an id", () => {
  test("is found for one, taken by no create, and declared by the resource that has it in the state", () => {
    expect([1, 2].map(() => holders.find(key))).toEqual([true, false]);
    expect(holders.take(key, inputs())).toBe(false);
    expect(holders.heir(key, undefined)).toBeUndefined();
    expect(holders.declare(key, mark, undefined)).toBe(true);
    expect(holders.heir(key, "ffffffff")).toBe("state");
  });
});

test("as many diffs as refreshes belong to the refreshes, and the next one to the program", () => {
  holders.noteRefreshed(key);
  holders.noteRefreshed(key);
  expect([1, 2, 3, 4].map(() => holders.isOfRefresh(key))).toEqual([true, true, false, false]);
  holders.noteRefreshed(key);
  expect([1, 2].map(() => holders.isOfRefresh(key))).toEqual([true, false]);
});

describe("when a resource of the state is deleted, its object is left to", () => {
  test("nobody where nobody else has it", () => {
    expect(holders.heir(key, mark)).toBeUndefined();
  });

  test("a create that took it over, and not to one that made it", () => {
    holders.take(key, inputs(), true);
    holders.take("new", inputs());
    expect([holders.heir(key, undefined), holders.heir("new", undefined)]).toEqual(["create", undefined]);
  });

  test.each([
    ["another resource of the state, with another mark", mark, inputs(), "state"],
    ["the one that the program still declares unchanged, of two without a mark", undefined, undefined, "state"],
    ["nobody, of two without a mark, where the other one changed", undefined, inputs(), undefined],
  ])("%s", (_, ofOther, changedTo, heir) => {
    holders.declare(key, ofOther, changedTo);
    expect(holders.heir(key, undefined)).toBe(heir);
  });
});
