import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { type Program, testStack, type TestStack } from "../../support/stack";

/** Two resources of one program that stand for one object, through the real engine. The fast test knows more kinds. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [{ organization: "home", name: "Chat" }],
      tools: [{ organization: "home", name: "hammer" }],
    },
  });
});
beforeEach(async () => {
  simulator.reset();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterEach(() => stack.dispose());
afterAll(() => simulator.close());

/**
 * One after the other, in this order. A promise is not known while the program runs, so that only the host process sees
 * that they mean the same.
 */
const declared =
  (...names: string[]): Program =>
  () => {
    let voices: lumenone.VoiceConfig[] = [];
    let tools: lumenone.ToolAttachment[] = [];
    for (const name of names) {
      tools = [
        new lumenone.ToolAttachment(name, { workspace: Promise.resolve("chat"), tool: "1" }, { dependsOn: tools }),
      ];
      voices = [
        new lumenone.VoiceConfig(name, { workspace: Promise.resolve("chat"), prompt: name }, { dependsOn: voices }),
      ];
    }
    return Promise.resolve();
  };
const failing = { expectFailure: true, args: ["--continue-on-error"] } as const;
const attached = () => simulator.snapshot().toolAttachments;

test("a second edge of a later up is refused, and removing it leaves the first one's object", async () => {
  await stack.up(declared("first"));
  const refused = await stack.up(declared("first", "second"), failing);
  const messages = refused.errors.join("\n");
  expect(messages).toMatch(/ToolAttachment .*(declares it twice|another resource of this program)/);
  expect(messages).toMatch(/VoiceConfig .*(declares it twice|another resource of this program)/);
  await stack.up(declared("first"));
  expect(attached()).toHaveLength(1);
  expect((await stack.preview(declared("first"))).changed).toEqual([]);
});

test("a second edge that is declared first is refused, until one of the two leaves", async () => {
  await stack.up(declared("first"));
  await stack.up(declared("second", "first"), failing);
  expect((await stack.preview(declared("second", "first"), { expectFailure: true })).errors.join("\n")).toMatch(
    /another resource of this program has taken it over/,
  );
  await stack.up(declared("second"));
  expect(attached()).toHaveLength(1);
  expect((await stack.preview(declared("second"))).changed).toEqual([]);
  await stack.destroy({ program: declared("second") });
  expect(attached()).toHaveLength(0);
});

test("edges are replaced with --replace and with replaceOnChanges, and one attachment is left", async () => {
  const program =
    (prompt: string): Program =>
    () => {
      new lumenone.ToolAttachment("first", { workspace: "chat", tool: "1" });
      new lumenone.VoiceConfig("first", { workspace: "chat", prompt }, { replaceOnChanges: ["prompt"] });
      return Promise.resolve();
    };
  await stack.up(program("one"));
  const { resources = [] } = await stack.export();
  const edges = resources.filter(({ urn }) => urn.endsWith("::first")).map(({ urn }) => urn);
  const replaced = await stack.up(program("one"), { replace: edges });
  expect(replaced.changed.filter(({ op }) => op === "create-replacement")).toHaveLength(2);
  const changed = await stack.up(program("two"));
  expect(changed.changed.map(({ op }) => op)).toContain("create-replacement");
  expect(attached()).toHaveLength(1);
  expect((await stack.preview(program("two"))).changed).toEqual([]);
});
