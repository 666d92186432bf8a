import { type Api, type ApiRequest } from "../../provider/lifecycle/process/api";
import { type Values } from "../../provider/lifecycle/state/values";

/** The response of a test to one operation. */
export type Respond = (request: ApiRequest) => unknown;

/** A lifecycle's {@link Api} that responds from a table, and remembers its requests. */
export interface RecordedApi extends Api {
  readonly calls: { operationId: string; request: ApiRequest }[];
  /** How often an operation was asked for. */
  count(operationId: string): number;
}

/** For rules of the lifecycle that no state of a server is needed for. An operation that is not in the table fails. */
export function recordedApi(responses: Record<string, Respond>): RecordedApi {
  const calls: RecordedApi["calls"] = [];
  const call = async (operationId: string, request: ApiRequest): Promise<unknown> => {
    calls.push({ operationId, request });
    const respond = responses[operationId];
    if (!respond) throw new Error(`${operationId} must not be asked here`);
    return await Promise.resolve(respond(request));
  };
  return {
    origin: "https://lumenone.example.com",
    calls,
    count: (operationId) => calls.filter((call) => call.operationId === operationId).length,
    list: async (operationId, request) => (await call(operationId, request)) as Values[],
    one: async (operationId, request) => (await call(operationId, request)) as Values,
  };
}
