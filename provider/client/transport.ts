import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { AxiosError, type AxiosInstance } from "axios";
import { OpenAPIClientAxios } from "openapi-client-axios";
import { type OperationId, operationOf, type OperationOverride } from "./contract";
import { type Settings } from "./settings";
import { version } from "./version";

/** The largest answer that is read, in bytes. */
const largestAnswer = 64 * 1024 * 1024;

/** One request, ready to be sent. */
export interface Outgoing {
  readonly operationId: OperationId;
  /** Path and query parameters by the contract's names, slugs in hex. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What came back. */
export interface Incoming {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Sends requests to one host. The only place that knows axios. */
export class Transport {
  private readonly client: AxiosInstance;
  private readonly api: OpenAPIClientAxios;

  constructor(settings: Settings) {
    const agent = { keepAlive: true, maxSockets: settings.maxConcurrency };
    this.api = new OpenAPIClientAxios({ definition: definition(settings.operations), quick: true });
    this.api.initSync();
    this.client = axios.create({
      baseURL: `${settings.origin}/api/v1`,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      headers: { "User-Agent": `pulumi-lumenone/${version}` },
      responseType: "arraybuffer",
      maxContentLength: largestAnswer,
      maxBodyLength: Infinity,
      // A redirect would carry the key to whatever host it names, and needs streamed bodies in memory.
      maxRedirects: 0,
      validateStatus: () => true,
      transformResponse: [],
    });
  }

  /** @throws {SendError} when no answer came */
  async send({ operationId, parameters, body, headers, signal }: Outgoing): Promise<Incoming> {
    const request = this.api.getAxiosConfigForOperation(operationId, [parameters as Record<string, string>, body, {}]);
    try {
      // Its other settings (adapters, headers of its own) are ours to give.
      const { method, url, params, data } = request as { method: string; url: string; params: unknown; data: unknown };
      const answer = await this.client.request<Buffer>({ method, url, params, data, headers: { ...headers }, signal });
      return { status: answer.status, headers: answer.headers, body: Buffer.from(answer.data ?? "") };
    } catch (error) {
      throw new SendError(error, signal);
    }
  }
}

/** The contract as the client library takes it, with what this host has elsewhere. */
function definition(overrides: Readonly<Record<string, OperationOverride>>) {
  const document = structuredClone(
    require("./generated/contract.json") as { paths: Record<string, Record<string, unknown>> },
  );
  for (const [operationId, { method, path }] of Object.entries(overrides)) {
    const known = operationOf(operationId as OperationId);
    const operation = document.paths[known.path]?.[known.method];
    delete document.paths[known.path]?.[known.method];
    (document.paths[path] ??= {})[method.toLowerCase()] = operation;
  }
  return document as unknown as ConstructorParameters<typeof OpenAPIClientAxios>[0]["definition"];
}

/** Codes of connections that were never made: LumenOne has seen nothing of the request. */
const neverSent = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];
const certificate = /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** The connection failed. Holds nothing of the request. */
export class SendError extends Error {
  readonly code: string;
  /** Whether the request can have reached LumenOne. */
  readonly sent: boolean;
  readonly timedOut: boolean;
  /** The answer was larger than is read. */
  readonly tooLarge: boolean;

  constructor(cause: unknown, signal: AbortSignal) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const code = cause instanceof AxiosError ? (cause.code ?? "") : "";
    const timedOut = signal.aborted;
    super(timedOut ? "no answer in time" : message || code);
    this.code = code;
    this.timedOut = timedOut;
    this.sent = timedOut || !(neverSent.includes(code) || certificate.test(code));
    this.tooLarge = /maxContentLength/.test(message);
  }
}
