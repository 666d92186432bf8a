import { ApiError } from "../../errors/api-error";

/** Statuses of a proxy that stopped waiting: LumenOne may still be at work. */
const stillAtWork = [408, 504, 524];

/** Whether LumenOne may still carry out a request that nobody waits for. */
export function mayComeLate(error: unknown): boolean {
  return error instanceof ApiError && (error.fault === "timeout" || stillAtWork.includes(error.status ?? 0));
}
