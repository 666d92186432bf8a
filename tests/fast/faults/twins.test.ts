import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Created } from "../../../provider/lifecycle/steps/create";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";

/** Two resources of one program that stand for one object, the second added in a later `up`. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [{ organization: "home", name: "Chat" }],
      tools: [{ organization: "home", name: "hammer" }],
      folders: [{ organization: "home", name: "papers" }],
      documents: [{ title: "one", name: "one.json", folder: "papers" }],
    },
  });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const kinds: [kind: string, inputs: Values, removes: string | undefined][] = [
  ["ToolAttachment", { workspace: "chat", tool: "1" }, "detachWorkspaceTool"],
  ["DocumentEmbedding", { workspace: "chat", document: "home/papers/one.json" }, "updateWorkspaceEmbeddings"],
  ["VoiceConfig", { workspace: "chat", prompt: "one" }, undefined],
  ["Organization", { name: "Home", adopt: true, forceDestroy: true }, "deleteOrganization"],
];

test.each<[string, Values, string]>([
  [
    "Folder",
    { organization: "home", name: "new" },
    "Folder (home/new): this program declares it twice: two Folder resources have the same `organization` and `name`. Keep one of the two, or give them different names.",
  ],
  [
    "OrganizationTool",
    { organization: "home", name: "saw", type: "function" },
    "OrganizationTool (home): this program declares it twice: two OrganizationTool resources have the same `organization` and `name`. Keep",
  ],
  [
    "ToolAttachment",
    { workspace: "chat", tool: "1" },
    "ToolAttachment (chat/1): this program declares it twice: two ToolAttachment resources have the same `workspace` and `tool`. Keep one of the two.",
  ],
])("a second %s of one program is refused with what the two share and the remedy", async (kind, inputs, message) => {
  const host = hostSteps(simulator);
  await host.create(kind, inputs);
  await expect(host.create(kind, { ...inputs })).rejects.toThrow(message);
});

describe.each(kinds)("%s", (kind, inputs, removes) => {
  const twin = kind === "VoiceConfig" ? { ...inputs, prompt: "two" } : inputs;
  const count = () => (removes === undefined ? 0 : simulator.journal.count(removes));
  const twice = /declares it twice|another resource of this program/;

  /** Both in the state: the one that came second was made before the first one's diff. */
  async function both(): Promise<[first: Created, second: Created]> {
    const first = await hostSteps(simulator).create(kind, inputs);
    const host = hostSteps(simulator);
    const second = await host.create(kind, twin);
    await expect(host.diff(kind, first, inputs)).rejects.toThrow(twice);
    simulator.journal.clear();
    return [first, second];
  }

  test("a second one is refused while the first stays in the program", async () => {
    const first = await hostSteps(simulator).create(kind, inputs);
    const host = hostSteps(simulator);
    await host.diff(kind, first, inputs);
    await expect(host.create(kind, twin)).rejects.toThrow(twice);
  });

  test("when both are in the state, every later run refuses, whichever comes first", async () => {
    const [first, second] = await both();
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const host = hostSteps(simulator);
      for (const refreshed of [one, other])
        expect(await host.read(kind, refreshed)).toMatchObject({
          id: refreshed.id,
          outputs: { mark: refreshed.outputs["mark"] },
        });
      for (const refreshed of [one, other]) await host.diff(kind, refreshed, inputs);
      await host.diff(kind, one, one === first ? inputs : twin);
      await expect(host.diff(kind, other, other === first ? inputs : twin)).rejects.toThrow(twice);
    }
  });

  test("removing either of them leaves the object to the other, with a warning", async () => {
    const [first, second] = await both();
    for (const [stays, leaves, declared] of [
      [first, second, inputs],
      [second, first, twin],
    ] as const) {
      const host = hostSteps(simulator);
      await host.diff(kind, stays, declared);
      await host.remove(kind, leaves);
      expect(host.context.warnings).toEqual([expect.stringContaining("leaves the state only")]);
    }
    expect(count()).toBe(0);
  });

  test("states that know no marks: what stays in the program unchanged keeps the object", async () => {
    const { id, outputs } = await hostSteps(simulator).create(kind, inputs);
    const { mark: _mark, ...old } = outputs;
    simulator.journal.clear();
    const host = hostSteps(simulator);
    await host.diff(kind, { id, outputs: old }, inputs);
    await host.remove(kind, { id, outputs: old });
    expect(count()).toBe(0);
  });

  test("its own replacement goes on, also where Pulumi decides on it after our diff", async () => {
    const first = await hostSteps(simulator).create(kind, inputs);
    const host = hostSteps(simulator);
    if (kind === "VoiceConfig") await host.diff(kind, first, twin);
    const made = await host.create(kind, twin);
    simulator.journal.clear();
    await host.remove(kind, first);
    expect(made.id).toBe(first.id);
    expect(count()).toBe(0);
  });

  test("a resource that left the program is deleted", async () => {
    const first = await hostSteps(simulator).create(kind, inputs);
    simulator.journal.clear();
    const host = hostSteps(simulator);
    await host.read(kind, first);
    // As a refresh does.
    await host.diff(kind, first, inputs);
    await host.remove(kind, first);
    expect(count()).toBe(removes === undefined ? 0 : 1);
  });
});

test("a creation whose response has the id of another resource of this process is an error", async () => {
  const host = hostSteps(simulator);
  const { id } = await host.create("Organization", { name: "Acme" });
  const body = { success: true, organization: simulator.snapshot().organizations.find(({ slug }) => slug === id) };
  simulator.faults.add({ operationId: "createOrganization", kind: "status", status: 200, when: "before", body });
  await expect(host.create("Organization", { name: "Other" })).rejects.toThrow(/another object, acme\./);
});
