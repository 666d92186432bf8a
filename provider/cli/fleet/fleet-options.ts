import { availableParallelism } from "node:os";
import { CommandError, exitCode } from "../exit-code";

/** Options of `fleet preview`, `up`, `refresh`, `destroy` and `drift`. */
export interface FleetOptions {
  readonly parallel?: string;
  readonly requestsPerSecond?: string;
  readonly maxConcurrency?: string;
  readonly since?: string;
  readonly shard?: string;
  /** Tenants' files may lie outside of the project's folder. */
  readonly allowOutside?: boolean;
  /** A tenant may lose its organization, or most of what it has. */
  readonly allowDeletes?: boolean;
  /** Objects that a killed run created, and similar ones of somebody else, as a person decided. */
  readonly ours?: readonly string[];
  readonly notOurs?: readonly string[];
  readonly prune?: boolean;
  /** Also removes a stack once it is empty. */
  readonly remove?: boolean;
  readonly contract?: string;
  readonly summary?: string;
  readonly secretsProvider?: string;
  readonly expectNoChanges?: boolean;
  /** In a preview a word stands for each secret, so that nobody needs to know them. */
  readonly placeholderSecrets?: boolean;
  readonly native?: boolean;
  readonly yes?: boolean;
}

/** How many tenants are done at a time, and what all of them together may ask of LumenOne. */
export interface FleetLimits {
  readonly parallel: number;
  readonly maxConcurrency: number;
  readonly requestsPerSecond?: number;
}

/** @throws {CommandError} an option is not a number above 0 */
export function limitsOf(options: FleetOptions): FleetLimits {
  const {
    maxConcurrency = process.env["LUMENONE_MAX_CONCURRENCY"],
    requestsPerSecond = process.env["LUMENONE_REQUESTS_PER_SECOND"],
  } = options;
  const parallel = number("--parallel", options.parallel) ?? availableParallelism();
  if (!Number.isInteger(parallel)) throw new CommandError("--parallel takes a whole number.", exitCode.usage);
  return {
    parallel,
    requestsPerSecond: number("--requests-per-second", requestsPerSecond),
    maxConcurrency: number("--max-concurrency", maxConcurrency) ?? 10,
  };
}

function number(option: string, given: string | undefined): number | undefined {
  if (given === undefined || given === "") return undefined;
  const value = Number(given);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new CommandError(`${option} is "${given}": give a number above 0.`, exitCode.usage);
}

/**
 * Each worker's share of the limits, as its environment, so that all of them together stay below these. In any second, a
 * process that sends evenly may begin one request more than its rate: the share leaves room for it where the rate allows that.
 */
export function shareOf(
  { requestsPerSecond, maxConcurrency }: Omit<FleetLimits, "parallel">,
  workers: number,
): Record<string, string> {
  const share = { LUMENONE_MAX_CONCURRENCY: String(Math.max(1, Math.floor(maxConcurrency / workers))) };
  if (requestsPerSecond === undefined) return share;
  const even = requestsPerSecond / workers;
  return { ...share, LUMENONE_REQUESTS_PER_SECOND: String(Math.max(0.01, even >= 2 ? even - 1 : even)) };
}
