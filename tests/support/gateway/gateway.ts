import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { leftovers } from "../leftovers";
import { type Random } from "../seeded";
import { operationAt } from "./operation-at";
import { isHit, type Outage } from "./outage";
import { type Reply } from "./wrong-response";

/** How many earlier responses of an operation are kept, to be given for others. */
const kept = 3;

/** A loopback reverse proxy in front of a LumenOne, which changes responses while it is broken. */
export class Gateway {
  #outage: Outage | undefined;
  #random: Random = () => 0;
  #skip = 0;
  #hits = 0;
  readonly #log: string[] = [];
  readonly #held = new Set<ServerResponse>();
  readonly #known = new Map<string, { readonly path: string; readonly json: unknown }[]>();
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly target: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  /** @param target origin of the LumenOne behind it */
  static async open(target: string): Promise<Gateway> {
    const server = createServer((request, response) => {
      response.on("error", () => undefined);
      gateway.#handle(request, response).catch(() => response.destroy());
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const gateway = new Gateway(target, server);
    leftovers.add(gateway.close);
    return gateway;
  }

  /** Its origin. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks it. @param random what an outage leaves to chance */
  broken(outage: Outage, random: Random): void {
    this.#outage = outage;
    this.#random = random;
    this.#skip = outage.skip;
    this.#hits = 0;
  }

  /** Everything passes again as it is. What is held back ends. */
  heal(): void {
    this.#outage = undefined;
    for (const response of this.#held) response.destroy();
    this.#held.clear();
  }

  /** Forgets what it has seen. */
  forget(): void {
    this.heal();
    this.#known.clear();
    this.#log.length = 0;
  }

  /** How many requests the outage has hit. */
  get hits(): number {
    return this.#hits;
  }

  /** Every request since it forgot, with its response. */
  get log(): readonly string[] {
    return this.#log;
  }

  readonly close = async (): Promise<void> => {
    leftovers.delete(this.close);
    this.#agent.destroy();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  };

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operationId = operationAt(method, path.replace(/\?.*/s, ""));
    const outage = this.#hit(method, operationId);
    const passes = !outage || outage.wrong.ofReply || (!outage.wrong.unsent && outage.carriedOut);
    const reply = passes ? await this.#forward(request, Buffer.concat(chunks)) : undefined;
    this.#log.push(`${method} ${operationId ?? path} ${path} ${reply?.status ?? "-"} ${outage?.wrong.name ?? ""}`);
    if (!outage) return void this.#pass(operationId, path, reply as Reply, response);
    const { sameKind, otherKinds } = this.#earlier(operationId, path);
    this.#held.add(response);
    response.on("close", () => this.#held.delete(response));
    outage.wrong.respond({ method, path, reply, sameKind, otherKinds, response, random: this.#random });
  }

  #hit(method: string, operationId: string | undefined): Outage | undefined {
    const outage = this.#outage;
    if (!outage || this.#hits >= outage.times || !isHit(outage, method, operationId)) return undefined;
    if (this.#skip-- > 0) return undefined;
    this.#hits++;
    return outage;
  }

  #pass(
    operationId: string | undefined,
    path: string,
    { status, headers, body }: Reply,
    response: ServerResponse,
  ): void {
    if (operationId !== undefined && status < 300 && /json/.test(headers["content-type"] ?? "")) {
      const known = this.#known.get(operationId) ?? [];
      this.#known.set(operationId, [...known, { path, json: JSON.parse(body.toString()) as unknown }].slice(-kept));
    }
    const { connection: _c, "keep-alive": _k, "transfer-encoding": _t, "content-length": _l, ...rest } = headers;
    response.writeHead(status, { ...rest, "content-length": String(body.length) }).end(body);
  }

  #earlier(operationId: string | undefined, path: string): { sameKind: unknown[]; otherKinds: unknown[] } {
    const all = [...this.#known].flatMap(([id, known]) => known.map((one) => ({ id, ...one })));
    const isCreate = /^(create|upload|provision)/.test(operationId ?? "");
    const same = all.filter((one) => one.id === operationId && (isCreate || one.path !== path));
    const others = all.filter((one) => one.id !== operationId);
    return { sameKind: same.map(({ json }) => json), otherKinds: others.map(({ json }) => json) };
  }

  #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { connection: _c, "transfer-encoding": _t, host: _h, ...rest } = headers;
      const length = body.length > 0 ? { "content-length": String(body.length) } : {};
      const outgoing = httpRequest(
        new URL(url ?? "/", this.target),
        { method, agent: this.#agent, headers: { ...rest, ...length } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("error", reject);
          incoming.on("end", () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      // The simulator may just have closed the connection that was kept alive.
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }
}
