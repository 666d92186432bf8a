import { STATUS_CODES } from "node:http";
import type { OpenAPIBackend, Operation } from "openapi-backend";
import type { Store } from "../store/store";
import type { Answer } from "./call";
import { checkAnswer } from "./check-answer";
import { createBackend } from "./create-backend";
import type { Upload } from "./read-upload";
import { Refusal } from "./refusal";

/** A request as it comes to the API. */
export interface ApiRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** The text of a JSON body. */
  body?: string;
  upload: () => Promise<Upload>;
  now: string;
  baseUrl: string;
}

/** Compiling the contract takes a second: once a process, for all simulators in it. */
let shared: Promise<OpenAPIBackend> | undefined;

/** All operations of the contract over one store. */
export class Api {
  private constructor(
    private readonly backend: OpenAPIBackend,
    private readonly store: Store,
  ) {}

  static async create(store: Store): Promise<Api> {
    return new Api(await (shared ??= createBackend()), store);
  }

  /** The operation and its path parameters, before anything is done; undefined where the path is none of the API. */
  match(request: ApiRequest): { operation: Operation; params: Record<string, string> } | undefined {
    const { method, path, headers } = request;
    const raw = { method, path, headers: defined(headers) };
    const operation = this.backend.matchOperation(raw);
    if (!operation) return undefined;
    try {
      return { operation, params: this.backend.router.parseRequest(raw, operation).params as Record<string, string> };
    } catch {
      return undefined; // A path with a broken percent-encoding.
    }
  }

  /** The answer of a matched operation: valid by the contract, or a 500 that says why it is not. */
  async answer(operation: Operation, request: ApiRequest): Promise<Required<Answer>> {
    const { method, path, query, body, headers } = request;
    let answer: Answer;
    try {
      const raw = { method, path, query, body, headers: defined(headers) };
      answer = (await this.backend.handleRequest(raw, request, this.store)) as Answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = this.refuse(error);
    }
    const whole = withDefaults(answer);
    const wrong = checkAnswer(this.backend, operation, whole);
    return wrong === undefined ? whole : outcry(`${operation.operationId} ${whole.status}: ${wrong}`);
  }

  /** Upstream says much in text, and what it says in JSON stands under `error`. */
  private refuse({ status, message, body }: Refusal): Answer {
    const isPlain = body === undefined;
    if (this.store.state.mode !== "upstream") return { status, body: isPlain ? { success: false, message } : body };
    if (isPlain && (status === 400 || status === 404)) return { status, body: STATUS_CODES[status] };
    return { status, body: isPlain ? { success: false, error: message } : body };
  }
}

function withDefaults({ status = 200, body, type }: Answer): Required<Answer> {
  return { status, body, type: type ?? (typeof body === "string" ? "text/plain" : "application/json") };
}

/** An answer that the contract does not have is an error of the simulator. Nobody shall overlook it. */
function outcry(what: string): Required<Answer> {
  const message = `lumenone-simulator broke the contract: ${what}`;
  console.error(message);
  return { status: 500, type: "application/json", body: { success: false, message } };
}

function defined(headers: ApiRequest["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
