import { definitionOf } from "../../../provider/definitions/registry";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { simulated } from "../../support/simulated";

const world = simulated();

test("an account is known by its UUID, and needs no account", async () => {
  const { create, read } = world.process();
  const { id, outputs } = await create("Account", { name: "Acme" });
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(outputs).toMatchObject({ name: "Acme", createdAt: expect.any(String) as string });
  expect(outputs).not.toHaveProperty("accountId");
  expect(await read("Account", id, outputs)).toMatchObject({ inputs: { name: "Acme" }, outputs });
});

test("an account that LumenOne's staff rename has no drift, since no operation could rename it back", async () => {
  const { create, read } = world.process();
  const { id, outputs } = await create("Account", { name: "Acme" });
  world.simulator.person.change("accounts", id, { name: "Acme International" });
  expect((await read("Account", id, outputs))?.inputs).toEqual({ name: "Acme" });
  // Who only looks at it sees what it is called.
  expect((await read("Account", id, {}))?.outputs).toMatchObject({ name: "Acme International" });
});

test("a changed name is an error that says why, in preview", async () => {
  const { create, context } = world.process();
  const { id, outputs } = await create("Account", { name: "Acme" });
  expect(() => diff(definitionOf("Account"), context, id, outputs, { name: "Globex" })).toThrow(
    /Account \([0-9a-f-]{36}\): name cannot be changed.*cannot rename/s,
  );
});

test("an account is created once where the response was lost, and twice where it is declared twice", async () => {
  world.simulator.faults.add({ operationId: "createAccount", kind: "resetAfter", times: 2 });
  const { create } = world.process();
  const made = await Promise.all([create("Account", { name: "Acme" }), create("Account", { name: "Acme" })]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(2);
  expect(world.simulator.snapshot().accounts.filter(({ name }) => name === "Acme")).toHaveLength(2);
});

test("removing it forgets it, with a warning and without a request", async () => {
  const { create, remove, context } = world.process();
  const { id, outputs } = await create("Account", { name: "Acme" });
  const before = world.simulator.journal.length;
  await remove("Account", id, outputs);
  expect(world.simulator.journal).toHaveLength(before);
  expect(context.warnings).toEqual([
    expect.stringMatching(/Account \([0-9a-f-]{36}\) leaves the state only.*cannot delete/),
  ]);
});

test("an organization in it is made under it", async () => {
  const { create } = world.process();
  const account = await create("Account", { name: "Acme" });
  const { outputs } = await create("Organization", { name: "Acme", accountId: account.id });
  expect(outputs["accountId"]).toBe(account.id);
  expect(world.simulator.snapshot().organizations[0]).toMatchObject({ account: account.id });
});
