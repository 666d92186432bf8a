import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Created } from "../../../provider/lifecycle/steps/create";
import { hostSteps, type HostSteps } from "../../support/faults/host-steps";

/** A workspace that is replaced: what LumenOne would delete with the old one has to have left it. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const former = { organization: "home", name: "Desk" };
/** What the program declares now; `replaceOnChanges` makes another one for it. */
const latter = { ...former, name: "Desk 2", topN: 7 };
const slugs = () => simulator.snapshot().workspaces.map(({ slug }) => slug);

interface Replacement {
  /** The process that replaces it. */
  readonly host: HostSteps;
  readonly old: Created;
  readonly made: Created;
  readonly attached: readonly Created[];
}

/** A workspace with so many attached tools, and the new one, which stands beside it. */
async function replace(tools: number, kinds: readonly string[] = []): Promise<Replacement> {
  const before = hostSteps(simulator);
  const old = await before.create("Workspace", former);
  const attached: Created[] = [];
  for (let index = 0; index < tools; index++) {
    const tool = await before.create("OrganizationTool", { organization: "home", name: `tool-${index}`, type: "http" });
    attached.push(await before.create("ToolAttachment", { workspace: old.id, tool: tool.id.split("/")[1] }));
  }
  for (const kind of kinds) attached.push(await before.create(kind, { workspace: old.id }));
  const host = hostSteps(simulator);
  expect(await host.diff("Workspace", old, latter)).toMatchObject({ changed: ["name", "topN"] });
  return { host, old, made: await host.create("Workspace", latter), attached };
}

test("it is not deleted while a tool is attached to it, which is named", async () => {
  const { host, old, made, attached } = await replace(1);
  await expect(host.remove("Workspace", old)).rejects.toThrow(
    new RegExp(`it is replaced, and was not deleted, .* with it: ToolAttachment ${attached[0]!.id}\\.`),
  );
  expect(slugs()).toEqual([old.id, made.id]);
});

test.each([
  [10, /: (ToolAttachment \S+, ){9}ToolAttachment \S+\d\. /],
  [12, /: (ToolAttachment \S+, ){10}2 more\. /],
])("of %d attached tools, ten are named", async (tools, named) => {
  const { host, old } = await replace(tools);
  await expect(host.remove("Workspace", old)).rejects.toThrow(named);
});

test("it is deleted once the tool is detached, also when that was asked for before", async () => {
  const { host, old, made, attached } = await replace(1);
  await expect(host.remove("Workspace", old)).rejects.toThrow("it is replaced");
  await host.remove("ToolAttachment", attached[0]!);
  await host.remove("Workspace", old);
  expect(slugs()).toEqual([made.id]);
});

test("it is deleted once the attachment has moved, too", async () => {
  const { host, old, made, attached } = await replace(1);
  const [attachment] = attached;
  const moved = { workspace: made.id, tool: attachment!.id.split("/")[1] };
  expect(await host.diff("ToolAttachment", attachment!, moved)).toMatchObject({ replaces: ["workspace"] });
  await expect(host.remove("Workspace", old)).rejects.toThrow("it is replaced");
  await host.create("ToolAttachment", moved);
  await host.remove("Workspace", old);
  expect(slugs()).toEqual([made.id]);
});

test("a voice assistant, which LumenOne cannot delete, has left it when the state has it no more", async () => {
  const { host, old, made, attached } = await replace(0, ["VoiceConfig"]);
  await expect(host.remove("Workspace", old)).rejects.toThrow("VoiceConfig desk");
  await host.remove("VoiceConfig", attached[0]!);
  await host.remove("Workspace", old);
  expect(slugs()).toEqual([made.id]);
});

test("a later process knows from the states of the new ones what they were made in place of", async () => {
  const { host, old, made, attached } = await replace(1);
  expect(made.outputs["insteadOf"]).toBe(old.id);
  const tool = attached[0]!.id.split("/")[1];
  await host.diff("ToolAttachment", attached[0]!, { workspace: made.id, tool });
  const moved = await host.create("ToolAttachment", { workspace: made.id, tool });
  expect(moved.outputs["insteadOf"]).toBe(attached[0]!.id);

  const later = hostSteps(simulator);
  await later.diff("Workspace", made, latter);
  await expect(later.remove("Workspace", old)).rejects.toThrow("it is replaced");
  await later.diff("ToolAttachment", moved, { workspace: made.id, tool });
  await later.remove("Workspace", old);
  expect(slugs()).toEqual([made.id]);
});

test("a workspace that is not replaced takes along what it has", async () => {
  const { old, made } = await replace(1);
  await hostSteps(simulator).remove("Workspace", old);
  expect(slugs()).toEqual([made.id]);
});
