import { type ApiRequest, aroundCalls } from "./api";
import { type BaseContext } from "./base-context";
import { type Context, type MessageKind } from "./context";
import { noticing } from "./waiting-notice";

/** What ends a call. */
type Ends = Pick<ApiRequest, "signal" | "stopping">;

/** The parts of a context that are special to one step. */
export interface StepSurroundings {
  /** Shows a message to the user. Resolves when it is delivered. */
  readonly log: (kind: MessageKind, message: string) => Promise<void>;
  /** Collects the messages that are not delivered yet. */
  readonly pending: Promise<void>[];
  /** Comes when the step has to end. */
  readonly signal: AbortSignal;
  /** What ends the step's own calls. Default: `signal`. */
  readonly calls?: Ends;
  /** What ends calls that other steps wait for, too. Default: nothing. */
  readonly sharedCalls?: Ends;
}

/** What one step of the lifecycle needs. */
export function stepContext(
  base: BaseContext,
  { log, pending, signal, calls = { signal }, sharedCalls = {} }: StepSurroundings,
): Context {
  const logging = (kind: MessageKind) => (message: string) => void pending.push(log(kind, message));
  const info = logging("info");
  const api = noticing(base.api, info);
  const ending = (ends: Ends) => aroundCalls(api, (_operationId, request, send) => send({ ...request, ...ends }));
  const messages = { warn: logging("warn"), info, status: logging("status") };
  return { ...base, api: ending(calls), sharedApi: ending(sharedCalls), signal, ...messages };
}
