import { type Api } from "./api";
import { type CreateJournal } from "../once/create-journal";
import { type OperationId } from "../../client/contract/contract";
import { type ValueLimits } from "../../client/contract/shape";
import { type Session } from "./session";

/** How a message is shown: as a warning, as a line, or for a moment. */
export type MessageKind = "warn" | "info" | "status";

/** What every step of a lifecycle receives. */
export interface Context {
  readonly api: Api;
  /** Comes when this step has to end: its time is over, or the operation is cancelled. Ends waiting, and calls that are not sent yet. */
  readonly signal?: AbortSignal;
  /** The same LumenOne, whose calls go on when this step has ended. */
  readonly sharedApi?: Api;
  readonly session: Session;
  /** How often a request is sent again after a passing fault. */
  readonly maxRetries: number;
  /** The account of resources that name none. */
  readonly accountId: string | undefined;
  /** Whether resources that do not say take over existing objects of their name. */
  readonly adopt: boolean;
  /** The host was renamed: objects of the old one are those of the new one. */
  readonly allowOriginChange: boolean;
  /** The values of an operation's field as a correction of the contract has them. Default: nothing. */
  readonly correctedLimits?: (operationId: OperationId, field: string) => ValueLimits;
  /** Keeps notes of creations beyond the life of the process. Default: none are kept. */
  readonly journal?: CreateJournal | undefined;
  /** Reports something to the user that does not stop the operation. */
  warn(message: string): void;
  /** Reports progress to the user. */
  info(message: string): void;
  /** Shows how far something is. A terminal shows it until the next such message or the end of the step. */
  status(message: string): void;
}
