import { type Api, aroundCalls } from "./api";

let lastShown = -Infinity;

/**
 * The same API, which says what is waited for when a call takes long: its turn, retries and pauses included.
 * @param patience milliseconds after which a call is long. For the same time the process reports nothing more
 */
export function noticing(api: Api, info: (message: string) => void, patience = 15_000): Api {
  return aroundCalls(api, (operationId, request, send) => {
    const begun = performance.now();
    const notice = setInterval(() => {
      const now = performance.now();
      // All that wait mostly wait for the same.
      if (now - lastShown < patience) return;
      lastShown = now;
      const seconds = Math.round((now - begun) / 1000);
      info(`Waiting for LumenOne: ${operationId} has taken ${seconds} s so far, retries and pauses included.`);
    }, patience);
    return send(request).finally(() => clearInterval(notice));
  });
}
