import { type HostRun, hostRun } from "../../support/gateway/host-run";
import { outageText } from "../../support/gateway/outage";
import { hostPlaces } from "../../support/gateway/places";
import { wrongResponses } from "../../support/gateway/wrong-responses";
import { host } from "../../support/host";
import { seedFrom } from "../../support/seeded";

/**
 * Small random programs behind a gateway that breaks: through the host process of Pulumi's, or the plugin's, over real HTTP, in front of the
 * stateful simulator. After the gateway is healed one `up` has to leave everything that the program declares at LumenOne
 * exactly once, what others have as it was, and nothing planned. Where a deletion failed, or something had vanished at
 * LumenOne, that is `up --refresh`: what is gone stands in no state.
 *
 * Run n has the seed LUMENONE_GATEWAY_SEED + n; the seeds of runs that fail are printed. To replay one of them, with every
 * request: LUMENONE_GATEWAY_SEED=THAT_SEED LUMENONE_GATEWAY_RUNS=1. `npm run hostile` makes more runs.
 */
const seed = seedFrom("LUMENONE_GATEWAY_SEED", 258306064);
// On the plugin, fewer: both hosts run the same lifecycle.
const runs = Number(process.env["LUMENONE_GATEWAY_RUNS"] ?? (host === "native" ? 200 : 1000));
const places = hostPlaces(8);
afterAll(() => places.close());

/** How many runs each kind of wrong response has hit. */
const hit = new Map<string, number>();
const failed: string[] = [];
/** Seeds of runs that failed beside seven others. */
const suspects: number[] = [];

function report(own: number, { subject, phase, outage, problems, log }: HostRun): string {
  const head = `seed ${own}: ${subject}, ${phase}: ${outageText(outage)}`;
  return [head, ...problems.map((problem) => `   ${problem}`), ...(runs === 1 ? log : [])].join("\n");
}

test(`after each of ${runs} outages everything is there once, what others have is as it was, and nothing is planned`, async () => {
  const begun = performance.now();
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  await Promise.all(
    seeds.map(async (own) => {
      const run = await places.turns.run(async (place) => await hostRun(place, own));
      const { name } = run.outage.wrong;
      if (run.hits > 0) hit.set(name, (hit.get(name) ?? 0) + 1);
      if (run.problems.length > 0) {
        suspects.push(own);
        process.stdout.write(`beside others: ${report(own, run)}\n`);
      } else if (runs === 1) process.stdout.write(`${report(own, run)}\n`);
    }),
  );
  // Time passes fifty times as fast there: half a second for which a busy machine stands still is longer than LumenOne may take.
  // Whoever is right passes alone.
  for (const own of suspects) {
    const run = await places.turns.run(async (place) => await hostRun(place, own));
    if (run.problems.length > 0) failed.push(report(own, run));
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const hits = [...hit.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${failed.join("\n")}\n${failed.length} of ${runs} runs failed, ${suspects.length} beside others; ${hits} were hit, by ${hit.size} of ` +
      `${wrongResponses.length} kinds of wrong responses; ${seconds} s\n`,
  );
  expect(failed).toEqual([]);
  expect(suspects.length).toBeLessThanOrEqual(runs / 100);
  if (runs >= 1000) expect([...hit.keys()].sort()).toEqual(wrongResponses.map(({ name }) => name).sort());
}, 3_600_000);
