import { type CallOptions } from "./call-options";
import { type Clock, realClock } from "./send/clock";
import { operationIds, type OperationId } from "./contract/contract";
import { limiterFor } from "./send/limiter";
import { type Methods } from "./methods";
import { bodyFor } from "./request/body-for";
import { requestFor } from "./request/request";
import { sendWithRetries } from "./send/send-with-retries";
import { type Settings } from "./settings";
import { type Transport } from "./send/transport";

/** LumenOne's 45 operations by their names in the contract. */
export type Client = Methods & {
  /** `https://HOST`; undefined while none is configured. */
  readonly origin: string | undefined;
  readonly accountId: string | undefined;
  /**
   * Calls any operation by its name.
   * @param parameters of the path and the query, under the contract's names; slugs are original
   * @returns the response without its envelope
   * @throws {ApiError} LumenOne refused, or gave no usable response
   * @throws {SettingsError} no key, host or account is configured
   * @throws {ArgumentError} a parameter is missing or cannot be sent
   */
  call(operationId: OperationId, parameters?: object, body?: unknown, options?: CallOptions): Promise<unknown>;
};

/** Makes a client from checked settings. Loads the HTTP library with the first request. */
export function clientFrom(settings: Settings, clock: Clock = realClock): Client {
  const { origin, accountId } = settings;
  let transport: Transport | undefined;

  const call: Client["call"] = async (operationId, parameters = {}, body, options = {}) => {
    const operation = settings.contract.operationOf(operationId);
    const request = requestFor(settings, operation, parameters, body, options);
    const outgoing = await bodyFor(operation, request.body);
    const { Transport } = require("./send/transport") as typeof import("./send/transport");
    transport ??= new Transport(request.origin, settings.maxConcurrency);
    const limiter = limiterFor(request.origin, settings.apiKey, settings, clock);
    return sendWithRetries({ transport, limiter, clock, settings, options }, request, outgoing);
  };

  const methods = Object.fromEntries(operationIds().map((name) => [name, call.bind(undefined, name)]));
  return { ...(methods as unknown as Methods), origin, accountId, call };
}
