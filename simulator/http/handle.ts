import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Contract, Matched } from "../contract/contract";
import type { WireRequest } from "../contract/messages";
import { readableParameters } from "../contract/readable-parameters";
import { applyFault, changeBody, happensAfter } from "../faults/apply-fault";
import type { Fault, Faults } from "../faults/faults";
import { type Journal, type JournalEntry, redact } from "../journal";
import type { RecentRequests } from "../page/recent-requests";
import type { Store } from "../store/store";
import { type Form, readForm, readText, type Upload } from "./body";
import { HttpError } from "./http-error";
import { type Reply, send, type Silence, toReply } from "./reply";
import { respond } from "./respond";

/** What handling a request needs. */
export interface Server {
  contract: Contract;
  store: Store;
  faults: Faults;
  journal: Journal;
  recent: RecentRequests;
  /** Milliseconds. */
  clock: () => number;
  latency: number;
  nextRequestId(): string;
}

/** Handles one request from its first byte to its last: journal, latency, limits, faults, response. */
export async function handle(server: Server, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { journal, recent, clock, latency } = server;
  const { entry, wire } = open(server, message);
  response.setHeader("x-request-id", entry.requestId);
  response.on("close", () => {
    journal.end(entry, clock());
    recent.note(entry);
  });
  const correction = server.contract.correctionFor(wire);
  // Fields of a form can hold parameters, so they are read before the request is matched.
  const form = correction?.form ? await readForm(message, correction.file).catch(noForm) : undefined;
  wire.body = form ? undefined : await readText(message);
  if (form) entry.body = redact(form.fields);
  if (wire.body !== undefined) entry.body = redact(parsed(wire.body));
  recent.note(entry);
  if (latency > 0) await wait(latency);

  const reply = await replyTo(server, message, wire, entry, form);
  if (typeof reply === "object") {
    entry.status = reply.status;
    message.resume(); // The rest of an upload must be read: a client that is still sending does not read the response.
  }
  if (reply !== "stall") journal.end(entry, clock());
  recent.note(entry, reply);
  await send(response, reply);
}

async function replyTo(
  server: Server,
  message: IncomingMessage,
  wire: WireRequest,
  entry: JournalEntry,
  form: Form | undefined,
): Promise<Reply | Silence> {
  const { contract, store, faults, clock } = server;
  const matched = contract.match(wire, form?.fields);
  if (!matched) return toReply({ status: 404, type: "text/plain", body: "Not Found" });
  const { operation, request } = matched;
  entry.operationId = operation.operationId;
  entry.parameters = readableParameters(matched);
  entry.accountId = request.header["x-account-id"];

  const origin = `http://${wire.headers.host ?? "localhost"}`;
  const upload = () => noted(message, matched, entry, form);
  const run = async (fault?: Fault) => {
    const response = await respond(matched, { store, contract, origin, now: entry.at, upload });
    const changed = fault ? changeBody(fault, response) : response;
    return toReply(operation.correction?.response(changed) ?? changed);
  };
  if (faults.isTooMany(clock())) return applyFault({ kind: "status", status: 429 }, wire.path);
  const fault = faults.take(entry.operationId, entry.parameters);
  if (!fault) return run();
  entry.fault = fault.kind;
  if (fault.kind === "slow") await wait(fault.ms ?? 1000);
  const done = happensAfter(fault) ? await run(fault) : undefined;
  return applyFault(fault, wire.path, done, operation["x-envelope"]?.[0]);
}

/** Reads an upload, of which the journal keeps what identifies its file. */
async function noted(
  message: IncomingMessage,
  { operation }: Matched,
  entry: JournalEntry,
  form: Form | undefined,
): Promise<Upload> {
  const { correction } = operation;
  const fileField = correction?.file ?? "file";
  const { file, fields: sent } = form ?? (await readForm(message, fileField));
  if (!file) throw new HttpError(400, `The multipart field ${fileField} is required`);
  const { filename, bytes, sha256 } = file;
  const fields = correction?.uploadFields(sent) ?? sent;
  entry.body = { ...fields, file: { filename, bytes, sha256 } };
  return { file, fields };
}

/** Reads the head of a request and notes it in the journal. */
function open(server: Server, message: IncomingMessage): { entry: JournalEntry; wire: WireRequest } {
  const { method = "GET" } = message;
  const { pathname: path, searchParams } = new URL(message.url ?? "/", "http://localhost");
  const query = Object.fromEntries(searchParams);
  const headers = Object.fromEntries(
    Object.entries(message.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, one(value)]])),
  ) as Record<string, string>;
  const startedAt = server.clock();
  const requestId = server.nextRequestId();
  const entry = server.journal.start({ startedAt, method, path, parameters: {}, query, requestId });
  return { entry, wire: { method, path, query, headers } };
}

/** A body that is not the form it has to be has no fields: the contract says what is missing. */
const noForm = (): Form => ({ fields: {} });

const one = (value: string | string[]): string | undefined => (Array.isArray(value) ? value[0] : value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 1000);
  }
}
