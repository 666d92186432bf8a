import type { Mode, State } from "./entities";
import type { Faults } from "./faults/faults";
import type { Journal } from "./journal";
import type { Backstage } from "./backstage";
import type { Quirk } from "./quirks";
import type { Seed } from "./store/seed";

export interface SimulatorOptions {
  /** What the simulator has at the start. Default: one account and one key. */
  seed?: Seed;
  /** Returns the time in milliseconds since 1970. Default: `Date.now`. */
  clock?: () => number;
  /** The port to listen on. Default 0: any free port. */
  port?: number;
  /** The least duration of every response, in milliseconds. Default 0. */
  latency?: number;
  /** Requests per second above which the response is a 429. Default: no limit. */
  rateLimit?: number;
  /** A file for the state. It is read at the start if it exists, and written after every change. */
  stateFile?: string;
  /**
   * Path of an OpenAPI Overlay 1.0 file, from the current folder: the simulator is the LumenOne that it describes. Default: the
   * contract as it was released.
   */
  contract?: string;
  /** `upstream`: errors in plain text, and 400 or an empty array for an unknown workspace, as in AnythingLLM. Default: `lumenone`. */
  mode?: Mode;
  /** Behaviour that only some servers have, by name. Default: the quirks of the seed. */
  quirks?: Quirk[];
}

/** A running simulator. */
export interface Simulator {
  /** Its origin, e.g. `http://127.0.0.1:4010`; the API is below `/api/v1`. */
  url: string;
  /** The first key of the seed. It is valid for this simulator only. */
  apiKey: string;
  /** The first account of the seed. */
  accountId: string;
  /** Every request, oldest first. */
  journal: Journal;
  /** Makes calls fail. */
  faults: Faults;
  /** What happens without the API: staff, customers, the web interface. Its type is `Backstage`. */
  person: Backstage;
  /** Restores the seed, or starts from another one. Empties the journal and removes the faults. */
  reset(seed?: Seed): void;
  /** Returns a copy of the state. It is a valid seed. */
  snapshot(): State;
  /** Stops the server and closes its connections. */
  close(): Promise<void>;
}
