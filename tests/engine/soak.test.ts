import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../support/lumenone-config";
import { quickTime } from "../support/quick-time";
import { scenarioSeed } from "../support/scenarios/seed";
import { type Random, seedFrom } from "../support/seeded";
import { drift, type Known, remove as vanish, spoil } from "../support/soak/disturb";
import { countOf, expectAgreement } from "../support/soak/expect-agreement";
import { kindsInOrder, type Model, programOf } from "../support/soak/model";
import { add, change, remove, rename } from "../support/soak/mutations";
import { type Operation, planOf } from "../support/soak/plan";
import { testStack, type TestStack } from "../support/stack";

/**
 * A program of all kinds that changes at random, while others change and remove things behind the API and calls go wrong.
 * After each round program, state and LumenOne agree, and a preview that reads everything back is empty.
 *
 * LUMENONE_SOAK_SEED replays a run, LUMENONE_SOAK_ROUNDS says how long it is; `npm run soak` has 30 rounds.
 */
const rounds = Number(process.env["LUMENONE_SOAK_ROUNDS"] ?? 4);
const plan = planOf(seedFrom("LUMENONE_SOAK_SEED"), rounds);
const time = quickTime();
const model: Model = [];
const history: string[] = [];
const counts = new Map<string, number>();
let names = 0;
let known: Known[] = [];
let broken = false;
let simulator: Simulator;
let stack: TestStack;
let atStart: Record<string, number>;

/** What LumenOne saw of the round, as far as it matters when something went wrong. */
const requests = () =>
  simulator.journal.map(({ operationId, status, fault, parameters }) =>
    ["   ", operationId, JSON.stringify(parameters), status ?? "no response", fault ?? ""].join(" "),
  );

const fresh = () => `thing-${++names}`;

/** @returns what was done; undefined where there is nothing to do it to */
function happen({ what, kind, choices }: Operation): string | undefined {
  let next = 0;
  const random: Random = () => choices[next++ % choices.length] ?? 0;
  switch (what) {
    case "add":
      return add(random, model, fresh, kind);
    case "change":
      return change(random, model, fresh);
    case "remove":
      return remove(random, model, fresh);
    case "rename":
      return rename(random, model, fresh);
    case "drift":
      return drift(random, simulator, known);
    case "vanish":
      return vanish(random, simulator, known);
    case "fault":
      return spoil(random, simulator);
  }
}

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
  atStart = Object.fromEntries(kindsInOrder.map((kind) => [kind, countOf(simulator, kind)]));
  stack = await testStack({ config: lumenoneConfig(simulator), env: time.env });
});

afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
  const summary = [...counts].map(([what, count]) => `${count} ${what}`).join(", ");
  process.stdout.write(`${history.join("\n")}\nin all: ${summary}\n`);
});

test.each(plan.map((operations, index) => [index + 1, operations] as const))("round %i", async (round, operations) => {
  // What comes after a failure would only repeat it.
  if (broken) throw new Error("An earlier round failed");
  broken = true;
  for (const declared of model) delete declared.alias;
  const done = operations.flatMap((operation) => {
    const what = happen(operation);
    if (what !== undefined) counts.set(operation.what, (counts.get(operation.what) ?? 0) + 1);
    return what ?? [];
  });
  history.push(`round ${round}: ${done.join("; ")}`);

  const program = programOf(model);
  simulator.journal.clear();
  const first = await stack.up(program, { refresh: true, expectFailure: "maybe" });
  if (!first.ok) {
    history.push(`  failed at first: ${first.errors.join(" ")}`, ...requests());
    // A refusal is reported, and the request is not repeated: the user decides.
    expect(simulator.journal.some(({ fault }) => fault !== undefined)).toBe(true);
    simulator.faults.clear();
    await stack.up(program, { refresh: true });
  }
  simulator.faults.clear();
  simulator.journal.clear();
  known = await expectAgreement(stack, simulator, model, atStart);
  if (round === 1) expect(new Set(known.map(({ kind }) => kind)).size).toBe(kindsInOrder.length);
  expect((await stack.preview(program, { refresh: true })).changed).toEqual([]);
  broken = false;
});

test("destroyed in the end, nothing is left", async () => {
  await stack.destroy();
  await expectAgreement(stack, simulator, [], atStart);
});
