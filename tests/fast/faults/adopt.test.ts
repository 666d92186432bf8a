import { createSimulator, type Simulator } from "lumenone-simulator";
import { hostSteps } from "../../support/faults/host-steps";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const inputs = { name: "Acme", adopt: true };
const mine = (outputs = {}) => ({
  id: "acme",
  outputs: { ...inputs, accountId: simulator.accountId, origin: simulator.url, ...outputs },
});

test("an object that a resource of the state stands for is not adopted", async () => {
  const host = hostSteps(simulator);
  await host.diff("Organization", mine(), inputs);
  await expect(host.create("Organization", inputs)).rejects.toThrow(/acme is another resource of this program already/);
});

test("one that was adopted first is told when the resource of the state comes", async () => {
  const host = hostSteps(simulator);
  await host.create("Organization", inputs);
  await expect(host.diff("Organization", mine(), inputs)).rejects.toThrow(/another resource .* has taken it over/);
});

test("one whose resource left the program is adopted, after a refresh too", async () => {
  const host = hostSteps(simulator);
  await host.read("Organization", mine());
  // The engine compares what a refresh has read.
  await host.diff("Organization", mine(), inputs);
  expect(await host.create("Organization", inputs)).toMatchObject({ id: "acme" });
});

test("one of two parallel creates adopts, the other is refused", async () => {
  const host = hostSteps(simulator);
  const results = await Promise.allSettled([1, 2].map(() => host.create("Organization", inputs)));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(simulator.snapshot().organizations).toHaveLength(1);
});

test("whoever could not look at it does not keep it from others", async () => {
  const host = hostSteps(simulator, { "lumenone:maxRetries": "0" });
  simulator.faults.add({ operationId: "getOrganization", kind: "status", status: 500 });
  await expect(host.create("Organization", inputs)).rejects.toThrow(/500/);
  expect(await host.create("Organization", inputs)).toMatchObject({ id: "acme" });
});

test("an object that this process deleted is not adopted", async () => {
  const host = hostSteps(simulator);
  await host.create("Organization", { name: "Other" });
  await host.remove("Organization", mine());
  const made = await host.create("Organization", inputs);
  expect(simulator.snapshot().organizations.map(({ slug }) => slug)).toContain(made.id);
  expect(simulator.journal.count("createOrganization")).toBe(2);
});
