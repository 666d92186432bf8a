import { createSimulator, type Simulator } from "lumenone-simulator";
import { type HostProcess, startHost } from "../../support/host-process";

/** The limits hold for a whole host process, over all kinds. */
// A host process takes seconds to start on a busy machine.
jest.setTimeout(20_000);

let simulator: Simulator;
let host: HostProcess;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] }, latency: 10 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());
afterEach(() => host.close());

const start = (config: Record<string, string>) =>
  startHost({
    config: {
      "lumenone:apiKey": simulator.apiKey,
      "lumenone:baseUrl": simulator.url,
      "lumenone:accountId": simulator.accountId,
      ...config,
    },
  });

/** So many of each kind at once, as an engine with `--parallel 40` would. */
async function createMany(each: number): Promise<void> {
  const common = { accountId: simulator.accountId };
  const inputs = {
    Organization: { ...common },
    Workspace: { ...common, organization: "home" },
    OrganizationTool: { ...common, organization: "home", type: "function" },
    Folder: { ...common, organization: "home" },
  };
  const names = Array.from({ length: each }, (_, index) => `n${index}`);
  await Promise.all(
    Object.entries(inputs).flatMap(([kind, bag]) => names.map((name) => host.create(kind, { ...bag, name }))),
  );
}

test("at most maxConcurrency requests run at once", async () => {
  host = await start({ "lumenone:maxConcurrency": "3" });
  await createMany(5);
  expect(simulator.journal.writes()).toHaveLength(20);
  expect(simulator.journal.maxConcurrent()).toBe(3);
});

test("about requestsPerSecond requests arrive in a second", async () => {
  host = await start({ "lumenone:requestsPerSecond": "20" });
  await createMany(6);
  expect(simulator.journal.count()).toBe(28);
  // The journal has the times of arrival: on a busy machine requests arrive closer together than they are sent, which
  // `fast/client/limiter.test.ts` counts exactly. Without the limit all 28 arrive within a second.
  expect(simulator.journal.maxPerSecond()).toBeLessThanOrEqual(24);
});

test.each([
  ["0.8", 750],
  ["", 450],
])("a 429 with the Retry-After %j delays all requests", async (wish, pause) => {
  host = await start({ "lumenone:maxConcurrency": "2" });
  simulator.faults.add({ kind: "status", status: 429, headers: { "retry-after": wish }, skip: 6 });
  await createMany(3);
  const refused = simulator.journal.find(({ status }) => status === 429);
  const during = simulator.journal.filter(
    ({ startedAt }) => startedAt > (refused?.endedAt ?? 0) + 100 && startedAt < (refused?.endedAt ?? 0) + pause,
  );
  expect(during).toEqual([]);
  expect(simulator.journal.writes().filter(({ status }) => status === 200)).toHaveLength(12);
});
