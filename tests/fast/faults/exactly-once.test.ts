import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";
import { until } from "../../support/until";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

type Kind = "Organization" | "Workspace" | "OrganizationTool" | "Folder";
const rows: Record<
  Kind,
  { create: string; list: string; collection: "organizations" | "workspaces" | "tools" | "folders"; inputs: Values }
> = {
  Organization: { create: "createOrganization", list: "listOrganizations", collection: "organizations", inputs: {} },
  Workspace: {
    create: "createWorkspace",
    list: "listOrganizationWorkspaces",
    collection: "workspaces",
    inputs: { organization: "home" },
  },
  OrganizationTool: {
    create: "createOrganizationTool",
    list: "listOrganizationTools",
    collection: "tools",
    inputs: { organization: "home", type: "function" },
  },
  Folder: { create: "createFolder", list: "listDocuments", collection: "folders", inputs: { organization: "home" } },
};
const kinds = Object.keys(rows) as Kind[];
const repeating: Kind[] = ["Organization", "Workspace"];

const inputsOf = (kind: Kind, name = "acme"): Values => ({ ...rows[kind].inputs, name });
const named = (kind: Kind, name = "acme") =>
  (simulator.snapshot()[rows[kind].collection] as { name?: string }[]).filter((object) => object.name === name);
const fail = (fault: Partial<Fault> & Pick<Fault, "kind">) => simulator.faults.add(fault);

/** Without a response in a fifth of a second, a request has none. */
const impatient = { "lumenone:timeoutSeconds": "0.2", "lumenone:maxRetries": "1" };

describe("several creates of one name, all responses lost", () => {
  test.each(repeating)("%s: each gets one of its own", async (kind) => {
    const host = hostSteps(simulator);
    fail({ operationId: rows[kind].create, kind: "resetAfter", times: 5 });
    const made = await Promise.all(Array.from({ length: 5 }, () => host.create(kind, inputsOf(kind))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    expect(named(kind)).toHaveLength(5);
  });

  test.each(repeating)("%s: one that was there before is left alone", async (kind) => {
    await hostSteps(simulator).create(kind, inputsOf(kind));
    const host = hostSteps(simulator);
    fail({ operationId: rows[kind].create, kind: "resetAfter", times: 1 });
    fail({ operationId: rows[kind].create, kind: "resetBefore", times: 1 });
    const made = await Promise.all([1, 2].map(() => host.create(kind, inputsOf(kind))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    expect(named(kind)).toHaveLength(3);
  });
});

test.each(kinds)("%s: a create that returns 500 after the write is found and not sent again", async (kind) => {
  fail({ operationId: rows[kind].create, kind: "status", status: 500, when: "after" });
  await hostSteps(simulator).create(kind, inputsOf(kind));
  expect(named(kind)).toHaveLength(1);
  expect(simulator.journal.count(rows[kind].create)).toBe(1);
});

test.each(kinds)("%s: a response without an object counts as lost", async (kind) => {
  fail({ operationId: rows[kind].create, kind: "status", status: 200, when: "after", body: {} });
  const { id } = await hostSteps(simulator).create(kind, inputsOf(kind));
  expect(id).not.toBe("");
  expect(named(kind)).toHaveLength(1);
});

test.each(kinds)("%s: a request that is still at work when its connection breaks is waited for", async (kind) => {
  const { list, create } = rows[kind];
  const host = hostSteps(simulator);
  // Listed at once, it is not there yet; a moment later it is.
  fail({ operationId: create, kind: "resetAfter" });
  fail({ operationId: list, kind: "status", status: 200, skip: 1, body: emptyList(kind) });
  await host.create(kind, inputsOf(kind));
  expect(named(kind)).toHaveLength(1);
});

describe("the response is lost, and so is the list", () => {
  async function lose(kind: Kind, when: "resetAfter" | "resetBefore", host = hostSteps(simulator)) {
    const { create, list } = rows[kind];
    fail({ operationId: create, kind: when });
    fail({ operationId: list, kind: "status", status: 503, skip: 1, times: Infinity });
    const { state, error } = await host.tryUp(kind, undefined, inputsOf(kind));
    simulator.faults.clear();
    expect(error).toBeInstanceOf(IncompleteError);
    expect(state?.id).toBe("unconfirmed");
    return state!;
  }

  test.each(kinds.flatMap((kind) => (["resetAfter", "resetBefore"] as const).map((when) => [kind, when] as const)))(
    "%s, %s: the next up finds it or makes it, once",
    async (kind, when) => {
      if (repeating.includes(kind)) await hostSteps(simulator).create(kind, inputsOf(kind));
      const before = named(kind).length;
      const state = await lose(kind, when);
      expect(named(kind)).toHaveLength(before + (when === "resetAfter" ? 1 : 0));
      const next = hostSteps(simulator);
      const made = await next.up(kind, state, inputsOf(kind));
      expect(made.id).not.toBe("unconfirmed");
      expect(made.outputs).not.toHaveProperty("unconfirmed");
      expect(named(kind)).toHaveLength(before + 1);
      expect(await next.diff(kind, made, inputsOf(kind))).toMatchObject({ changed: [], incomplete: [] });
      const claimed = [expect.stringContaining(`${made.id} was not there before and looks like it`)];
      expect(next.context.warnings).toEqual(when === "resetAfter" ? claimed : []);
    },
  );

  test.each(kinds)("%s: a refresh finds it", async (kind) => {
    const state = await lose(kind, "resetAfter");
    const next = hostSteps(simulator);
    const found = await next.read(kind, state);
    expect(found).toMatchObject({ outputs: { name: "acme" } });
    expect(found?.outputs).not.toHaveProperty("unconfirmed");
    expect(await hostSteps(simulator).diff(kind, found!, inputsOf(kind))).toMatchObject({ changed: [], replaces: [] });
    expect(named(kind)).toHaveLength(1);
  });

  test.each(kinds)("%s: a refresh that does not find it lets go of it", async (kind) => {
    const state = await lose(kind, "resetBefore");
    const next = hostSteps(simulator);
    expect(await next.read(kind, state)).toBeUndefined();
    expect(next.context.warnings).toEqual([expect.stringContaining("was not made")]);
  });

  test.each(kinds)("%s: a destroy leaves what may be somebody else's, and says so", async (kind) => {
    const state = await lose(kind, "resetAfter");
    const next = hostSteps(simulator);
    await next.remove(kind, state);
    expect(named(kind)).toHaveLength(1);
    expect(next.context.warnings).toEqual([expect.stringContaining("delete it at LumenOne")]);
  });

  test.each(kinds)(
    "%s: a program that gives it another name makes another one, and says that the first may be there",
    async (kind) => {
      const state = await lose(kind, "resetAfter");
      const next = hostSteps(simulator);
      expect(await next.diff(kind, state, inputsOf(kind, "other"))).toMatchObject({ replaces: ["id"] });
      await next.create(kind, inputsOf(kind, "other"));
      await next.remove(kind, state);
      expect([named(kind).length, named(kind, "other").length]).toEqual([1, 1]);
      expect(next.context.warnings).toEqual([expect.stringContaining("delete it at LumenOne")]);
    },
  );

  test.each(repeating)("%s: two of one name find one each", async (kind) => {
    const host = hostSteps(simulator);
    const states = [await lose(kind, "resetAfter", host), await lose(kind, "resetAfter", hostSteps(simulator))];
    // The second process saw the first one's object before it made its own.
    expect(states.map(({ outputs }) => (outputs["unconfirmed"] as string[]).length)).toEqual([0, 1]);
    const next = hostSteps(simulator);
    for (const state of states) await next.diff(kind, state, inputsOf(kind));
    const made = await Promise.all(states.map(() => next.create(kind, inputsOf(kind))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    expect(named(kind)).toHaveLength(2);
  });
});

test.each(kinds)("%s: a first request that is carried out late makes no second one", async (kind) => {
  fail({ operationId: rows[kind].create, kind: "slow", ms: 1200 });
  const { state, error } = await hostSteps(simulator, impatient).tryUp(kind, undefined, inputsOf(kind));
  expect(error).toBeInstanceOf(IncompleteError);
  expect(named(kind)).toHaveLength(0);
  await until(() => named(kind).length > 0);
  expect(named(kind)).toHaveLength(1);
  const made = await hostSteps(simulator).up(kind, state, inputsOf(kind));
  expect(named(kind)).toHaveLength(1);
  expect(made.outputs["name"]).toBe("acme");
});

test.each(repeating)("%s: a second object that a repeated request created is reported", async (kind) => {
  const host = hostSteps(simulator);
  const { create, list } = rows[kind];
  fail({ operationId: create, kind: "resetAfter" });
  fail({ operationId: list, kind: "status", status: 200, skip: 1, times: 2, body: emptyList(kind) });
  const { id } = await host.create(kind, inputsOf(kind));
  const slugs = named(kind).map((object) => (object as { slug?: string }).slug);
  expect(slugs).toHaveLength(2);
  const other = slugs.find((slug) => slug !== id);
  expect(host.context.warnings).toEqual([expect.stringContaining(String(other))]);
});

test.each(repeating)("%s: the slug of one that this process deleted may be given out again", async (kind) => {
  const old = await hostSteps(simulator).create(kind, inputsOf(kind));
  const host = hostSteps(simulator);
  // The list of what was there before is read while the old one is there.
  await host.create(kind, inputsOf(kind, "other"));
  await host.remove(kind, old);
  fail({ operationId: rows[kind].create, kind: "resetAfter" });
  const made = await host.create(kind, inputsOf(kind));
  expect(made.id).toBe(old.id);
  expect(named(kind)).toHaveLength(1);
});

test.each(kinds)("%s: a list that is not a list is not taken for an empty one", async (kind) => {
  await hostSteps(simulator).create(kind, inputsOf(kind, "earlier"));
  fail({ operationId: rows[kind].list, kind: "status", status: 200, body: {}, times: Infinity });
  const { error } = await hostSteps(simulator).tryUp(kind, undefined, inputsOf(kind));
  expect(error?.message).toContain(rows[kind].list);
  expect(named(kind)).toHaveLength(0);
});

function emptyList(kind: Kind): unknown {
  return {
    Organization: { organizations: [] },
    Workspace: { workspaces: [] },
    OrganizationTool: { tools: [] },
    Folder: { localFiles: { name: "documents", type: "folder", items: [] } },
  }[kind];
}
