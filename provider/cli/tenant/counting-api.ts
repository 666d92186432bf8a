import { type Api, aroundCalls } from "../../lifecycle/process/api";

/** An {@link Api} that counts what it is asked. */
export interface CountingApi extends Api {
  /** Calls so far. */
  count(): number;
}

/** Counts the calls of another, and reports each. */
export function countingApi(api: Api, onCall: (count: number) => void = () => undefined): CountingApi {
  let calls = 0;
  const counting = aroundCalls(api, (_operationId, request, send) => {
    onCall(++calls);
    return send(request);
  });
  return { ...counting, count: () => calls };
}
