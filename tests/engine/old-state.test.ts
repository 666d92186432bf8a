import { createSimulator, type Simulator } from "lumenone-simulator";
import { kinds } from "../../provider/definitions/registry";
import { providerText } from "../../provider/dynamic/program/registration";
import { lumenoneConfig } from "../support/lumenone-config";
import { readRelease, recordedOrigin, recordedReleases } from "../support/recorded/release";
import { scenarioSeed } from "../support/scenarios/seed";
import { type TestStack } from "../support/stack";
import { recordedStack } from "../support/stack/recorded-stack";

const ours = "pulumi-nodejs:dynamic/lumenone:";

/** States that earlier releases wrote, and what LumenOne had then: this release goes on with them as if they were its own. */
describe.each(recordedReleases())("a state of %s", (version) => {
  const release = readRelease(version);
  let simulator: Simulator;
  let stack: TestStack;

  beforeAll(async () => {
    simulator = await createSimulator({ seed: release.server });
    stack = await recordedStack(simulator, release.state.replaceAll(recordedOrigin, simulator.url));
  });

  afterAll(async () => {
    await simulator?.close();
    stack?.dispose();
  });

  const resources = () =>
    stack.export().then(({ resources: all = [] }) => all.filter(({ type }) => type.startsWith(ours)));

  test("holds every kind, and finds the code by the text that this release writes", async () => {
    const found = await resources();
    expect(new Set(found.map(({ type }) => type.slice(ours.length)))).toEqual(new Set(kinds));
    for (const { type, inputs, outputs } of found) {
      const text = providerText(type.slice(ours.length));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(120);
      expect(inputs).toMatchObject({ __provider: text });
      expect(outputs).toMatchObject({ __provider: text });
    }
  });

  test("holds no secret in clear", () => {
    for (const secret of ["a-secret-of-nobody", simulator.apiKey]) expect(release.state).not.toContain(secret);
  });

  test("previews as empty, without a request", async () => {
    simulator.journal.clear();
    expect((await stack.preview(release.program)).changed).toEqual([]);
    expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
  });

  test("with another host it is refused, unless the host was only renamed", async () => {
    const moved = await recordedStack(simulator, release.state);
    const refused = await moved.preview(release.program, { expectFailure: true });
    expect(refused.errors.join("\n")).toContain(`it was made on ${recordedOrigin}`);
    await moved.setConfig(lumenoneConfig(simulator, { "lumenone:allowOriginChange": "true" }));
    const { changed } = await moved.preview(release.program);
    expect(changed.filter(({ type }) => type.startsWith(ours))).toEqual([]);
    moved.dispose();
  });

  test("refreshes without a change", async () => {
    expect((await stack.refresh()).changed).toEqual([]);
    expect((await stack.preview(release.program)).changed).toEqual([]);
  });

  test("is destroyed, and leaves nothing but what LumenOne cannot delete", async () => {
    await stack.destroy();
    expect(await resources()).toEqual([]);
    const left = simulator.snapshot();
    for (const kind of ["organizations", "workspaces", "tools", "toolAttachments", "folders", "documents"] as const)
      expect([kind, left[kind].length]).toEqual([kind, scenarioSeed[kind]?.length ?? 0]);
  });
});
