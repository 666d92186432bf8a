import { createSimulator, type Simulator } from "lumenone-simulator";
import { type HostProcess, type LogEntry, startHost } from "../support/host-process";
import { sampleFiles } from "../support/sample-files";
import { slowRelay } from "../support/slow-relay";

/** Uploads through the real host process, over a connection of 4 MB a second. */
const files = sampleFiles();
let simulator: Simulator;
let host: HostProcess;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  const baseUrl = await slowRelay(simulator.url, 4_000_000);
  const { apiKey, accountId } = simulator;
  host = await startHost({
    config: { "lumenone:apiKey": apiKey, "lumenone:baseUrl": baseUrl, "lumenone:accountId": accountId },
  });
}, 30_000);
afterAll(async () => {
  await host?.close();
  await simulator?.close();
});

/** Uploads a file of that many bytes. @returns the messages that only show for a moment, and how long it took */
async function upload(name: string, bytes: number): Promise<{ shown: LogEntry[]; seconds: number }> {
  const before = host.logs.length;
  const began = performance.now();
  const source = files.asset(name, "x".repeat(bytes));
  await host.create("Document", { organization: "acme", accountId: simulator.accountId, source });
  const shown = host.logs.slice(before).filter(({ ephemeral }) => ephemeral === true);
  return { shown, seconds: (performance.now() - began) / 1000 };
}

test("an upload that takes seconds shows MB of MB, each second and at its end", async () => {
  const { shown, seconds } = await upload("manual.txt", 16_000_000);
  const sent = shown.map(({ severity, message }) => {
    expect([severity, message]).toEqual([
      "info",
      expect.stringMatching(/^Document \(acme\): \d+\.\d of 16\.0 MB sent$/),
    ]);
    return Number(/: (\S+) of/.exec(message)?.[1]);
  });
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.length).toBeLessThanOrEqual(Math.floor(seconds) + 1);
  expect(sent).toEqual([...new Set(sent)].sort((a, b) => a - b));
  expect(sent.at(-1)).toBe(16);
  expect(simulator.snapshot().documents).toMatchObject([{ bytes: 16_000_000 }]);
}, 60_000);

test("an upload below 1 MB shows nothing, even if it takes longer than a second", async () => {
  simulator.faults.add({ kind: "slow", ms: 1500, operationId: "uploadDocument" });
  expect((await upload("note.txt", 900_000)).shown).toEqual([]);
}, 60_000);

test("an upload shorter than a second shows nothing", async () => {
  expect((await upload("letter.txt", 1_100_000)).shown).toEqual([]);
}, 60_000);
