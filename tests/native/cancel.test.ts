import { definitionOf, kinds } from "../../provider/definitions/registry";
import { Site } from "../support/crashes/site";
import { type PulumiProcess } from "../support/pulumi-process";
import { remotesOfKind } from "../support/scenarios/remote";
import { tenantProgram } from "../support/scenarios/tenant-program";
import { seeded, seedFrom } from "../support/seeded";
import { until } from "../support/until";

jest.setTimeout(300_000);

/** Twice each kind: LumenOne carries the creation out, or it does not. */
const trials = Number(process.env["LUMENONE_CANCEL_RUNS"] ?? 20);
const random = seeded(seedFrom("LUMENONE_CANCEL_SEED"));
const cases = Array.from({ length: trials }, (_, index) => ({
  kind: kinds[index % kinds.length]!,
  done: index < kinds.length ? random() < 0.5 : undefined,
})).map(({ kind, done }, index, all) => ({ kind, done: done ?? !all[index - kinds.length]?.done }));

/** Milliseconds from Ctrl-C to the end of the CLI. */
const times: number[] = [];
afterAll(() => process.stdout.write(`Ctrl-C to the end: ${times.sort((a, b) => a - b).join(", ")} ms\n`));

let site: Site;
let base: ReturnType<Site["now"]>;
const without = (...left: string[]) => tenantProgram({}, left);

beforeAll(async () => {
  site = await Site.open();
  await site.stack.up(without(...kinds));
  base = site.now();
});
afterAll(() => site?.close());

test.each(cases)(
  "Ctrl-C while LumenOne holds the creation of a $kind (done: $done): ends at once, and the next up leaves one",
  async ({ kind, done }) => {
    site.goTo(base);
    const { simulator, stack } = site;
    const program = without(...kinds.filter((other) => other !== kind));
    const before = remotesOfKind(simulator, kind).length;
    const operationId = definitionOf(kind).operations.create;
    simulator.journal.clear();
    simulator.faults.add({ kind: "stall", when: done ? "after" : "before", operationId });
    let pulumi: PulumiProcess | undefined;
    const running = stack.up(program, { expectFailure: true, onStart: (started) => (pulumi = started) });
    await until(() => simulator.journal.some(({ fault }) => fault === "stall"));
    const begun = performance.now();
    pulumi?.signal("SIGINT");
    const cancelled = await running;
    times.push(Math.round(performance.now() - begun));
    expect(cancelled.code).not.toBe(0);
    // What the issue asks is 2 s; a dynamic host needs 24 s. The rest is room for a busy machine.
    expect(times.at(-1)).toBeLessThan(5000);
    await until(() => simulator.journal.every(({ endedAt }) => endedAt !== undefined));
    simulator.faults.clear();

    await stack.up(program);
    expect(remotesOfKind(simulator, kind)).toHaveLength(before + 1);
    expect((await stack.preview(program)).changed).toEqual([]);
  },
);

test("half of all ends within two seconds", () => {
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(2000);
});
