import { type Api, aroundCalls } from "./api";

/** After so many milliseconds a call is long, and so long nothing more is said by the whole process. */
const patience = 15_000;
let lastTold = -Infinity;

/** The same API, which says what is waited for when a call takes long: its turn, retries and pauses included. */
export function noticing(api: Api, info: (message: string) => void): Api {
  return aroundCalls(api, (operationId, request, send) => {
    const begun = performance.now();
    const notice = setInterval(() => {
      const now = performance.now();
      // All that wait mostly wait for the same.
      if (now - lastTold < patience) return;
      lastTold = now;
      const seconds = Math.round((now - begun) / 1000);
      info(`Waiting for LumenOne: ${operationId} has taken ${seconds} s so far, retries and pauses included.`);
    }, patience);
    return send(request).finally(() => clearInterval(notice));
  });
}
