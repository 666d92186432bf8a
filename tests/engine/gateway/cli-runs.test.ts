import { cliRun, type CliRun, type Command, commands } from "../../support/gateway/cli-run";
import { CliSite } from "../../support/gateway/cli-site";
import { outageText } from "../../support/gateway/outage";
import { type WrongResponse } from "../../support/gateway/wrong-response";
import { wrongResponses } from "../../support/gateway/wrong-responses";
import { host } from "../../support/host";
import { seeded, seedFrom } from "../../support/seeded";
import { Turns } from "../../support/turns";

/**
 * A program with every kind behind a gateway that breaks, through the real CLI and the real command: during `up`,
 * `refresh`, `destroy`, `import` and `drift`. After the gateway is healed one `up` has to leave everything that the
 * program declares at LumenOne exactly once, what others have as it was, and an empty preview.
 *
 * Run n has the seed LUMENONE_GATEWAY_SEED + n, which its title shows. LUMENONE_GATEWAY_SEED replays all of them,
 * LUMENONE_GATEWAY_CLI_RUNS says how many there are; `npm run hostile` makes more.
 */
const seed = seedFrom("LUMENONE_GATEWAY_SEED");
// On the plugin, each command twice: both hosts run the same lifecycle.
const runsOfHost = host === "native" ? 2 * commands.length : wrongResponses.length;
const count = Number(process.env["LUMENONE_GATEWAY_CLI_RUNS"] ?? runsOfHost);

const turns = new Turns(3, async () => await CliSite.open(seed));
afterAll(async () => {
  for (const site of await turns.all()) await site.close();
});

/** Each kind of wrong response comes before any comes again. */
function shuffled(): WrongResponse[] {
  const random = seeded(seed);
  return wrongResponses
    .map((wrong) => ({ wrong, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ wrong }) => wrong);
}

const order = shuffled();
const runs = Array.from({ length: count }, (_, index) => ({
  own: seed + index,
  command: commands[index % commands.length] as Command,
  wrong: order[index % order.length] as WrongResponse,
}));

const done: { readonly own: number; readonly run: CliRun; readonly seconds: number }[] = [];
afterAll(() => {
  const lines = done.map(({ run, own, seconds }) => `${own} ${run.log[0]}; ${run.hits} hit; ${seconds.toFixed(1)} s`);
  process.stdout.write(`\n${lines.join("\n")}\n`);
});

test.concurrent.each(runs)(
  "seed $own: $command, $wrong.name",
  async ({ own, command, wrong }) => {
    await turns.run(async (site) => {
      const from = performance.now();
      const run = await cliRun(site, command, wrong, own);
      done.push({ own, run, seconds: (performance.now() - from) / 1000 });
      if (run.problems.length > 0)
        throw new Error([`seed ${own}: ${outageText(run.outage)}`, ...run.problems, ...run.log].join("\n"));
    });
  },
  // It may wait for its turn.
  600_000,
);
