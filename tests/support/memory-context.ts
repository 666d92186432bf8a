import { type Api } from "../../provider/lifecycle/process/api";
import { type Context } from "../../provider/lifecycle/process/context";
import { Session } from "../../provider/lifecycle/process/session";
import { InstantClock } from "./test-clock";

/** A context for steps that make no request: asking LumenOne fails the test. */
export function memoryContext(overrides: Partial<Context> = {}): Context & { warnings: string[]; infos: string[] } {
  const warnings: string[] = [];
  const infos: string[] = [];
  const refuse = (operationId: string) => Promise.reject(new Error(`${operationId} must not be asked here`));
  const api: Api = { origin: "https://lumenone.example.com", list: refuse, one: refuse };
  return {
    api,
    session: new Session(new InstantClock()),
    maxRetries: 5,
    accountId: "11111111-1111-4111-8111-111111111111",
    adopt: false,
    allowOriginChange: false,
    warn: (message) => void warnings.push(message),
    warnings,
    info: (message) => void infos.push(message),
    infos,
    status: () => undefined,
    ...overrides,
  };
}
