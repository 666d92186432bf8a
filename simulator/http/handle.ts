import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { applyFault, happensAfter } from "../faults/apply-fault";
import type { Faults } from "../faults/faults";
import type { Journal, JournalEntry } from "../journal/journal";
import { redact } from "../journal/redact";
import type { Api, ApiRequest } from "./api";
import { apiRoot } from "./contract";
import { readText } from "./read-text";
import { readUpload } from "./read-upload";
import { readableParameters } from "./readable-parameters";
import { type Reply, send, type Silence, toReply } from "./reply";

/** What handling a request needs. */
export interface Server {
  api: Api;
  faults: Faults;
  journal: Journal;
  /** Milliseconds. */
  clock: () => number;
  latency: number;
  nextRequestId(): string;
}

/** Takes one request of the API from its first byte to its last: journal, limits, faults, answer. */
export async function handle(server: Server, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { journal, clock, latency } = server;
  const { entry, request } = open(server, message);
  response.setHeader("x-request-id", entry.requestId);
  response.on("close", () => journal.end(entry, clock()));
  request.body = await readText(message);
  if (request.body !== undefined) entry.body = redact(parsed(request.body));
  if (latency > 0) await wait(latency);

  const reply = await replyTo(server, request, entry);
  if (typeof reply === "object") {
    entry.status = reply.status;
    message.resume(); // What of an upload has not been read has to go, or the client does not come to read the answer.
  }
  if (reply !== "stall") journal.end(entry, clock());
  await send(response, reply);
}

async function replyTo(server: Server, request: ApiRequest, entry: JournalEntry): Promise<Reply | Silence> {
  const { api, faults, clock } = server;
  const matched = api.match(request);
  if (!matched) return toReply({ status: 404, type: "text/plain", body: "Not Found" });
  const { operation, params } = matched;
  entry.operationId = operation.operationId ?? "";
  entry.parameters = readableParameters(operation, params);

  if (faults.isTooMany(clock())) return applyFault({ kind: "status", status: 429 }, request.path);
  const fault = faults.take(entry.operationId, entry.parameters);
  if (!fault) return toReply(await api.answer(operation, request));
  entry.fault = fault.kind;
  if (fault.kind === "slow") await wait(fault.ms ?? 1000);
  const [envelope] = (operation as { "x-envelope"?: string[] })["x-envelope"] ?? [];
  const done = happensAfter(fault) ? toReply(await api.answer(operation, request)) : undefined;
  return applyFault(fault, request.path, done, envelope);
}

/** Reads the head of a request and notes it in the journal. */
function open(server: Server, message: IncomingMessage): { entry: JournalEntry; request: ApiRequest } {
  const { headers, method = "GET" } = message;
  const origin = `http://${headers.host ?? "localhost"}`;
  const { pathname: path, searchParams } = new URL(message.url ?? "/", origin);
  const query = Object.fromEntries(searchParams);
  const startedAt = server.clock();
  const accountId = one(headers["x-account-id"]);
  const requestId = server.nextRequestId();
  const entry = server.journal.start({ startedAt, method, path, parameters: {}, query, accountId, requestId });
  const request: ApiRequest = {
    method,
    path,
    query,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, one(value)])),
    now: entry.at,
    baseUrl: origin + apiRoot,
    async upload() {
      const upload = await readUpload(message);
      const { filename, bytes, sha256 } = upload.file;
      entry.body = { ...upload.fields, file: { filename, bytes, sha256 } };
      return upload;
    },
  };
  return { entry, request };
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 1000);
  }
}
