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
  const { origin, apiKey, accountId, maxConcurrency, timeoutSeconds, maxRetries } = settings;
  let transport: Transport | undefined;

  async function call(
    operationId: OperationId,
    parameters: object = {},
    body?: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    const operation = settings.contract.operationOf(operationId);
    const asked = requestFor(settings, operation, parameters, body, options);
    const request = { ...asked, proof: options.proof === true };
    const outgoing = await bodyFor(operation, asked.body);
    const { Transport } = require("./send/transport") as typeof import("./send/transport");
    transport ??= new Transport(request.origin, maxConcurrency);
    const limiter = limiterFor(request.origin, apiKey, settings, clock);
    const context = {
      transport,
      limiter,
      clock,
      timeoutSeconds,
      maxRetries,
      signal: options.signal,
      stopping: options.stopping ?? options.signal,
      sends: options.sends,
      once: options.once === true,
    };
    return sendWithRetries(context, request, outgoing);
  }

  const method = (operationId: OperationId) => (parameters?: object, body?: unknown, options?: CallOptions) =>
    call(operationId, parameters, body, options);
  const methods = Object.fromEntries(operationIds().map((name) => [name, method(name)])) as unknown as Methods;
  return { ...methods, origin, accountId, call };
}
