import { ApiError } from "../../errors/api-error";

/**
 * A response that may mean that an object does not exist, and does not prove it: a 404, an empty one, one of another
 * shape, another object's, or a list without it.
 */
export interface Doubt {
  /** The operation, with method and path where they are known. */
  readonly request: string;
  /** What came back, as `404, "no such route"`. */
  readonly response: string;
  /** A 404 in LumenOne's own form of an error. */
  readonly ownForm: boolean;
  /** Another object than the one that was asked for. */
  readonly isOther?: boolean;
  readonly cause?: Error;
}

/** The doubt that a failed call leaves; undefined where it says nothing of the object. */
export function doubtOf(error: unknown): Doubt | undefined {
  if (!(error instanceof ApiError) || error.status === undefined) return undefined;
  if (error.reason !== "notFound" && error.reason !== "garbled") return undefined;
  const { operationId, method, path, status, responseText, requestId } = error;
  const words = responseText ? `, "${responseText}"` : "";
  return {
    request: `${operationId} (${method} ${path})`,
    response: `${status}${words}${requestId === undefined ? "" : ` (request id ${requestId})`}`,
    ownForm: error.ownForm && (status === 404 || status === 410),
    cause: error,
  };
}

/** The doubt that a readable response leaves. */
export function doubtAbout(request: string, response: string): Doubt {
  return { request, response, ownForm: false };
}

/** `getWorkspace (GET /workspace/61) came back with 404, "Not Found"`. */
export function sayDoubt({ request, response }: Doubt): string {
  return `${request} came back with ${response}`;
}
