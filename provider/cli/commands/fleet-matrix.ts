import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject } from "../fleet/find-project";
import { planFleet } from "../fleet/plan-fleet";

/** Options of `fleet matrix`. */
export interface MatrixOptions {
  readonly since?: string;
  readonly shards?: string;
}

/** The most jobs that GitHub makes of one matrix. */
const mostJobs = 256;

/** Prints a matrix for GitHub Actions: a job for each tenant, or for each of so many shares of them. */
export async function fleetMatrix(
  paths: readonly string[],
  { since, shards }: MatrixOptions,
  reporter: Reporter,
): Promise<number> {
  const { tenants } = await planFleet(paths, findProject(paths[0] ?? "."), since, false);
  const jobs = shards === undefined ? tenants.length : Math.min(wholeNumber(shards), tenants.length);
  if (jobs > mostJobs) {
    throw new CommandError(
      `${jobs} jobs are more than the ${mostJobs} that GitHub makes of a matrix: give --shards ${mostJobs}, or less.`,
      exitCode.usage,
    );
  }
  const shares = Array.from({ length: jobs }, (_, job) => tenants.filter((_tenant, index) => index % jobs === job));
  const include = shares.map((share, index) => ({
    name: share.length === 1 ? (share[0]?.stack ?? "") : `${index + 1} of ${jobs}`,
    stacks: share.map(({ stack }) => stack).join(" "),
    files: share.map(({ file }) => file).join(" "),
  }));
  // One line, as $GITHUB_OUTPUT takes it.
  process.stdout.write(`${JSON.stringify({ include })}\n`);
  reporter.warn(`${tenants.length} tenants in ${jobs} jobs.`);
  return exitCode.done;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new CommandError(`--shards is "${text}": give a whole number above 0.`, exitCode.usage);
}
