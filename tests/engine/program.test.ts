import * as pulumi from "@pulumi/pulumi";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { host } from "../support/host";
import { lumenoneConfig } from "../support/lumenone-config";
import { secondAccount } from "../support/scenarios/seed";
import { type Program, testStack, type TestStack } from "../support/stack";

/** What users meet in a program, on the real engine: everything that is not one kind's own life. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      accounts: [{ id: "11111111-1111-4111-8111-111111111111" }, { id: secondAccount }],
      organizations: [{ name: "Living" }, { name: "Twin" }, { name: "Twin" }],
      workspaces: [{ organization: "living", name: "Chat", topN: 9 }],
      tools: [{ organization: "living", name: "hammer", config: { token: "old" } }],
      folders: [{ organization: "living", name: "handbook" }],
    },
  });
});

beforeEach(async () => {
  stack = await testStack({ config: lumenoneConfig(simulator) });
});

afterEach(async () => {
  await stack.destroy({ expectFailure: "maybe" });
  stack.dispose();
});

afterAll(async () => {
  await simulator?.close();
});

const program =
  (declare: () => unknown): Program =>
  () =>
    Promise.resolve({ given: declare() });

class Component extends pulumi.ComponentResource {
  constructor(name: string, provider: pulumi.ProviderResource) {
    super("test:index:Component", name, {}, { providers: [provider] });
  }
}

describe(".get", () => {
  test("gives every field of an object that the program does not manage", async () => {
    const look = program(() => {
      const chat = lumenone.Workspace.get("chat", "chat");
      const tool = lumenone.OrganizationTool.get("hammer", "living/1");
      return {
        slug: chat.slug,
        topN: chat.topN,
        prompt: chat.openAiPrompt,
        tool: tool.toolId,
        organization: tool.organization,
      };
    });
    const { outputs } = await stack.up(look);
    expect(outputs["given"]).toEqual({ slug: "chat", topN: 9, prompt: null, tool: "1", organization: "living" });
    expect((await stack.preview(look)).changed).toEqual([]);
    await stack.destroy();
    expect(simulator.snapshot().workspaces).toHaveLength(1);
  });

  test("fails with one clear error when there is none", async () => {
    const { errors } = await stack.preview(
      program(() => lumenone.Workspace.get("chat", "nobody").slug),
      { expectFailure: true },
    );
    expect(errors.join("\n")).toMatch(/Workspace \(nobody\): there is no such object .*account 11111111/);
    expect(errors.join("\n")).not.toMatch(/\n\s+at /);
  });
});

describe("adoption", () => {
  test("takes over the one object of that name, and brings it to the declared state", async () => {
    const adopting = program(() => {
      const living = new lumenone.Organization("living", { name: "Living", adopt: true });
      const chat = new lumenone.Workspace("chat", { name: "Chat", organization: living, topN: 3, adopt: true });
      new lumenone.OrganizationTool("hammer", {
        organization: living,
        type: "function",
        config: { token: "new" },
        adopt: true,
      });
      new lumenone.Folder("handbook", { organization: living, adopt: true });
      return chat.slug;
    });
    const before = simulator.snapshot();
    expect((await stack.up(adopting)).outputs["given"]).toBe("chat");
    const after = simulator.snapshot();
    for (const kind of ["organizations", "workspaces", "tools", "folders"] as const) {
      expect(after[kind].map(({ id }) => id)).toEqual(before[kind].map(({ id }) => id));
    }
    expect(after.workspaces[0]).toMatchObject({ topN: 3 });
    expect(after.tools[0]).toMatchObject({ config: { token: "new" } });
    expect((await stack.preview(adopting)).changed).toEqual([]);
    // The objects were there before: they are let go, not destroyed.
    await stack.command(["state", "delete", "--all", "--yes"]);
  });

  test("never chooses between several, and never gives one object to two resources", async () => {
    const twin = await stack.up(
      program(() => new lumenone.Organization("twin", { name: "Twin", adopt: true }).slug),
      {
        expectFailure: true,
      },
    );
    expect(twin.errors.join("\n")).toMatch(/2 objects have this name.*twin, twin-/);
    const both = await stack.up(
      program(() =>
        ["one", "two"].map((name) => new lumenone.Organization(name, { name: "Living", adopt: true }).slug),
      ),
      { expectFailure: true },
    );
    expect(both.errors.join("\n")).toMatch(/living is another resource of this program already/);
    await stack.command(["state", "delete", "--all", "--yes"]);
  });

  test("is off by default: a taken name names the object and both remedies", async () => {
    const { errors } = await stack.up(
      program(() => new lumenone.OrganizationTool("hammer", { organization: "living", type: "function" }).toolId),
      { expectFailure: true },
    );
    expect(errors.join("\n")).toMatch(
      /OrganizationTool \(living\).*living\/1.*adopt: true.*npx pulumi-lumenone import/,
    );
  });
});

describe("one object is declared once", () => {
  test.each<[string, () => unknown, string]>([
    [
      "a folder by its name",
      () => ["a", "b"].map((name) => new lumenone.Folder(name, { organization: "living", name: "same" }).id),
      '(organization "living", name "same"). Keep one of the two, or give them different names.',
    ],
    [
      "an edge by its resources",
      () => {
        const workspace = new lumenone.Workspace("w", { organization: "living" });
        return ["a", "b"].map((name) => new lumenone.ToolAttachment(name, { workspace, tool: "1" }).id);
      },
      '(workspace the resource "w", tool "1"). Keep one of the two.',
    ],
    [
      "the voice of a workspace",
      () => ["a", "b"].map((name) => new lumenone.VoiceConfig(name, { workspace: "chat" }).id),
      '(workspace "chat"). Keep one of the two.',
    ],
  ])("%s, in the program, with what the two share", async (_what, declare, shared) => {
    const { thrown } = await stack.preview(program(declare), { expectFailure: true });
    expect(String(thrown[0])).toContain(`"b": "a" already declares the same one ${shared}`);
  });

  test("names that are only known later, in the provider", async () => {
    const later = program(() => {
      const name = new lumenone.Organization("later", { name: "same-folder" }).name;
      return ["a", "b"].map((folder) => new lumenone.Folder(folder, { organization: "living", name }).id);
    });
    const { errors } = await stack.up(later, { expectFailure: true });
    expect(errors.join("\n")).toMatch(
      /Folder \(living\/same-folder\): this program declares it twice: two Folder resources have the same `organization` and `name`/,
    );
    expect(simulator.snapshot().folders.filter(({ name }) => name === "same-folder")).toHaveLength(1);
  });

  test("objects whose provider comes from a parent: those of another account are not duplicates", async () => {
    const below = (providers: readonly pulumi.ProviderResource[]) =>
      program(() =>
        providers.map((provider, index) => {
          const parent = new Component(`part-${index}`, provider);
          return new lumenone.Folder(`folder-${index}`, { organization: "living", name: "manuals" }, { parent }).id;
        }),
      );
    const provider = (name: string, accountId: string) => new lumenone.Provider(name, { accountId });
    const two = () => [provider("first", simulator.accountId), provider("second", secondAccount)];
    expect((await stack.preview(program(() => below(two())()))).ok).toBe(true);
    const one = program(() => {
      const shared = provider("first", simulator.accountId);
      return below([shared, shared])();
    });
    const { thrown } = await stack.preview(one, { expectFailure: true });
    expect(String(thrown[0])).toMatch(/"folder-1": "folder-0" already declares the same one/);
  });

  test("two programs of one process may declare the same object", async () => {
    const one = program(() => new lumenone.Folder("f", { organization: "living", name: "mine" }).id);
    const results = await Promise.all([stack.preview(one), stack.preview(one)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});

test("a renamed parent does not touch its children, not even protected ones", async () => {
  const named = (name: string) =>
    program(() => {
      const parent = new lumenone.Organization("parent", { name });
      const child = new lumenone.Workspace("child", { organization: parent }, { protect: name !== "gone" });
      const tool = new lumenone.OrganizationTool("tool", { organization: parent, type: "function" });
      new lumenone.ToolAttachment("edge", { workspace: child, tool });
      return [parent.slug, child.slug, tool.toolId];
    });
  await stack.up(named("Before"));
  const planned = await stack.preview(named("After"));
  expect(planned.changed.map(({ op, name }) => [op, name])).toEqual([["update", "parent"]]);
  const done = await stack.up(named("After"));
  expect(done.changed.map(({ op, name }) => [op, name])).toEqual([["update", "parent"]]);
  await stack.up(named("gone"));
});

describe("deleting", () => {
  test("an organization that is not empty is refused with what is in it, unless it is forced", async () => {
    const declared = (args: lumenone.OrganizationArgs) => program(() => new lumenone.Organization("full", args).slug);
    await stack.up(declared({}));
    simulator.person.add("workspaces", { organization: "full", name: "By hand" });
    const refused = await stack.destroy({ expectFailure: true });
    expect(refused.errors.join("\n")).toMatch(/Organization \(full\).*workspace by-hand.*forceDestroy: true/);
    expect(simulator.snapshot().workspaces.map(({ slug }) => slug)).toContain("by-hand");
    await stack.up(declared({ forceDestroy: true }));
    await stack.destroy();
    expect(simulator.snapshot().workspaces.map(({ slug }) => slug)).not.toContain("by-hand");
  });
});

test("values that are not known yet neither fail a preview nor hide a replacement", async () => {
  const declared = (unknown: boolean) =>
    program(() => {
      // The second organization is new in the second program, so everything of it is unknown in its preview.
      const later = unknown ? new lumenone.Organization("later", {}) : undefined;
      const text: pulumi.Input<string> = later?.createdAt ?? "known";
      const workspace = new lumenone.Workspace("w", { organization: later ?? "living", openAiPrompt: text });
      const tool = new lumenone.OrganizationTool("t", { organization: "living", type: "function", config: { text } });
      new lumenone.VoiceConfig("v", {
        workspace,
        prompt: text,
        voice: { provider: "vapi", voiceId: later ? "Kylie" : "Elliot" },
      });
      return [workspace.slug, tool.toolId];
    });
  await stack.up(declared(false));
  const planned = await stack.preview(declared(true));
  const operations = Object.fromEntries(planned.changed.map(({ name, op }) => [name, op]));
  expect(operations).toMatchObject({ later: "create", t: "update" });
  expect(planned.changed.filter(({ name }) => name === "w").map(({ op }) => op)).toContain("replace");
  await stack.up(declared(true));
  expect((await stack.preview(declared(true))).changed).toEqual([]);
});

test("a field that is left out is an output without a value, except where another gives it one", async () => {
  const declare = (openAiPrompt: string, rest: Partial<lumenone.WorkspaceArgs>, opts?: pulumi.CustomResourceOptions) =>
    program(() => {
      const chat = new lumenone.Workspace("left-out", { organization: "living", openAiPrompt, ...rest }, opts);
      return {
        prompt: chat.openAiPrompt,
        model: chat.chatModel.apply((model) => model ?? "none"),
        temperature: chat.openAiTemp.apply((value) => value ?? "none"),
        keys: Object.keys(chat),
      };
    });
  const { outputs } = await stack.up(declare("first", { openAiTemp: 0.5, chatModel: undefined }));
  expect(outputs["given"]).toMatchObject({ prompt: "first", model: "none", temperature: 0.5 });
  expect(outputs["given"]).toMatchObject({
    keys: expect.arrayContaining(["chatModel", "createdAt", "hexSlug", "topN"]) as string[],
  });
  // Pulumi keeps the value in the state, which the program does not give.
  const ignored = await stack.up(declare("second", {}, { ignoreChanges: ["openAiTemp"] }));
  expect(ignored.outputs["given"]).toMatchObject({ prompt: "second", model: "none", temperature: 0.5 });
});

test("data functions return values in both forms, and call logs stay secret", async () => {
  simulator.person.phoneCall("chat", { summary: "private matters" });
  const asking = program(() => ({
    calls: lumenone
      .getCallLogsOutput({ workspace: "chat" })
      .callLogs.apply((calls) => calls.map(({ summary }) => summary)),
    organizations: lumenone.getOrganizationsOutput().organizations.apply((list) => list.map(({ slug }) => slug)),
    workspaces: lumenone
      .getWorkspacesOutput({ organization: "living" })
      .workspaces.apply((list) => list.map(({ hexSlug }) => hexSlug)),
    tools: lumenone
      .getOrganizationToolsOutput({ organization: "living" })
      .tools.apply((list) => list.map(({ name }) => name)),
    authenticated: lumenone.getAuthStatusOutput().authenticated,
  }));
  // The program runs in this process, and has the stack's configuration from the engine.
  const { outputs, stdout } = await stack.up(asking);
  expect(outputs["given"]).toMatchObject({ organizations: ["living", "twin", expect.stringMatching(/^twin-/)] });
  expect(stdout).not.toContain("private matters");
  expect((await stack.outputs())["given"]).toMatchObject({
    calls: ["private matters"],
    workspaces: ["63686174"],
    tools: ["hammer"],
    authenticated: true,
  });
});

test("the error of a data function that finds nothing is one paragraph, and can be caught", async () => {
  const { errors } = await stack.preview(
    async () => ({ nobody: await lumenone.getWorkspace({ workspace: "nobody" }) }),
    {
      expectFailure: true,
    },
  );
  expect(errors).toEqual([
    expect.stringMatching(/^getWorkspace \(GET \/workspace\/\w+\) failed: LumenOne returned 404.*$/),
  ]);
  let caught: unknown;
  await stack.preview(async () => {
    await lumenone.getWorkspace({ workspace: "nobody" }).catch((error: unknown) => (caught = error));
    return {};
  });
  expect(caught).toMatchObject({ name: "ApiError", status: 404 });
});

test("an explicit provider has its own account, and its other settings from the stack", async () => {
  const explicit = program(() => {
    const other = new lumenone.Provider("other", { accountId: secondAccount });
    const organization = new lumenone.Organization("elsewhere", {}, { provider: other });
    const asked = lumenone.getOrganizationsOutput({}, { provider: other, dependsOn: organization });
    return asked.organizations.apply((list) => list.map(({ slug }) => slug));
  });
  const { outputs } = await stack.up(explicit);
  expect(outputs["given"]).toEqual(["elsewhere"]);
  expect(simulator.snapshot().organizations.find(({ slug }) => slug === "elsewhere")?.account).toBe(secondAccount);
  expect((await stack.preview(explicit)).changed).toEqual([]);
});

test("a state has the provider in at most 120 characters, or not at all with the plugin", async () => {
  await stack.up(program(() => new lumenone.Organization("small").slug));
  const resource = (await stack.export()).resources?.find(({ type }) => type.endsWith(":Organization"));
  const text = resource?.inputs?.["__provider"];
  // The plugin is found by the type.
  if (host === "native") return expect([text, resource?.outputs?.["__provider"]]).toEqual([undefined, undefined]);
  expect(text).toBe('exports.handler = () => require("pulumi-lumenone/dynamic").handler("Organization")');
  expect(String(text).length).toBeLessThanOrEqual(120);
  expect(resource?.outputs?.["__provider"]).toBe(text);
});

test("all problems of a resource show in preview, without a stack trace and a request", async () => {
  const wrong = program(
    () => new lumenone.Workspace("w", { organization: "6c6976696e67", topN: 0, similarityThreshold: 3 }).slug,
  );
  simulator.journal.clear();
  const { errors } = await stack.preview(wrong, { expectFailure: true });
  const messages = errors.join("\n");
  expect(messages).toMatch(/organization: is the hex form of a slug/);
  expect(messages).toMatch(/topN: /);
  expect(messages).toMatch(/similarityThreshold: /);
  expect(messages).not.toMatch(/\n\s+at /);
  expect(simulator.journal.count()).toBe(0);
});

test("a config that contains itself is refused in the program", async () => {
  const config: Record<string, unknown> = { token: "x" };
  config["self"] = config;
  const { thrown } = await stack.preview(
    program(() => new lumenone.OrganizationTool("t", { organization: "living", type: "function", config }).toolId),
    { expectFailure: true },
  );
  expect(String(thrown[0])).toMatch(/OrganizationTool "t": config.self contains itself/);
});

test("a missing host is reported by the first operation that needs it, and not by a preview", async () => {
  const bare = await testStack({ config: { "lumenone:accountId": simulator.accountId } });
  const declared = program(() => new lumenone.Organization("a").slug);
  expect((await bare.preview(declared)).ok).toBe(true);
  const { errors } = await bare.up(declared, { expectFailure: true });
  expect(errors.join("\n")).toMatch(
    /lumenone:baseUrl is missing.*pulumi config set lumenone:baseUrl.*LUMENONE_BASE_URL/,
  );
  bare.dispose();
});
