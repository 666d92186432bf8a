import type { Mode, State } from "./entities";
import type { Faults } from "./faults/faults";
import type { Journal } from "./journal";
import type { Backstage } from "./backstage";
import type { Quirk } from "./quirks";
import type { Seed } from "./store/seed";

export interface SimulatorOptions {
  /** What there is at the start. Default: one account, one key, nothing else. */
  seed?: Seed;
  /** Milliseconds since 1970. Default: `Date.now`. */
  clock?: () => number;
  /** Default 0: any free port. */
  port?: number;
  /** Milliseconds that every answer takes at least. Default 0. */
  latency?: number;
  /** Requests a second above which the answer is 429. Default: no limit. */
  rateLimit?: number;
  /** A file that holds the state: read at the start, where it exists, and written after every change. */
  stateFile?: string;
  /** `upstream`: errors in plain text, 400 or an empty array for a workspace that is not there, as AnythingLLM has it. */
  mode?: Mode;
  /** What only some servers do, each by its name. Default: those of the seed, else none. */
  quirks?: Quirk[];
}

/** A LumenOne of your own. */
export interface Simulator {
  /** Its origin, e.g. `http://127.0.0.1:4010`; the API is below `/api/v1`. */
  url: string;
  /** The first key of the seed. It opens nothing else. */
  apiKey: string;
  /** The first account of the seed. */
  accountId: string;
  /** Every request, oldest first. */
  journal: Journal;
  /** Makes calls fail. */
  faults: Faults;
  /** What people do behind the API. */
  person: Backstage;
  /** Back to the seed (or to another one); forgets the journal and the faults. */
  reset(seed?: Seed): void;
  /** A copy of everything there is. It can be a seed. */
  snapshot(): State;
  /** Ends it, with the connections that are open. */
  close(): Promise<void>;
}
