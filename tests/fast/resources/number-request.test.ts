import { type Time } from "../../../provider/lifecycle/process/time";
import { simulated } from "../../support/simulated";

const world = simulated({ organizations: [{ name: "Acme" }] });

const inputs = { organization: "acme", country: "US", numberType: "local" };

/** Time in which a person does something after so many seconds. */
function timeline(events: Record<number, () => unknown>): Time & { waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      const before = now;
      now += milliseconds;
      for (const [second, act] of Object.entries(events)) {
        if (Number(second) * 1000 > before && Number(second) * 1000 <= now) act();
      }
      return Promise.resolve();
    },
  };
}

test("a request does not wait for the person who fulfils it", async () => {
  const time = timeline({});
  const { create, context } = world.process(time);
  const { id, outputs } = await create("NumberRequest", inputs);
  expect(id).toBe("acme/1");
  expect(outputs).toMatchObject({ ...inputs, status: "pending", numberId: null });
  expect([time.waits, context.infos, context.warnings]).toEqual([[], [], []]);
});

test("a refresh brings the number once there is one, as a number", async () => {
  const made = await world.process().create("NumberRequest", inputs);
  world.simulator.person.fulfilNumberRequest(1);
  const found = await world.process().read("NumberRequest", made.id, made.outputs);
  expect(found?.outputs).toMatchObject({ status: "fulfilled", numberId: 1 });
  expect(found?.inputs).toEqual({ ...inputs, accountId: world.simulator.accountId });
});

test("a request that waits says so, looks with growing pauses, and ends when it is fulfilled", async () => {
  const time = timeline({
    10: () => world.simulator.person.approveNumberRequest(1),
    40: () => world.simulator.person.fulfilNumberRequest(1),
  });
  const { create, context } = world.process(time);
  const { outputs } = await create("NumberRequest", { ...inputs, waitUntilFulfilled: 900 });
  expect(outputs).toMatchObject({ status: "fulfilled", numberId: 1, waitUntilFulfilled: 900 });
  expect(time.waits).toEqual([2000, 4000, 8000, 16_000, 30_000]);
  expect(context.infos).toEqual([
    "NumberRequest (acme/1): waiting up to 900 s for it to be fulfilled.",
    "NumberRequest (acme/1) is approved.",
    "NumberRequest (acme/1) is fulfilled.",
  ]);
  expect(context.warnings).toEqual([]);
});

test("when the time is over it is in the state with its last status, and a warning says what next", async () => {
  const time = timeline({});
  const { create, context } = world.process(time);
  const { id, outputs } = await create("NumberRequest", { ...inputs, waitUntilFulfilled: 45 });
  expect(id).toBe("acme/1");
  expect(outputs).toMatchObject({ status: "pending" });
  expect(time.waits.reduce((sum, wait) => sum + wait)).toBe(45_000);
  expect(context.warnings).toEqual([expect.stringMatching(/is pending, and there is no number yet.*pulumi refresh/)]);
});

test("a request that is rejected ends the waiting", async () => {
  const time = timeline({ 3: () => world.simulator.person.rejectNumberRequest(1) });
  const { create, context } = world.process(time);
  const { outputs } = await create("NumberRequest", { ...inputs, waitUntilFulfilled: 900 });
  expect(outputs).toMatchObject({ status: "rejected" });
  expect(time.waits).toHaveLength(2);
  expect(context.warnings).toEqual([expect.stringMatching(/is rejected.*Ask LumenOne why/)]);
});

test("a look that fails does not lose the request", async () => {
  const time = timeline({ 3: () => world.simulator.person.fulfilNumberRequest(1) });
  world.simulator.faults.add({ operationId: "getNumberRequest", kind: "status", status: 403, times: 1 });
  const { create, context } = world.process(time);
  const { outputs } = await create("NumberRequest", { ...inputs, waitUntilFulfilled: 60 });
  expect(outputs).toMatchObject({ status: "fulfilled" });
  expect(context.warnings).toEqual([]);
});

test("reads that keep failing are reported with the warning", async () => {
  world.simulator.faults.add({ operationId: "getNumberRequest", kind: "status", status: 403, times: 100 });
  const { create, context } = world.process(timeline({}));
  const { id } = await create("NumberRequest", { ...inputs, waitUntilFulfilled: 60 });
  expect(id).toBe("acme/1");
  expect(context.warnings).toEqual([expect.stringMatching(/is pending.*The last look at it failed.*403/)]);
});

test("a number is requested once where the response was lost, and as often as it is declared", async () => {
  world.simulator.faults.add({ operationId: "createNumberRequest", kind: "resetAfter", times: 2 });
  const { create } = world.process();
  const made = await Promise.all(
    [inputs, inputs, { ...inputs, country: "DE" }].map((each) => create("NumberRequest", each)),
  );
  expect(
    world.simulator
      .snapshot()
      .numberRequests.map(({ country }) => country)
      .sort(),
  ).toEqual(["DE", "US", "US"]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(3);
});

test("removing it forgets it, with a warning and without a request", async () => {
  const { create, remove, context } = world.process();
  const { id, outputs } = await create("NumberRequest", inputs);
  const before = world.simulator.journal.length;
  await remove("NumberRequest", id, outputs);
  expect(world.simulator.journal).toHaveLength(before);
  expect(context.warnings).toEqual([
    expect.stringMatching(/NumberRequest \(acme\/1\) leaves the state only.*withdraw/),
  ]);
});
