import { ApiError } from "../../errors/api-error";

/** Whether LumenOne refused because there is such an object already (409). */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.reason === "conflict";
}
