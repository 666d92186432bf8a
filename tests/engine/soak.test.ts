import { createSimulator, type Simulator } from "lumenone-simulator";
import { remotesOfKind } from "../support/scenarios/remote";
import { scenarioSeed } from "../support/scenarios/seed";
import { seeded, seedFrom } from "../support/seeded";
import { disturb, type Known, spoil } from "../support/soak/disturb";
import { expectAgreement } from "../support/soak/expect-agreement";
import { type Model, programOf } from "../support/soak/model";
import { mutate } from "../support/soak/mutations";
import { settingsOf } from "../support/soak/settings";
import { testStack, type TestStack } from "../support/stack";

/**
 * A program that changes at random, while others change and remove things behind the API and calls go wrong. After each
 * round program, state and LumenOne agree, and a preview that reads everything back is empty.
 *
 * LUMENONE_SOAK_SEED replays a run, LUMENONE_SOAK_ROUNDS says how long it is; `npm run soak` has 30 rounds.
 */
const rounds = Number(process.env["LUMENONE_SOAK_ROUNDS"] ?? 4);
const random = seeded(seedFrom("LUMENONE_SOAK_SEED"));
const model: Model = [];
const told: string[] = [];
let names = 0;
let known: Known[] = [];
let broken = false;
let simulator: Simulator;
let stack: TestStack;
let atStart: Record<string, number>;

/** What LumenOne saw of the round, as far as it matters when something went wrong. */
const requests = () =>
  simulator.journal.map(({ operationId, status, fault, parameters }) =>
    ["   ", operationId, JSON.stringify(parameters), status ?? "no answer", fault ?? ""].join(" "),
  );

const fresh = () => `thing-${++names}`;

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
  atStart = Object.fromEntries(Object.keys(settingsOf).map((kind) => [kind, remotesOfKind(simulator, kind).length]));
  stack = await testStack({
    config: {
      "lumenone:apiKey": { value: simulator.apiKey, secret: true },
      "lumenone:baseUrl": simulator.url,
      "lumenone:accountId": simulator.accountId,
    },
  });
});

afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
  process.stdout.write(`${told.join("\n")}\n`);
});

test.each(Array.from({ length: rounds }, (_, index) => index + 1))("round %i", async (round) => {
  // What comes after a failure would only repeat it.
  if (broken) throw new Error("An earlier round failed");
  broken = true;
  const done = mutate(random, model, fresh, round === 1 ? 14 : 4);
  for (let count = random() * 3; count > 1; count--) done.push(...disturb(random, simulator, known));
  for (let count = random() * 3; count > 1; count--) done.push(...spoil(random, simulator));
  told.push(`round ${round}: ${done.join("; ")}`);

  const program = programOf(model);
  simulator.journal.clear();
  const first = await stack.up(program, { refresh: true, expectFailure: "maybe" });
  if (!first.ok) {
    // An answer that says no is told and not repeated: that is for the user to do.
    expect(simulator.journal.some(({ fault }) => fault !== undefined)).toBe(true);
    told.push(`  failed at first: ${first.errors.join(" ")}`, ...requests());
    simulator.faults.clear();
    await stack.up(program, { refresh: true });
  }
  simulator.faults.clear();
  simulator.journal.clear();
  known = await expectAgreement(stack, simulator, model, atStart);
  expect((await stack.preview(program, { refresh: true })).changed).toEqual([]);
  broken = false;
});

test("destroyed in the end, nothing is left", async () => {
  await stack.destroy();
  await expectAgreement(stack, simulator, [], atStart);
});
