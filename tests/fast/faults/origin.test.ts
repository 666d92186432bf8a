import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { hostSteps, type HostSteps } from "../../support/faults/host-steps";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

/** An id of one host means nothing, or somebody else's object, on another one. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const elsewhere = "https://old.example.com";
const acme = (origin: string) => ({
  id: "acme",
  outputs: { name: "Acme", accountId: simulator.accountId, origin },
});
const steps: [name: string, step: (host: HostSteps, origin: string) => Promise<unknown>][] = [
  ["a refresh", (host, origin) => host.read("Organization", acme(origin))],
  ["a diff", (host, origin) => host.diff("Organization", acme(origin), { name: "Acme" })],
  ["an update", (host, origin) => host.update("Organization", acme(origin), { name: "Acme Ltd." })],
  ["a deletion", (host, origin) => host.remove("Organization", acme(origin))],
];

test.each(steps)("%s of an object of another host is refused, with both, and asks nothing", async (_, step) => {
  const refusal = `Organization (acme): it was made on ${elsewhere}, but this provider is configured for ${simulator.url}.`;
  await expect(step(hostSteps(simulator), elsewhere)).rejects.toThrow(refusal);
  expect(simulator.journal.count()).toBe(0);
});

test.each(steps)("%s is done where the host was renamed, or is the same", async (_, step) => {
  const renamed = hostSteps(simulator, { "lumenone:allowOriginChange": "true" });
  const ended = (promise: Promise<unknown>) => promise.then(() => "done", String);
  expect(await ended(step(renamed, elsewhere))).toBe("done");
  simulator.reset();
  expect(await ended(step(hostSteps(simulator), simulator.url))).toBe("done");
});

test("a provider that has no host yet compares nothing, so that a preview can go on", () => {
  const api = { ...recordedApi({}), origin: undefined };
  const state = { name: "Acme", origin: elsewhere };
  const context = memoryContext({ api });
  expect(diff(definitionOf("Organization"), context, "acme", state, { name: "Acme" })).toMatchObject({ changed: [] });
});
