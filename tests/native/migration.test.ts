import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { dynamicType, kindOfType, nativeType } from "../../provider/definitions/resource-type";
import { runCommand } from "../support/command/run-command";
import { readRelease, recordedOrigin, recordedReleases } from "../support/recorded/release";
import { type Deployment, type TestStack } from "../support/stack";
import { recordedStack } from "../support/stack/recorded-stack";

/** A stack of the dynamic provider moves to the plugin: by the aliases of the native classes, or by `migrate`. */
describe.each(recordedReleases())("a state of %s", (version) => {
  // The program imports `pulumi-lumenone`, which this project of jest reads as `pulumi-lumenone/native`.
  const release = readRelease(version);
  let simulator: Simulator;
  let stack: TestStack;

  beforeAll(async () => {
    simulator = await createSimulator({ seed: release.server });
  });
  afterAll(() => simulator?.close());
  beforeEach(async () => {
    simulator.reset(release.server);
    stack = await recordedStack(simulator, release.state.replaceAll(recordedOrigin, simulator.url));
    simulator.journal.clear();
  });
  afterEach(() => stack.dispose());

  const ours = ({ resources = [] }: Deployment) => resources.filter(({ type }) => kindOfType(type) !== undefined);
  const migrate = (...args: string[]) =>
    runCommand(["migrate", "--json", ...args], { cwd: stack.folder, env: stack.env });

  test("with the import line changed, previews no change, sends no request, and comes up under the new types", async () => {
    const preview = await stack.preview(release.program);
    expect([preview.errors, preview.changed]).toEqual([[], []]);
    const up = await stack.up(release.program);
    expect(up.changed).toEqual([]);
    expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
    for (const { type } of ours(await stack.export())) expect(type).toBe(nativeType(kindOfType(type)!));
    expect((await stack.preview(release.program)).changed).toEqual([]);
    const refresh = await stack.refresh();
    expect([refresh.errors, refresh.changed]).toEqual([[], []]);
  });

  test("rewritten by `migrate`, has a backup, previews empty without a request, and refreshes without a change", async () => {
    const before = await stack.export();
    const { code, stdout, stderr } = await migrate("--stack", stack.name, "--yes");
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const [result] = (JSON.parse(stdout) as { stacks: { count: number; backup: string }[] }).stacks;
    expect(result?.count).toBe(ours(before).length);
    const backup = JSON.parse(fs.readFileSync(result!.backup, "utf8")) as { deployment: Deployment };
    expect(ours(backup.deployment).map(({ urn }) => urn)).toEqual(ours(before).map(({ urn }) => urn));
    expect(fs.statSync(result!.backup).mode & 0o077).toBe(0);

    const after = ours(await stack.export());
    for (const { type, inputs, outputs } of after) {
      expect(type).toBe(nativeType(kindOfType(type)!));
      expect([inputs, outputs].some((bag) => bag && "__provider" in bag)).toBe(false);
    }
    for (const { outputs } of after.filter(({ type }) => type === nativeType("Workspace"))) {
      expect(outputs?.["slug"]).toEqual(expect.any(String));
    }
    const preview = await stack.preview(release.program);
    expect([preview.errors, preview.changed]).toEqual([[], []]);
    expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
    const refresh = await stack.refresh();
    expect([refresh.errors, refresh.changed]).toEqual([[], []]);
    expect(simulator.journal.writes()).toEqual([]);
  });

  test("migrated again, stays as it is", async () => {
    await migrate("--stack", stack.name, "--yes");
    const before = stack.stateFile().bytes;
    const { code, stdout } = await migrate("--all", "--yes");
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ stacks: [{ stack: stack.name, count: 0 }] }),
    ]);
    expect(stack.stateFile().bytes.equals(before)).toBe(true);
    expect(fs.readdirSync(stack.folder).filter((name) => name.includes("before-migrate"))).toHaveLength(1);
  });

  test("is destroyed after it was migrated, without an up between", async () => {
    await migrate("--stack", stack.name, "--yes");
    const destroyed = await stack.destroy();
    expect(destroyed.errors).toEqual([]);
    expect(ours(await stack.export())).toEqual([]);
  });

  test.each([
    [
      "a pending operation",
      (state: Latest) => void (state.pending_operations = [{ type: "creating", resource: state.resources[1] }]),
      /pending operations/,
    ],
    [
      "a resource of which nobody knows whether it was made",
      (state: Latest) => {
        const found = state.resources.find(({ type }) => type === dynamicType("Organization"))!;
        found.outputs["unconfirmed"] = [];
      },
      /Nobody knows yet whether these were made/,
    ],
  ])("with %s is refused, and left as it is", async (_what, spoil, reason) => {
    const file = stack.stateFile().path;
    const state = JSON.parse(fs.readFileSync(file, "utf8")) as { checkpoint: { latest: Latest } };
    spoil(state.checkpoint.latest);
    fs.writeFileSync(file, JSON.stringify(state));
    const before = stack.stateFile().bytes;
    const { code, stdout } = await migrate("--stack", stack.name, "--yes");
    expect([code, stdout]).toEqual([1, expect.stringMatching(reason)]);
    expect(stack.stateFile().bytes.equals(before)).toBe(true);
    expect(fs.existsSync(path.join(stack.folder, `${stack.name}.before-migrate.json`))).toBe(false);
  });
});

interface Latest {
  pending_operations?: unknown[];
  resources: { type: string; outputs: Record<string, unknown> }[];
}
