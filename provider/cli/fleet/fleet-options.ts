import { availableParallelism } from "node:os";
import { CommandError, exitCode } from "../exit-code";
import { type TotalLimits } from "./share";

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
export interface FleetLimits extends TotalLimits {
  readonly parallel: number;
}

/** @throws {CommandError} an option is not a number above 0 */
export function limitsOf(options: FleetOptions): FleetLimits {
  const {
    maxConcurrency = process.env["LUMENONE_MAX_CONCURRENCY"],
    requestsPerSecond = process.env["LUMENONE_REQUESTS_PER_SECOND"],
  } = options;
  const parallel = number("--parallel", options.parallel) ?? availableParallelism();
  if (!Number.isInteger(parallel)) throw new CommandError("--parallel takes a whole number.", exitCode.usage);
  const rate = number("--requests-per-second", requestsPerSecond);
  return {
    parallel,
    maxConcurrency: number("--max-concurrency", maxConcurrency) ?? 10,
    ...(rate === undefined ? {} : { requestsPerSecond: rate }),
  };
}

function number(option: string, given: string | undefined): number | undefined {
  if (given === undefined || given === "") return undefined;
  const value = Number(given);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new CommandError(`${option} is "${given}": give a number above 0.`, exitCode.usage);
}
