import { type Client } from "../../client/client";
import { bodyFor, fromWire } from "../../client/contract/wire";
import { type Api } from "./api";
import { isObject } from "../state/values";

/** The typed client in the lifecycle's own names: fields and answers in camel case. */
export function clientApi(client: Client): Api {
  return {
    origin: client.origin,
    async call(operationId, { parameters, fields, accountId, signal, sends, proof, once, hidden }) {
      const body = fields && bodyFor(operationId, fields);
      const answer = await client.call(operationId, parameters, body, {
        ...(accountId === undefined ? {} : { accountId }),
        ...(signal && { signal }),
        ...(sends && { sends }),
        ...(proof && { proof }),
        ...(once && { once }),
        ...(hidden && { hidden }),
      });
      if (Array.isArray(answer)) return answer.map((item: unknown) => (isObject(item) ? fromWire(item) : item));
      return isObject(answer) ? fromWire(answer) : answer;
    },
  };
}
