import { type Client } from "../../client/client";
import { textsIn } from "../../client/log/redact";
import { bodyFor, fromWire } from "../../client/contract/wire";
import { type Api } from "./api";
import { isObject, type Values } from "../state/values";

/** The typed client in the lifecycle's own names: fields and answers in camel case. */
export function clientApi(client: Client): Api {
  return {
    origin: client.origin,
    async call(operationId, { parameters, fields, accountId, signal, sends, proof, once }) {
      const body = fields && bodyFor(operationId, fields);
      const answer = await client.call(operationId, parameters, body, {
        ...(accountId === undefined ? {} : { accountId }),
        ...(signal && { signal }),
        ...(sends && { sends }),
        ...(proof && { proof }),
        ...(once && { once }),
        ...(fields && { hidden: privateTexts(fields, parameters ?? {}) }),
      });
      if (Array.isArray(answer)) return answer.map((item: unknown) => (isObject(item) ? fromWire(item) : item));
      return isObject(answer) ? fromWire(answer) : answer;
    },
  };
}

/** Shorter words than this are left: without them no message could be read. */
const shortest = 8;
/** Fields that say which objects are meant. */
const identity = ["files", "adds", "deletes", "toolId", "accountId"];

/**
 * The texts of a request that may be of secret origin: the host process does not know which of its inputs the program made
 * secret, and LumenOne may repeat them in an error. What says which object is meant stays.
 */
function privateTexts(fields: Values, parameters: Values): string[] {
  const open = Object.values(parameters);
  const others = Object.entries(fields).filter(([name]) => !identity.includes(name));
  return textsIn(Object.fromEntries(others)).filter((text) => text.length >= shortest && !open.includes(text));
}
