import * as pulumi from "@pulumi/pulumi";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { host } from "../support/host";
import { lumenoneConfig } from "../support/lumenone-config";
import { account, type Changes, urnOf, world } from "../support/options/world";
import { scenarioSeed } from "../support/scenarios/seed";
import { type RunResult, testStack, type TestStack } from "../support/stack";

/**
 * Options of Pulumi that change when or whether something is deleted or created, over one resource of each kind. After each
 * run what the state has is at LumenOne exactly once, and what it does not have is gone or was announced.
 * `additionalSecretOutputs`, `dependsOn`, `version` and `customTimeouts` change neither.
 */
jest.setTimeout(300_000);

let simulator: Simulator;
let seed: ReturnType<Simulator["snapshot"]>;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
  seed = simulator.snapshot();
});
beforeEach(async () => {
  simulator.reset();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterEach(() => stack.dispose());
afterAll(() => simulator.close());

const maybe = { expectFailure: "maybe" } as const;
const content = (text: string) => ({ source: new pulumi.asset.StringAsset(text) });
const changed: Changes["args"] = {
  Organization: { name: "house" },
  Workspace: { openAiPrompt: "two" },
  OrganizationTool: { description: "two" },
  VoiceConfig: { prompt: "two" },
  Document: content("# Two"),
};

/** Nothing is lost and nothing doubled; `pending` is what the state still has to delete. */
async function expectWhole(result: RunResult, pending: readonly string[] = []): Promise<void> {
  const { missing, left, pending: still } = await account(stack, simulator, seed);
  const errors = result.errors.filter((error) => error !== "update failed");
  expect({ missing, left, pending: still, errors }).toEqual({
    ...{ missing: [], left: [], pending },
    errors: pending.length > 0 ? [expect.stringContaining("it is replaced, and was not deleted")] : [],
  });
}

/** What LumenOne cannot delete stays, and a warning says so. */
async function expectGone(result: RunResult): Promise<void> {
  const { missing, left, pending } = await account(stack, simulator, seed);
  const announced = ["Account", "NumberRequest"];
  expect([missing, pending, left.filter((kind) => !announced.includes(kind)), result.errors]).toEqual([[], [], [], []]);
  if (left.includes("Account")) expect(result.warnings.join()).toMatch(/LumenOne cannot delete an account/);
}

describe("the constructor refuses what would leave an object behind or create it twice", () => {
  const component = (opts: pulumi.ComponentResourceOptions) =>
    new pulumi.ComponentResource("test:index:Box", `box-${Math.random()}`, {}, opts);
  type Given = { soft: lumenone.Organization; org: lumenone.Organization; ws: lumenone.Workspace };
  const cases: [string, (given: Given) => void, RegExp | undefined][] = [
    [
      "import",
      ({ org }) => new lumenone.Workspace("a", { organization: org }, { import: "x" }),
      // The plugin can read an object by its id.
      host === "native" ? undefined : /`import` does not work .* `npx pulumi-lumenone import`/,
    ],
    [
      "deletedWith an organization that may refuse",
      ({ soft }) => new lumenone.Workspace("a", { organization: soft }, { deletedWith: soft }),
      /`deletedWith` .* refuses to be deleted while anything is in it.* Set `forceDestroy: true` there/,
    ],
    [
      "deletedWith a resource that does not take it along",
      ({ org, soft }) => new lumenone.Workspace("a", { organization: org }, { deletedWith: soft }),
      /its deletion does not take this one along/,
    ],
    [
      "deletedWith by a component",
      ({ soft }) => new lumenone.Workspace("a", { organization: soft }, { parent: component({ deletedWith: soft }) }),
      /refuses to be deleted while anything is in it/,
    ],
    [
      "deletedWith a retained organization",
      () => {
        const kept = new lumenone.Organization("kept", { forceDestroy: true }, { retainOnDelete: true });
        new lumenone.Workspace("a", { organization: kept }, { deletedWith: kept });
      },
      /`retainOnDelete`/,
    ],
    [
      "deletedWith an organization that goes with all it holds",
      ({ org }) => new lumenone.Workspace("a", { organization: org }, { deletedWith: org }),
      undefined,
    ],
    [
      "deletedWith what is further up",
      ({ org, ws }) => new lumenone.VoiceConfig("a", { workspace: ws }, { deletedWith: org }),
      undefined,
    ],
  ];
  test.each(cases)("%s", async (_what, make, refusal) => {
    const thrown: unknown[] = [];
    await stack.preview(() => {
      const org = new lumenone.Organization("org", { forceDestroy: true });
      const ws = new lumenone.Workspace("ws", { organization: org });
      try {
        make({ soft: new lumenone.Organization("soft"), org, ws });
      } catch (error) {
        thrown.push(error);
      }
      return Promise.resolve();
    }, maybe);
    expect(thrown.map((error) => (error as Error).message)).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
    for (const error of thrown) expect(error).toBeInstanceOf(pulumi.RunError);
  });
});

test("deletedWith on everything: changes, a replacement and a destroy lose and leave nothing", async () => {
  const above: Readonly<Record<string, string>> = {
    ...{ Workspace: "Organization", OrganizationTool: "Organization", Folder: "Organization", Document: "Folder" },
    ...{ DocumentEmbedding: "Document", ToolAttachment: "Workspace", VoiceConfig: "Workspace" },
  };
  const every: Changes["every"] = (kind, made) => (above[kind] === undefined ? {} : { deletedWith: made[above[kind]] });
  await expectWhole(await stack.up(world({ every })));
  await expectWhole(await stack.up(world({ every, args: changed })));
  const replace = [await urnOf(stack, "Workspace")];
  await expectWhole(await stack.up(world({ every, args: changed }), { ...maybe, replace }));
  await expectGone(await stack.destroy(maybe));
});

test("protect: a replacement and a destroy are refused, and everything stays", async () => {
  const every = { protect: true };
  await expectWhole(await stack.up(world({ every })));
  const replaced = await stack.up(world({ every, args: { Document: { title: "Other" } } }), maybe);
  expect(replaced.ok).toBe(false);
  expect((await stack.run(["destroy", "--yes"], maybe)).ok).toBe(false);
  expect(await account(stack, simulator, seed)).toEqual({ missing: [], left: [], pending: [] });
});

test("retainOnDelete: a destroy leaves every object at LumenOne", async () => {
  await expectWhole(await stack.up(world({ every: { retainOnDelete: true } })));
  const before = simulator.snapshot();
  await stack.destroy();
  expect(simulator.snapshot()).toEqual(before);
});

test("ignoreChanges of fields that identify the object: nothing is created, replaced or sent", async () => {
  const names = ["organization", "name", "accountId", "workspace", "document", "tool", "folder", "source", "country"];
  const every = { ignoreChanges: names };
  await expectWhole(await stack.up(world({ every })));
  const elsewhere = ({ Elsewhere }: Readonly<Record<string, unknown>>) => ({ organization: Elsewhere });
  simulator.journal.clear();
  await expectWhole(
    await stack.up(
      world({
        every,
        args: {
          ...{ Account: { name: "other" }, Workspace: elsewhere, OrganizationTool: elsewhere, Folder: elsewhere },
          ...{ Document: content("# Two"), NumberRequest: { country: "DE" } },
        },
      }),
    ),
  );
  expect(simulator.journal.writes()).toEqual([]);
});

test("replaceOnChanges: what changed is replaced, and everything is there once", async () => {
  const every = { replaceOnChanges: ["*"] };
  const { Organization: _, OrganizationTool: __, ...args } = changed;
  await expectWhole(await stack.up(world({ every })));
  await expectWhole(await stack.up(world({ every, args }), maybe));
  expect((await stack.preview(world({ every, args }))).changed).toEqual([]);
  await expectGone(await stack.destroy(maybe));
});

test("deleteBeforeReplace: each kind is replaced, and everything is there once", async () => {
  const every = { deleteBeforeReplace: true };
  await expectWhole(await stack.up(world({ every })));
  for (const kind of ["Workspace", "OrganizationTool", "Folder", "Document", "DocumentEmbedding", "ToolAttachment"]) {
    await expectWhole(await stack.up(world({ every }), { ...maybe, replace: [await urnOf(stack, kind)] }));
  }
  expect((await stack.preview(world({ every }))).changed).toEqual([]);
});

test("aliases and parent: renamed and moved resources keep their objects, without a request that writes", async () => {
  await expectWhole(await stack.up(world()));
  simulator.journal.clear();
  const renamed: Changes = { prefix: "new-", every: (kind) => ({ aliases: [{ name: kind }] }) };
  await expectWhole(await stack.up(world(renamed)));
  const inside = ["Workspace", "Folder", "Document", "OrganizationTool"];
  const moved: Changes["every"] = (kind, made) =>
    inside.includes(kind) ? { parent: made["Organization"], aliases: [{ parent: pulumi.rootStackResource }] } : {};
  await expectWhole(await stack.up(world({ prefix: "new-", every: moved })));
  expect(simulator.journal.writes()).toEqual([]);
});

describe("--target of what others depend on", () => {
  test.each<[string, Changes["args"], boolean]>([
    ["Document", { Document: content("# Two") }, false],
    ["Workspace", {}, true],
  ])("a replaced %s stays until a whole `up` has moved them", async (kind, args = {}, replaces) => {
    await expectWhole(await stack.up(world()));
    const targets = [await urnOf(stack, kind)];
    const options = { ...maybe, targets, ...(replaces ? { replace: targets } : {}) };
    await expectWhole(await stack.up(world({ args }), options), [kind]);
    await expectWhole(await stack.up(world({ args }), maybe));
    expect((await stack.preview(world({ args }))).changed).toEqual([]);
  });

  test("with --target-dependents a changed document is embedded again at once", async () => {
    await expectWhole(await stack.up(world()));
    const document = (text: string) => world({ args: { Document: content(text) } });
    const targets = [await urnOf(stack, "Document")];
    await expectWhole(await stack.up(document("# Two"), { ...maybe, targets, args: ["--target-dependents"] }));
    expect(simulator.snapshot().embeddings).toHaveLength(seed.embeddings.length + 1);
  });

  test("--exclude, --refresh and --continue-on-error lose nothing", async () => {
    await expectWhole(await stack.up(world()));
    const document = (text: string) => world({ args: { Document: content(text) } });
    const excluded = await stack.up(document("# 2"), {
      ...maybe,
      args: ["--exclude", await urnOf(stack, "DocumentEmbedding")],
    });
    expect((await account(stack, simulator, seed)).missing).toEqual([]);
    expect(excluded.ok || excluded.errors.length > 0).toBe(true);
    await expectWhole(await stack.up(document("# 2"), { ...maybe, refresh: true }));
    simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "status", status: 400 });
    await stack.up(document("# 3"), { ...maybe, args: ["--continue-on-error"] });
    expect((await account(stack, simulator, seed)).missing).toEqual([]);
    await expectWhole(await stack.up(document("# 3"), maybe));
    await expectGone(await stack.destroy(maybe));
  });
});

describe("--replace of a kind whose names are unique", () => {
  test.each(["Folder", "OrganizationTool"])(
    "a %s says why its own name is taken, and the remedy works",
    async (kind) => {
      await expectWhole(await stack.up(world()));
      const replace = [await urnOf(stack, kind)];
      const refused = await stack.up(world(), { ...maybe, replace });
      expect(refused.errors.join("\n")).toMatch(
        new RegExp(`${kind} .*Pulumi creates the new one before it deletes the old one.*\`deleteBeforeReplace: true\``),
      );
      expect(await account(stack, simulator, seed)).toEqual({ missing: [], left: [], pending: [] });
      const opts = { [kind]: () => ({ deleteBeforeReplace: true }) };
      await expectWhole(await stack.up(world({ opts }), { ...maybe, replace }));
      expect((await stack.preview(world({ opts }))).changed).toEqual([]);
    },
  );
});
