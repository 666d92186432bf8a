import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { lumenoneConfig } from "../../support/lumenone-config";
import { writeFaults } from "../../support/faults/write-faults";
import { typeOf } from "../../support/host";
import { quickTime } from "../../support/quick-time";
import { changeableFields } from "../../support/scenarios/kind-fields";
import { remotesOf, remotesOfKind } from "../../support/scenarios/remote";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";
import { fullArgs, subject, tenantProgram } from "../../support/scenarios/tenant-program";
import { type Program, testStack, type TestStack } from "../../support/stack";

/**
 * One stack of all kinds through the real CLI, for each fault: every creation goes wrong once, then every update, then every
 * deletion. After at most one further `up` each time, what is declared is there once and a preview shows nothing.
 */
const time = quickTime();
const parents = tenantProgram({}, kinds);
const created = tenantProgram();
const changed = tenantProgram(Object.fromEntries(kinds.map((kind) => [kind, fullArgs(kind, 0)])));

let simulator: Simulator;
let stack: TestStack;
let atStart: Snapshot;

beforeAll(async () => {
  // An upload would make the default folder, and nothing would delete it again.
  const folders = [...(scenarioSeed.folders ?? []), { organization: seededOrganization, name: "custom-documents" }];
  simulator = await createSimulator({ seed: { ...scenarioSeed, folders } });
  stack = await testStack({ env: time.env });
  await patience("90");
  await stack.up(parents);
  atStart = destroyable();
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

/** How many times `up` each write took, by fault. */
const table: string[] = [];
afterAll(() => {
  const head = ["", ...writes].map((name) => name.padEnd(14)).join("");
  process.stdout.write(
    `\nevery write of the stack goes wrong once; times of up that it took\n${[head, ...table].join("\n")}\n`,
  );
});

const writes = ["create", "update", "delete"] as const;
type Snapshot = Partial<ReturnType<Simulator["snapshot"]>>;

/** All but what LumenOne cannot delete: it is forgotten, with a warning. */
function destroyable(): Snapshot {
  const { lastIds: _lastIds, accounts: _accounts, numberRequests: _numberRequests, ...rest } = simulator.snapshot();
  return rest;
}

const patience = (seconds: string) =>
  stack.setConfig(lumenoneConfig(simulator, { "lumenone:timeoutSeconds": seconds }));

/** Operations of this write, of all kinds that have something to write. */
function operationsOf(write: (typeof writes)[number]): Set<string> {
  const having = kinds.filter((kind) => write !== "update" || changeableFields(kind).length > 0);
  return new Set(having.flatMap((kind) => definitionOf(kind).operations[write] ?? []));
}

test.each(writeFaults)("$name: all is there once, and a preview is empty", async ({ name, fault, silent }) => {
  await patience(silent ? "10" : "90");
  const before = new Map(kinds.map((kind) => [kind, remotesOfKind(simulator, kind).length]));
  const attempts: number[] = [];
  const spoiled = async (write: (typeof writes)[number], program: Program) => {
    for (const operationId of operationsOf(write)) simulator.faults.add({ ...fault(time.now()), operationId });
    // What fails does not keep the others from meeting their fault in the same run.
    const { ok } = await stack.up(program, { expectFailure: "maybe", args: ["--continue-on-error"] });
    expect(simulator.faults.pending).toEqual([]);
    if (!ok) await stack.up(program);
    attempts.push(ok ? 1 : 2);
  };

  await spoiled("create", created);
  await spoiled("update", changed);
  const { resources = [] } = await stack.export();
  for (const kind of kinds) {
    const { id = "" } = resources.find(({ urn }) => urn.endsWith(`${typeOf(kind)}::${subject}`)) ?? {};
    expect([kind, remotesOf(simulator, kind, id)]).toEqual([kind, [expect.anything()]]);
    expect([kind, remotesOfKind(simulator, kind).length]).toEqual([kind, (before.get(kind) ?? 0) + 1]);
  }
  expect((await stack.preview(changed, { refresh: true })).changed).toEqual([]);

  await spoiled("delete", parents);
  // LumenOne keeps a voice assistant for as long as its workspace is there.
  for (const { id } of remotesOfKind(simulator, "VoiceConfig")) simulator.person.remove("voiceIntegrations", id);
  expect(destroyable()).toEqual(atStart);
  table.push([name, ...attempts].map((cell) => String(cell).padEnd(14)).join(""));
});
