import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { kinds } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";
import { sha256 } from "../../support/sample-files";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";
import { writesOf } from "../../support/scenarios/tenant-program";

/** `maxRetries` counts every sending of a write, whichever part of this package sends it again. */
let simulator: Simulator;
beforeAll(async () => {
  const workspaces = [{ organization: seededOrganization, name: "Support" }];
  simulator = await createSimulator({
    seed: { ...scenarioSeed, workspaces, tools: [{ organization: seededOrganization, name: "hammer" }] },
  });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const organization = seededOrganization;
const inputs: Readonly<Record<string, Values>> = {
  Account: { name: "a" },
  Organization: { name: "a" },
  Workspace: { organization, name: "a" },
  OrganizationTool: { organization, name: "a", type: "function" },
  ToolAttachment: { workspace: "support", tool: "1" },
  Folder: { organization, name: "a" },
  VoiceConfig: { workspace: "support", firstMessage: "Hello" },
  Document: { organization, source: { ...assetOfHash(sha256("# Text")), text: "# Text" } },
  DocumentEmbedding: { workspace: "support", document: `${organization}/papers/one.json` },
  NumberRequest: { organization, country: "US", numberType: "local" },
};

const faults: [what: string, fault: Partial<Fault> & Pick<Fault, "kind">][] = [
  ["steady 503", { kind: "status", status: 503 }],
  ["steady 502 in HTML", { kind: "html" }],
  ["steady 504", { kind: "status", status: 504 }],
  ["steady 429", { kind: "status", status: 429, headers: { "retry-after": "0" } }],
  ["connections that break", { kind: "resetBefore" }],
];

/** What a promise of 90 s is about: longer waiting would be for a LumenOne that is at work. */
const promised = 90_000;

const fail = (operationId: string, fault: Partial<Fault> & Pick<Fault, "kind">) =>
  simulator.faults.add({ ...fault, operationId, times: Infinity });

describe.each([0, 2])("with maxRetries %d", (maxRetries) => {
  const config = { "lumenone:maxRetries": String(maxRetries) };

  describe.each(faults)("and %s", (what, fault) => {
    test.each(kinds)("%s: a creation is sent again `maxRetries` times at most", async (kind) => {
      const host = hostSteps(simulator, config);
      const [create = ""] = writesOf(kind);
      fail(create, fault);
      await expect(host.create(kind, inputs[kind] ?? {})).rejects.toThrow();
      const sent = simulator.journal.count(create);
      expect(sent).toBeGreaterThanOrEqual(1);
      expect(sent).toBeLessThanOrEqual(1 + maxRetries);
      if (maxRetries === 2 && what === "steady 503") expect(sent).toBe(3);
      // Only a LumenOne that may be at work is waited for as long as it takes.
      const atWork = kind === "DocumentEmbedding" && what === "steady 504";
      expect(host.context.session.time.now()).toBeLessThan(atWork ? 130_000 : promised);
      // The first wait is that of a batch for more items.
      if (host.context.session.time.now() > 1000) expect(host.context.infos.join()).toContain(kind);
    });

    if (what !== "steady 503" && what !== "steady 429") return;
    test.each(kinds.filter((kind) => writesOf(kind).length > 1))("%s: so are update and deletion", async (kind) => {
      const host = hostSteps(simulator, config);
      const made = await host.create(kind, inputs[kind] ?? {});
      const later = hostSteps(simulator, config);
      for (const [operation, step] of [
        [writesOf(kind)[1], () => later.update(kind, made, { ...inputs[kind], firstMessage: "Bye", name: "b" })],
        [writesOf(kind).at(-1), () => later.remove(kind, made)],
      ] as const) {
        if (operation === undefined) continue;
        simulator.journal.clear();
        fail(operation, fault);
        await step().catch(() => undefined);
        expect(simulator.journal.count(operation)).toBeLessThanOrEqual(1 + maxRetries);
        simulator.faults.clear();
      }
      expect(later.context.session.time.now()).toBeLessThan(promised);
    });
  });
});

test("retries after a 429 and after a 503 count together", async () => {
  const host = hostSteps(simulator, { "lumenone:maxRetries": "2" });
  simulator.faults.add({
    operationId: "createOrganization",
    kind: "status",
    status: 429,
    headers: { "retry-after": "0" },
  });
  fail("createOrganization", { kind: "status", status: 503 });
  await expect(host.create("Organization", { name: "a" })).rejects.toThrow();
  expect(simulator.journal.count("createOrganization")).toBe(3);
});

test("with maxRetries 0, a creation that was carried out and returned 503 is found without sending it again", async () => {
  const host = hostSteps(simulator, { "lumenone:maxRetries": "0" });
  simulator.faults.add({ operationId: "createOrganization", kind: "status", status: 503, when: "after" });
  expect(await host.create("Organization", { name: "a" })).toMatchObject({ id: "a" });
  expect(simulator.journal.count("createOrganization")).toBe(1);
});

test("an embedding that returned 504 fails without being sent again when LumenOne shows no progress", async () => {
  const host = hostSteps(simulator);
  fail("updateWorkspaceEmbeddings", { kind: "status", status: 504 });
  await expect(host.create("DocumentEmbedding", inputs["DocumentEmbedding"] ?? {})).rejects.toThrow(/504/);
  expect(simulator.journal.count("updateWorkspaceEmbeddings")).toBe(1);
  expect(host.context.infos.join()).toMatch(/workspace support ended with 504, and 1 documents are not embedded yet/);
});
