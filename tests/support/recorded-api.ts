import { type Api, type ApiRequest } from "../../provider/lifecycle/process/api";
import { type Values } from "../../provider/lifecycle/state/values";

/** How a test answers one operation. */
export type Answer = (request: ApiRequest) => unknown;

/** A lifecycle's {@link Api} that answers from a table, and what it was asked. */
export interface RecordedApi extends Api {
  readonly calls: { operationId: string; request: ApiRequest }[];
  /** How often an operation was asked for. */
  count(operationId: string): number;
}

/** For rules of the lifecycle that no state of a server is needed for. An operation that is not in the table fails. */
export function recordedApi(answers: Record<string, Answer>): RecordedApi {
  const calls: RecordedApi["calls"] = [];
  const call = async (operationId: string, request: ApiRequest): Promise<unknown> => {
    calls.push({ operationId, request });
    const answer = answers[operationId];
    if (!answer) throw new Error(`${operationId} must not be asked here`);
    return await Promise.resolve(answer(request));
  };
  return {
    origin: "https://lumenone.example.com",
    calls,
    count: (operationId) => calls.filter((call) => call.operationId === operationId).length,
    list: async (operationId, request) => (await call(operationId, request)) as Values[],
    one: async (operationId, request) => (await call(operationId, request)) as Values,
  };
}
