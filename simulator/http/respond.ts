import { STATUS_CODES } from "node:http";
import type { Matched } from "../contract/contract";
import type { HandlerResponse } from "../contract/messages";
import { routes } from "../routes/routes";
import type { Store } from "../store/store";
import { Call, type Surroundings } from "./call";
import { HttpError } from "./http-error";

/**
 * Runs an operation: checks the key and the request, calls the handler, checks its response. A response that the contract
 * does not have becomes a 500 that says why.
 */
export async function respond(matched: Matched, around: Surroundings): Promise<Required<HandlerResponse>> {
  const response = withDefaults(await run(matched, around));
  const wrong = around.contract.responseError(matched.operation, response);
  return wrong === undefined
    ? response
    : contractViolation(`${matched.operation.operationId} ${response.status}: ${wrong}`);
}

async function run({ operation, request }: Matched, around: Surroundings): Promise<HandlerResponse> {
  const { store, contract } = around;
  try {
    const company = operation.security?.length ? companyOf(request.header.authorization, store) : "";
    const wrong = contract.requestError(operation, request);
    if (wrong !== undefined) throw new HttpError(400, wrong);
    const route = routes[operation.operationId];
    if (!route) throw new Error(`no handler for ${operation.operationId}`);
    return await route(new Call(around, company, operation.operationId, request));
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return errorResponse(error, store);
  }
}

/** The text of this 403 is documented under `message`, and is under `error` upstream. */
function companyOf(authorization: string | undefined, store: Store): string {
  const key = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  const company = store.find("apiKeys", { key })?.company;
  if (company) return company;
  const message = "No valid api key found.";
  throw new HttpError(403, message, store.state.mode === "upstream" ? { error: message } : { message });
}

/** Upstream sends 400 and 404 as text, and has the text of other errors under `error`. */
function errorResponse({ status, message, body }: HttpError, { state }: Store): HandlerResponse {
  if (body !== undefined) return { status, body };
  if (state.mode !== "upstream") return { status, body: { success: false, message } };
  if (status === 400 || status === 404) return { status, body: STATUS_CODES[status] };
  return { status, body: { success: false, error: message } };
}

function withDefaults({ status = 200, body, type }: HandlerResponse): Required<HandlerResponse> {
  return { status, body, type: type ?? (typeof body === "string" ? "text/plain" : "application/json") };
}

/** A response that the contract does not have is an error of the simulator, and must not go unnoticed. */
function contractViolation(what: string): Required<HandlerResponse> {
  const message = `lumenone-simulator broke the contract: ${what}`;
  console.error(message);
  return { status: 500, type: "application/json", body: { success: false, message } };
}
