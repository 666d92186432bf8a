import { type Fleet, tasksOf } from "../../../provider/cli/fleet/tasks-of";
import { left, whyNoPrune } from "../../../provider/cli/fleet/gone-tenants";
import { type FleetPlan } from "../../../provider/cli/fleet/plan/plan-fleet";
import { sampleFiles } from "../../support/sample-files";

/** Which tenants of a fleet have a turn, with what, and the results of the others. */
const { folder: project, write } = sampleFiles();
beforeAll(() => void write("Pulumi.yaml", "name: fleet\nruntime: nodejs\n"));
const limits = { parallel: 2, maxConcurrency: 10 };

function plan(more: Partial<FleetPlan> = {}): FleetPlan {
  const tenants = [
    { file: "tenants/acme.yaml", stack: "acme", organization: "Acme" },
    { file: "tenants/broken.yaml", stack: "broken", organization: "Broken", problem: "organization: is missing" },
    { file: "tenants/new.yaml", stack: "new", organization: "Acme" },
  ];
  const stacks = new Set(tenants.map(({ stack }) => stack));
  return { tenants, stacks, unread: [], sharedNames: new Set(["Acme"]), ...more } as FleetPlan;
}

function fleet(verb: Fleet["verb"], more: Partial<Fleet> = {}): Fleet {
  return {
    ...{ verb, project, plan: plan(), existing: new Set(["acme", "gone"]), gone: ["gone"], noPrune: undefined },
    ...{ prunes: false, limits, contract: undefined, workers: 2, ...more },
  };
}

test("a tenant's task says all that its worker needs, and nothing is allowed that was not asked for", () => {
  const { tasks } = tasksOf(fleet("up", { plan: plan({ sharedNames: new Set() }) }), {});
  expect(tasks[0]).toEqual({
    ...{ verb: "up", file: "tenants/acme.yaml", stack: "acme", project, exists: true, sharesName: false },
    ...{ env: { LUMENONE_MAX_CONCURRENCY: "5" }, native: false, options: {} },
  });
});

test("a tenant's task has what the options ask for, and the fleet's contract", () => {
  const options = {
    ...{ placeholderSecrets: true, allowOutside: true, allowDeletes: true, remove: true, native: true },
    ...{ ours: ["a"], notOurs: ["b"], secretsProvider: "passphrase" },
  };
  const { tasks } = tasksOf(fleet("preview", { contract: "overlay.yaml" }), options);
  expect(tasks[0]).toMatchObject({
    ...{ options, native: true, sharesName: true },
    env: { LUMENONE_CONTRACT: "overlay.yaml" },
  });
});

test.each(["up", "preview"] as const)(
  "`%s` has a task for each tenant whose file is valid, with or without a stack",
  (verb) => {
    const { tasks, results } = tasksOf(fleet(verb), {});
    expect(tasks.map(({ stack, exists }) => [stack, exists])).toEqual([
      ["acme", true],
      ["new", false],
    ]);
    expect(results.map(({ stack, status }) => [stack, status])).toEqual([
      ["broken", "invalid"],
      ["gone", "left"],
    ]);
  },
);

test.each(["refresh", "destroy", "drift"] as const)("`%s` leaves out a tenant that has no stack", (verb) => {
  const { tasks, results } = tasksOf(fleet(verb), {});
  expect(tasks.map(({ stack }) => stack)).toEqual(["acme"]);
  expect(results.find(({ stack }) => stack === "new")).toMatchObject({
    ...{ status: "unchanged", notes: ["It has not been brought up."] },
  });
});

test("with `--prune` a stack whose file is gone is destroyed and removed", () => {
  const { tasks, results } = tasksOf(fleet("up", { prunes: true }), {});
  expect(tasks.at(-1)).toMatchObject({ verb: "destroy", stack: "gone", exists: true, options: { remove: true } });
  expect(results.map(({ stack }) => stack)).toEqual(["broken"]);
});

describe("the reason why `--prune` destroys nothing", () => {
  const existing = new Set(["acme", "broken", "a", "b", "c"]);

  test("is undefined where every stack has a file", () => {
    expect(whyNoPrune(plan({ unread: ["x.yaml"] }), existing, [])).toBeUndefined();
  });

  test("is undefined where at most half of the stacks have no file", () => {
    expect(whyNoPrune(plan(), existing, ["a", "b"])).toBeUndefined();
  });

  test("names the stacks where more than half of them have no file", () => {
    expect(whyNoPrune(plan(), existing, ["a", "b", "c"])).toBe(
      "--prune would destroy 3 of the fleet's 5 stacks, more than half of them: a, b, c.",
    );
    const many = Array.from({ length: 21 }, (_, index) => `t${index}`);
    expect(whyNoPrune(plan(), new Set(many), many)).toMatch(/t18, t19 and others\.$/);
  });

  test("names the files that cannot be read", () => {
    expect(whyNoPrune(plan({ unread: ["x.yaml"] }), existing, ["a"])).toBe(
      "It may be the stack of a file that cannot be read (x.yaml).",
    );
    const six = ["1", "2", "3", "4", "5", "6"];
    expect(whyNoPrune(plan({ unread: six }), existing, ["a"])).toContain("(1, 2, 3, 4, 5 and 1 more)");
    expect(whyNoPrune(plan({ unread: six.slice(1) }), existing, ["a"])).toContain("(2, 3, 4, 5, 6)");
  });

  test("the result of such a stack is `held` with a reason, `left` without one, and has a remedy", () => {
    expect(left("gone", undefined)).toMatchObject({
      status: "left",
      remedy: expect.stringContaining("--prune") as string,
    });
    expect(left("gone", "Why.")).toMatchObject({
      ...{ status: "held", problem: "Its file is gone, and what it made is still there. Why." },
      remedy: expect.stringContaining("--allow-deletes") as string,
    });
  });
});
