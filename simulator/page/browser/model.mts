/** An entity of any kind, as the simulator has it. */
export type Entity = Readonly<Record<string, unknown>>;

/** All entities, by kind. */
export type Tables = Readonly<Record<string, readonly Entity[]>>;

/** A request, with its body and its response. */
export interface Request {
  readonly requestId: string;
  readonly at: string;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly accountId?: string;
  readonly status?: number;
  readonly fault?: string;
  readonly body?: unknown;
  readonly response?: unknown;
}

/** A fault that waits for a call. */
export interface Fault {
  readonly id: number;
  /** Calls that it will hit. Null: until it is switched off. */
  readonly left: number | null;
  readonly kind: string;
  readonly operationId?: string;
  readonly status?: number;
}

/** What the page knows. */
export interface Model {
  readonly isLive: boolean;
  readonly operations: readonly string[];
  readonly faultKinds: readonly string[];
  readonly mostRequests: number;
  readonly tables: Tables;
  /** Newest first. */
  readonly requests: readonly Request[];
  readonly faults: readonly Fault[];
  readonly rateLimit?: number;
}

export const emptyModel: Model = {
  isLive: false,
  operations: [],
  faultKinds: [],
  mostRequests: 300,
  tables: {},
  requests: [],
  faults: [],
};
