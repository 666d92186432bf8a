import { setTimeout as wait } from "node:timers/promises";
import { type OperationId, operationOf, type OperationOverride } from "../../client/contract";
import { decode } from "../../client/decode";
import { type Settings } from "../../client/settings";
import { toHexSlug } from "../../client/slug";
import { type SendError, Transport } from "../../client/transport";

/** What came back, as it is: the client's tolerance would hide what doctor looks for. */
export interface Answer {
  /** 0 when none came. */
  readonly status: number;
  /** Without its parameters, in lower case. */
  readonly type: string;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  readonly value: unknown;
  /** Methods of the header `Allow`, in lower case. */
  readonly allow: readonly string[];
  /** Why there is no answer. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** What a request says beside its operation. */
export interface WireRequest {
  /** Path and query parameters, slugs original. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** In place of the contract's method and path. */
  readonly at?: OperationOverride;
}

const patience = 10_000;
const passing = [429, 502, 503, 504];

/** Sends single requests without the client's repair of answers, all of them before one deadline. */
export class Wire {
  private readonly transports = new Map<string, Transport>();
  private running = 0;
  private readonly waiting: (() => void)[] = [];
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

  /** Sends the request of an operation; a second time where LumenOne is only busy. */
  async send(operationId: OperationId, request: WireRequest = {}): Promise<Answer> {
    // A few at a time: doctor is a guest on a host that others work with.
    while (this.running >= 4) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
    try {
      const answer = await this.once(operationId, request);
      if (!passing.includes(answer.status) || !this.hasTime) return answer;
      await wait(Math.min(2000, Math.max(0, this.deadline - Date.now())));
      return await this.once(operationId, request);
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  private async once(operationId: OperationId, { parameters = {}, body, at }: WireRequest): Promise<Answer> {
    const operation = operationOf(operationId);
    const override = at ?? this.settings.operations[operationId];
    const wire = Object.entries(parameters).map(([name, value]) => [
      name,
      operation.hexParameters.includes(name) ? toHexSlug(String(value)) : value,
    ]);
    const { apiKey = "", accountId } = this.settings;
    const headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` };
    if (operation.account !== "none" && accountId !== undefined) headers["X-Account-Id"] = accountId;
    const left = Math.max(1, Math.min(patience, this.deadline - Date.now()));
    this.sent++;
    try {
      const answer = await this.transport(operationId, override).send({
        operationId,
        parameters: Object.fromEntries(wire) as Record<string, unknown>,
        body,
        headers,
        signal: AbortSignal.timeout(left),
      });
      const decoded = decode(answer.body);
      const { "content-type": type, allow } = answer.headers;
      return {
        status: answer.status,
        type: typeof type === "string" ? (type.split(";")[0] ?? "").trim().toLowerCase() : "",
        text: answer.body.toString("utf8"),
        value: decoded.kind === "json" ? decoded.value : undefined,
        allow: typeof allow === "string" ? allow.toLowerCase().split(/\s*,\s*/) : [],
      };
    } catch (error) {
      const { code, message } = error as SendError;
      return { status: 0, type: "", text: "", value: undefined, allow: [], error: { code, message } };
    }
  }

  private transport(operationId: OperationId, override: OperationOverride | undefined): Transport {
    const key = JSON.stringify([operationId, override]);
    const known = this.transports.get(override ? key : "");
    if (known) return known;
    const operations = override ? { [operationId]: override } : {};
    const transport = new Transport({ ...this.settings, operations });
    this.transports.set(override ? key : "", transport);
    return transport;
  }
}
