import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject } from "./find-project";
import { type FleetOptions } from "./fleet-options";
import { planFleet } from "./plan/plan-fleet";
import { isInShard } from "./plan/shard";

/** The most jobs that GitHub makes of one matrix. */
const mostJobs = 256;

/**
 * Prints a matrix for GitHub Actions: a job for each tenant, or for each of a number of parts. Its output is safe in a
 * script: it has no names of files.
 */
export async function fleetMatrix(
  paths: readonly string[],
  { since, shards, allowOutside }: Pick<FleetOptions, "since" | "allowOutside"> & { readonly shards?: string },
  reporter: Reporter,
): Promise<number> {
  const { tenants, count } = await planFleet(paths, findProject(paths[0] ?? "."), { since, allowOutside });
  const parts = shards === undefined ? count : Math.min(wholeNumber(shards), count);
  const include = Array.from({ length: parts }, (_, index) => ({ part: index + 1, parts })).flatMap((shard) => {
    const own = tenants.filter(({ place }) => isInShard(place, shard));
    if (own.length === 0) return [];
    const [only] = own;
    const isOne = own.length === 1 && only?.problem === undefined;
    const name = `${shard.part}/${shard.parts}`;
    return [{ name: isOne ? (only?.stack ?? name) : name, shard: name }];
  });
  if (include.length > mostJobs) {
    throw new CommandError(
      `${include.length} jobs are more than the ${mostJobs} that GitHub makes of a matrix: give --shards ${mostJobs}, or less.`,
      exitCode.usage,
    );
  }
  // One line, as $GITHUB_OUTPUT takes it.
  process.stdout.write(`${JSON.stringify({ include })}\n`);
  reporter.warn(`${tenants.length} tenants in ${include.length} jobs.`);
  return exitCode.done;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new CommandError(`--shards is "${text}": give a whole number above 0.`, exitCode.usage);
}
