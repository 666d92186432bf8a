import { setTimeout as wait } from "node:timers/promises";
import { type Operation, type OperationId, type OperationOverride } from "../../client/contract/contract";
import { ownBody } from "../../client/contract/own-body";
import { decode } from "../../client/response/decode";
import { bodyFor } from "../../client/request/body-for";
import { requestFor } from "../../client/request/request";
import { Limiter } from "../../client/send/limiter";
import { SendError } from "../../client/send/send-error";
import { type Settings } from "../../client/settings";
import { Transport } from "../../client/send/transport";

/** A response as it came: the client's tolerance would hide the differences that doctor looks for. */
export interface Response {
  /** 0 when none came. */
  readonly status: number;
  /** Without its parameters, in lower case. */
  readonly type: string;
  readonly text: string;
  /** The parsed body under the contract's names; undefined where it is not JSON. */
  readonly value: unknown;
  /** The parsed body under the names of the wire. */
  readonly raw: unknown;
  /** Methods of the header `Allow`, in lower case. */
  readonly allow: readonly string[];
  /** Why there is no response. */
  readonly error?: Pick<SendError, "code" | "message">;
}

/** Options of a request, beside its operation. */
interface WireRequest {
  /** Path and query parameters, slugs original. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** In place of the contract's method and path. */
  readonly at?: OperationOverride;
}

/** Milliseconds that one response may take; embedding a document takes longer. */
const patience = 10_000;
const slowPatience = 120_000;
const mostAtOnce = 4;
const passing = [429, 502, 503, 504];

/** Sends single requests without the client's repair of responses, all of them before one deadline. */
export class Wire {
  private transport: Transport | undefined;
  /** A few at a time: doctor is a guest on a host that others work with. */
  private readonly limiter = new Limiter({ maxConcurrency: mostAtOnce });
  /** Requests sent. */
  sent = 0;

  /** @param seconds after which nothing is sent any more */
  constructor(
    readonly settings: Settings,
    seconds: number,
    private readonly deadline = Date.now() + seconds * 1000,
  ) {}

  /** Whether there is time for another request. */
  get hasTime(): boolean {
    return Date.now() < this.deadline;
  }

  /** An operation as the contract in force has it. */
  operationOf(operationId: OperationId): Operation {
    return this.settings.contract.operationOf(operationId);
  }

  /** Whether the account that an operation needs is configured. */
  hasAccountFor(operationId: OperationId): boolean {
    return this.operationOf(operationId).account !== "required" || this.settings.accountId !== undefined;
  }

  /** Sends the request of an operation; a second time where LumenOne is only busy. */
  send(operationId: OperationId, request: WireRequest = {}): Promise<Response> {
    return this.limiter.run(async () => {
      const response = await this.once(operationId, request);
      if (!passing.includes(response.status) || !this.hasTime) return response;
      await wait(Math.min(2000, Math.max(0, this.deadline - Date.now())));
      return this.once(operationId, request);
    });
  }

  private async once(operationId: OperationId, { parameters = {}, body, at }: WireRequest): Promise<Response> {
    const operation = this.operationOf(operationId);
    const settings = at ? { ...this.settings, operations: { [operationId]: at } } : this.settings;
    const request = requestFor(settings, operation, parameters, body);
    const outgoing = body === undefined ? undefined : await bodyFor(operation, request.body);
    this.transport ??= new Transport(request.origin, mostAtOnce);
    const left = Math.max(1, Math.min(operation.slow ? slowPatience : patience, this.deadline - Date.now()));
    this.sent++;
    try {
      const response = await this.transport.send({
        method: request.method,
        url: request.path + request.query,
        headers: { ...request.headers, ...outgoing?.headers },
        body: outgoing?.open(),
        signal: AbortSignal.timeout(left),
      });
      const decoded = decode(response.body);
      const { "content-type": type, allow } = response.headers;
      return {
        status: response.status,
        type: typeof type === "string" ? (type.split(";")[0] ?? "").trim().toLowerCase() : "",
        text: response.body.toString("utf8"),
        value: decoded.kind === "json" ? ownBody(operation, response.status, decoded.value) : undefined,
        raw: decoded.kind === "json" ? decoded.value : undefined,
        allow: typeof allow === "string" ? allow.toLowerCase().split(/\s*,\s*/) : [],
      };
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      return { status: 0, type: "", text: "", value: undefined, raw: undefined, allow: [], error };
    }
  }
}
