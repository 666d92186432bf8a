import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { operationOf } from "../../../provider/client/contract/contract";
import { handler } from "../../../provider/dynamic/host";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { stepLimit } from "../../../provider/lifecycle/process/step-limit";
import { create } from "../../../provider/lifecycle/steps/create";
import { sharedContext } from "../../../provider/lifecycle/process/shared-context";
import { hostSteps } from "../../support/faults/host-steps";
import { memoryContext } from "../../support/memory-context";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";

/** Every step ends within a time that the documentation names. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

test.each(kinds)("%s: its step limit is 5 minutes, or 20 where it is slow, less 15 seconds", (kind) => {
  const definition = definitionOf(kind);
  const operations = Object.values(definition.operations).map((operation: Parameters<typeof operationOf>[0]) =>
    operationOf(operation),
  );
  const waits = Object.keys(definition.fields).some((name) => name.startsWith("wait"));
  if (waits || operations.some(({ slow }) => slow)) expect(definition.slow).toBe(true);
  expect(stepLimit(definition)).toBe(definition.slow ? 1_185_000 : 285_000);
});

const faults: [string, Partial<Fault> & Pick<Fault, "kind">][] = [
  ["no response, ever", { kind: "stall" }],
  ["429, wait longer than that", { kind: "status", status: 429, headers: { "retry-after": "3" } }],
  ["no response to the creation", { kind: "stall", operationId: "createOrganization" }],
];

test.each(faults)("%s: the step ends when its time is over", async (_what, fault) => {
  simulator.faults.add({ ...fault, times: Infinity });
  const begun = performance.now();
  const { error } = await hostSteps(simulator, {}, AbortSignal.timeout(150)).tryUp("Organization", undefined, {
    name: "a",
  });
  expect(error?.message).toContain("its time was over");
  expect(performance.now() - begun).toBeLessThan(1500);
});

test("a step whose time is over while a request waits for its turn ends, and does not send it", async () => {
  // Turns are shared by all that ask one host, so this one is asked by nobody else.
  const quiet = await createSimulator();
  const config = { "lumenone:requestsPerSecond": "0.2" };
  const first = hostSteps(quiet, config, AbortSignal.timeout(1500));
  const { error } = await first.tryUp("Organization", undefined, { name: "a" });
  await quiet.close();
  // The list went out, the creation never did: nothing to be unsure of.
  expect(quiet.journal.count()).toBe(1);
  expect(error?.name).toBe("ApiError");
});

test("the handler gives a create of an organization 285 seconds", async () => {
  const timeout = jest.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort());
  try {
    const made = handler("Organization").create({ name: "a", accountId: simulator.accountId });
    await expect(made).rejects.toThrow(/lumenone:baseUrl is missing/);
    expect(timeout).toHaveBeenCalledWith(285_000);
  } finally {
    timeout.mockRestore();
  }
});

test("the context that steps share has the shared API, and not the signal of one step", () => {
  const over = AbortSignal.abort();
  const sharedApi = { ...memoryContext().api, origin: "shared" };
  const context = memoryContext({ signal: over, sharedApi });
  expect(sharedContext(context)).toMatchObject({ api: { origin: "shared" } });
  expect(sharedContext(context)).not.toHaveProperty("signal");
});

test("a document is embedded after the step of an earlier one has ended", async () => {
  const seeded = await createSimulator({ seed: scenarioSeed });
  seeded.person.add("workspaces", { organization: seededOrganization, name: "Support" });
  const first = new AbortController();
  const host = hostSteps(seeded, {}, first.signal);
  const inputs = (name: string) => ({ workspace: "support", document: `${seededOrganization}/papers/${name}.json` });
  await host.create("DocumentEmbedding", inputs("one"));
  first.abort();
  const { signal: _over, ...later } = host.context;
  await create(definitionOf("DocumentEmbedding"), later, { ...inputs("two"), accountId: seeded.accountId });
  expect(seeded.snapshot().embeddings).toHaveLength(2);
  await seeded.close();
});
