import { type Client } from "../../client/client";
import { type OperationId } from "../../client/contract/contract";
import { bodyFor, fromWire } from "../../client/contract/wire";
import { type Api, type ApiRequest } from "./api";
import { isObject } from "../../client/is-object";

/** The typed client in the lifecycle's own names: fields and responses in camel case. */
export function clientApi(client: Client): Api {
  const call = (operationId: OperationId, { parameters, fields, ...options }: ApiRequest): Promise<unknown> =>
    client.call(operationId, parameters, fields && bodyFor(operationId, fields), options);
  return {
    origin: client.origin,
    async list(operationId, request) {
      const response = await call(operationId, request);
      if (!Array.isArray(response)) throw new Error(`${operationId} is not an operation that lists`);
      return response.filter(isObject).map(fromWire);
    },
    async one(operationId, request) {
      const response = await call(operationId, request);
      return isObject(response) ? fromWire(response) : {};
    },
  };
}
