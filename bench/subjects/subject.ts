import { type Operation } from "../operations";
import { type Scenario } from "../scenario";

/** What was measured of one operation. */
export interface Figures {
  readonly seconds: number;
  /** Requests that LumenOne saw, by operation of its API. */
  readonly requests: Readonly<Record<string, number>>;
  /** Size of the state file afterwards. */
  readonly stateBytes?: number;
  /** The most memory that Pulumi's host process of dynamic resources had, in bytes. */
  readonly hostMemory?: number;
}

/** A subject with a stack and a LumenOne of its own. */
export interface Running {
  /** @returns undefined where the subject has no such operation */
  run(operation: Operation): Promise<Figures | undefined>;
  close(): Promise<void>;
}

/** One way of managing workspaces. */
export interface Subject {
  readonly name: string;
  /** As it stands in tables. */
  readonly title: string;
  /** Whether it sends requests, so that the latency counts. */
  readonly sendsRequests: boolean;
  start(scenario: Scenario): Promise<Running>;
}
