import { type Drift } from "../drift/find-drift";
import { type FleetOptions } from "./fleet-options";

/** The commands for every tenant. */
export type Verb = "preview" | "up" | "refresh" | "destroy" | "drift";

/** One tenant's turn, as a worker receives it. */
export interface Task {
  readonly verb: Verb;
  /** The tenant's file, relative to where the command was started; undefined where it is gone. */
  readonly file?: string;
  readonly stack: string;
  /** The project's folder. */
  readonly project: string;
  /** Whether the backend has the stack. */
  readonly exists: boolean;
  /** Another file has an organization of the same name, so that a lost one cannot be recognised by its name. */
  readonly sharesName: boolean;
  /** For the CLI and its plugins. */
  readonly env: Readonly<Record<string, string>>;
  /** Its resources are those of the native plugin. */
  readonly native: boolean;
  readonly options: FleetOptions;
}

/** How a tenant's turn ended. */
export interface TenantResult {
  readonly stack: string;
  readonly file?: string;
  /**
   * `invalid`: its file has problems, and nothing was asked. `locked`: somebody else works on its stack, or did and died.
   * `held`: it would lose its organization or most of its resources, or an object may be that of a killed run or somebody
   * else's, and nobody has decided. `stopped`: the command was stopped before its turn. `left`: its file is gone, and
   * `--prune` was not given.
   */
  readonly status: "changed" | "unchanged" | "failed" | "invalid" | "held" | "locked" | "stopped" | "left" | "removed";
  /** Number of resources by action, done or planned. */
  readonly changes: Readonly<Record<string, number>>;
  readonly drift?: readonly Drift[];
  readonly seconds: number;
  /** What went wrong. */
  readonly problem?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Further notes, such as that the lock of a dead run was removed. */
  readonly notes?: readonly string[];
}

/** From the fleet to a worker. */
export type ToWorker = { readonly task: Task } | { readonly stop: true };

/** How far a tenant's turn is. */
export interface Progress {
  /** Resources that are done. */
  readonly done: number;
  /** How far a resource is that takes long, such as an upload. */
  readonly status?: string;
}

/** From a worker to the fleet. */
export type FromWorker = Progress | { readonly result: TenantResult };
