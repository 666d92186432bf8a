import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { type Operations } from "../../../provider/lifecycle/definition/definition";
import { pick, type Random, seeded } from "../seeded";
import { programOf } from "../soak/model";
import { type RunResult } from "../stack";
import { type CliSite } from "./cli-site";
import { type Outage, outageText, randomOutage } from "./outage";
import { type WrongResponse } from "./wrong-response";
import { wrongAt } from "./wrong-at";

/** What goes on while the gateway is broken. */
export const commands = ["up", "refresh", "destroy", "import", "drift"] as const;
export type Command = (typeof commands)[number];

/** What came of a run through the real CLI. */
export interface CliRun {
  readonly outage: Outage;
  readonly hits: number;
  readonly problems: readonly string[];
  readonly log: readonly string[];
}

/** What each command calls. */
const steps: Record<Command, readonly (keyof Operations)[]> = {
  up: ["create", "list"],
  refresh: ["list", "read"],
  destroy: ["delete"],
  import: ["list"],
  drift: ["list", "read"],
};

/** An outage that a command runs into. */
function outageFor(command: Command, random: Random, wrong: WrongResponse): Outage {
  const ids = kinds.flatMap((kind) => steps[command].flatMap((step) => definitionOf(kind).operations[step] ?? []));
  const outage = randomOutage(random, ids, wrong);
  // Where every response says so, an object does not exist for anybody: see `randomOutage`.
  if (random() < 0.3 || wrong.plausible) return { ...outage, hits: { operationId: pick(random, ids) }, skip: 0 };
  const reads = command !== "up" && command !== "destroy";
  return { ...outage, hits: reads ? "every GET" : pick(random, ["every write", "everything"] as const) };
}

/** One command of the CLI runs into a broken gateway; when that is healed, one `up` has to settle everything. */
export async function cliRun(site: CliSite, command: Command, wrong: WrongResponse, seed: number): Promise<CliRun> {
  const random = seeded(seed);
  const { stack, gateway, simulator, model, moments } = site;
  const moment = command === "up" ? moments.partly : command === "destroy" ? moments.alone : moments.whole;
  const outage = outageFor(command, random, wrong);
  const program = programOf(model);
  const log: string[] = [];
  const problems: string[] = [];
  site.goTo(moment);
  const before = await site.standings();

  gateway.broken(outage, random);
  const maybe = { expectFailure: "maybe" } as const;
  const failed = await {
    up: async () => record(log, await stack.up(program, maybe)),
    refresh: async () => record(log, await stack.refresh(maybe)),
    destroy: async () => record(log, await stack.destroy(maybe)),
    import: async () => {
      const { code, said, files } = await site.import();
      log.push(said);
      const isSaid = wrong.plausible === true || /(?:was|were) not read/.test(said);
      if (code === 0 && files !== site.imported && !isSaid) problems.push("the import wrote something else silently");
      return code !== 0;
    },
    drift: async () => {
      const { code, stdout, stderr } = await site.drift();
      log.push(stdout, stderr);
      if (code !== 0 && /"change":\s*"gone"/.test(stdout))
        problems.push(`drift reports what is there as gone: ${stdout}`);
      return code === 1;
    },
  }[command]();
  const { hits } = gateway;
  log.push(...gateway.log);
  gateway.heal();

  // What a failed deletion did stands nowhere: `pulumi up --refresh` is the remedy.
  const healed = await stack.up(program, { ...maybe, ...(command === "destroy" && failed && { refresh: true }) });
  record(log, healed);
  problems.push(...healed.errors.map((error) => `the healed up failed: ${error}`));
  const preview = await stack.preview(program, maybe);
  problems.push(...preview.changed.map(({ op, name }) => `still planned: ${op} ${name}`), ...preview.errors);
  problems.push(...wrongAt(simulator, await site.standings(), before, moment.foreign));
  return { outage, hits, problems, log: [`${command}: ${outageText(outage)}`, ...log] };
}

/** @returns whether the run failed */
function record(log: string[], { ok, errors, warnings, changed }: RunResult): boolean {
  log.push(...changed.map(({ op, name, outcome }) => `${op} ${name}: ${outcome}`));
  log.push(...warnings, ...errors.map((error) => `! ${error}`));
  return !ok;
}
