import { type OperationId } from "../../client/contract/contract";
import { type Readable } from "node:stream";
import { type Sends } from "../once/sends";
import { type Values } from "../state/values";

/** One call of the contract, in the provider's own names. */
export interface ApiRequest {
  /** Path and query parameters under the contract's names; slugs are original. */
  readonly parameters?: Values;
  /** Fields in camel case. Those that the operation's body has are sent under their wire names; a `file` is an {@link Upload}. */
  readonly fields?: Values;
  readonly accountId?: string;
  /** Ends the call, wherever it is. */
  readonly signal?: AbortSignal;
  /** Ends waiting: the call is not sent, and not sent again. Default: `signal`. */
  readonly stopping?: AbortSignal;
  /** Counted down by every sending; with none left the call is not sent again. Default: as often as is configured. */
  readonly sends?: Sends;
  /**
   * Not sent again, after a 429 neither, when LumenOne can have seen it: the caller looks first. Default: false.
   */
  readonly once?: boolean;
  /** The response proves what is absent: it counts only in LumenOne's own envelope. Default: false. */
  readonly proof?: boolean;
  /** Values that an error must not repeat in LumenOne's words, beside the fields. Default: none. */
  readonly hidden?: readonly unknown[];
}

/** A file to be sent. */
export interface Upload {
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size: number | undefined;
  /** Its content from the beginning; asked for once an attempt. */
  open(): Readable;
}

/** LumenOne, as the lifecycle sees it: objects with camel-case keys and original slugs. */
export interface Api {
  /** `https://HOST`, or undefined while none is configured. */
  readonly origin: string | undefined;
  /**
   * Calls an operation that lists.
   * @returns the objects of the response, without its envelope
   * @throws {ApiError} LumenOne refused, or there was no usable response
   */
  list(operationId: OperationId, request: ApiRequest): Promise<Values[]>;
  /**
   * Calls any other operation.
   * @returns the object of the response, without its envelope; `{}` where the response has none
   * @throws {ApiError} LumenOne refused, or there was no usable response
   */
  one(operationId: OperationId, request: ApiRequest): Promise<Values>;
}

/** What is done around each call of an {@link Api}. */
export type AroundCall = <T>(
  operationId: OperationId,
  request: ApiRequest,
  send: (request: ApiRequest) => Promise<T>,
) => Promise<T>;

/** The same API with something around each call. */
export function aroundCalls(api: Api, around: AroundCall): Api {
  return {
    origin: api.origin,
    list: (operationId, request) => around(operationId, request, (changed) => api.list(operationId, changed)),
    one: (operationId, request) => around(operationId, request, (changed) => api.one(operationId, changed)),
  };
}
