/** The limits of requests for all tenants together. */
export interface TotalLimits {
  readonly requestsPerSecond?: number;
  readonly maxConcurrency: number;
}

/**
 * Each worker's share, so that all of them together stay below the limits. In any second, a process that sends evenly
 * may begin one request more than its rate: the share leaves room for it where the rate allows that.
 */
export function shareOf({ requestsPerSecond, maxConcurrency }: TotalLimits, workers: number): Record<string, string> {
  const share: Record<string, string> = {
    LUMENONE_MAX_CONCURRENCY: String(Math.max(1, Math.floor(maxConcurrency / workers))),
  };
  if (requestsPerSecond === undefined) return share;
  const even = requestsPerSecond / workers;
  share["LUMENONE_REQUESTS_PER_SECOND"] = String(Math.max(0.01, even >= 2 ? even - 1 : even));
  return share;
}
