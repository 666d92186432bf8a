import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type Readable } from "node:stream";
import axios, { type AxiosInstance } from "axios";
import { isLoopback } from "../base-url";
import { SendError } from "./send-error";
import { version } from "../version";

/** The largest response that is read, in bytes after decompression. */
const largestResponse = 64 * 1024 * 1024;

/** A request's body, in the form in which it is sent. */
export interface OutgoingBody {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it can be opened a single time only. Default: false. */
  readonly once?: boolean;
  /** Gives it to one attempt. */
  open(): Buffer | Readable | undefined;
}

/** One request, ready to be sent. */
export interface Outgoing {
  readonly method: string;
  /** Path and query below `/api/v1`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable | undefined;
  readonly signal: AbortSignal;
}

/** A response. */
export interface Incoming {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Sends requests to one host. The only place that knows axios. */
export class Transport {
  private readonly client: AxiosInstance;

  constructor(origin: string, maxConcurrency: number) {
    // Drops a free connection before most servers do: a write to a connection that they close is lost.
    const agent = { keepAlive: true, maxSockets: maxConcurrency, timeout: 4000 };
    this.client = axios.create({
      baseURL: `${origin}/api/v1`,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      headers: { "User-Agent": `pulumi-lumenone/${version}`, Accept: "application/json, text/plain;q=0.9" },
      // The usual variables name the proxy; what goes to this machine needs none, and would show it the key.
      ...(isLoopback(new URL(origin).hostname) ? { proxy: false as const } : {}),
      responseType: "arraybuffer",
      maxContentLength: largestResponse,
      maxBodyLength: Infinity,
      // A redirect would carry the key to whatever host it names, and needs streamed bodies in memory.
      maxRedirects: 0,
      validateStatus: () => true,
      transformRequest: [],
      transformResponse: [],
    });
  }

  /** @throws {SendError} when no response came */
  async send({ method, url, headers, body, signal }: Outgoing): Promise<Incoming> {
    try {
      const response = await this.client.request<Buffer>({ method, url, headers, data: body, signal });
      return { status: response.status, headers: response.headers, body: response.data };
    } catch (error) {
      throw new SendError(error);
    }
  }
}
