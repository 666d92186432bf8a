import { type CallOptions } from "../call-options";
import { ArgumentError } from "../../errors/argument-error";
import { SettingsError } from "../../errors/settings-error";
import { type Operation } from "../contract/contract";
import { textsIn } from "../log/redact";
import { type Settings } from "../settings";
import { placed } from "./placed";

/** One call, checked and in the form in which it is sent. */
export type Request = ReturnType<typeof requestFor>;

/** Fields of a body that name objects: messages need their values. */
const references = ["files", "adds", "deletes", "addToWorkspaces", "toolId"];
/** From this length on, the beginning of a value is hidden, too, as that of a secret. */
const revealing = 8;

/**
 * Checks a call and puts it into the form in which it is sent. Parameters that do not belong to the operation are left out.
 * @param options `accountId`, `null`: none; undefined: that of the settings
 * @throws {SettingsError} no key, host or account is configured
 * @throws {ArgumentError} a parameter is missing or would name another path
 */
export function requestFor(
  settings: Settings,
  operation: Operation,
  parameters: object,
  body: unknown,
  { accountId, hidden = [], proof = false }: CallOptions = {},
) {
  const { operationId } = operation;
  const { origin } = settings;
  if (origin === undefined) throw new SettingsError("baseUrl", "is missing", "https://HOST");
  const given = parameters as Readonly<Record<string, unknown>>;
  for (const name of operation.requiredParameters) {
    if (given[name] === undefined || given[name] === null) throw new ArgumentError(operationId, name, "is missing");
  }
  const account = accountId === null ? undefined : checkedAccount(operation, accountId ?? settings.accountId);
  const open = Object.values(given);
  const values = [...hidden.flatMap((value) => textsIn(value, 0)), ...valuesOf(body)].filter(
    (text) => !open.includes(text),
  );
  const long = values.filter((text) => text.length >= revealing);
  const override = settings.operations[operationId] ?? operation;
  const { path, query, headers, body: sent } = placed(operation, given, account, body);
  const segment = (name: string) => path.get(name) ?? missing(operationId, name);
  return {
    operation,
    /** `https://HOST`. */
    origin,
    /** Upper case. */
    method: override.method.toUpperCase(),
    /** Below `/api/v1`, with its parameters filled in. */
    path: override.path.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(name)),
    /** Empty, or with its question mark. */
    query,
    headers: { ...keyHeaders(settings, operation, account), ...headers },
    /** Under the names of the wire. */
    body: sent,
    accountId: operation.account === "none" ? undefined : account,
    /** What must never be shown. */
    secrets: [settings.apiKey ?? "", ...secretsOf(operation, given), ...secretsOf(operation, body), ...long],
    /** Other texts and numbers that LumenOne's words must not repeat: they may come from secrets of the program. */
    values,
    /** See {@link CallOptions}. */
    proof,
  };
}

function missing(operationId: string, name: string): never {
  throw new ArgumentError(operationId, name, "is missing");
}

function keyHeaders(settings: Settings, operation: Operation, account: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (operation.needsKey) {
    if (settings.apiKey === undefined) throw new SettingsError("apiKey", "is missing", "KEY");
    headers["Authorization"] = `Bearer ${settings.apiKey}`;
  }
  if (operation.account === "required" && account === undefined) {
    throw new SettingsError("accountId", `is missing, and ${operation.operationId} needs it`, "UUID");
  }
  return headers;
}

function checkedAccount({ operationId, account }: Operation, accountId: string | undefined): string | undefined {
  if (accountId === undefined || account === "none") return undefined;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(accountId)) return accountId;
  throw new ArgumentError(operationId, "accountId", "must be a UUID");
}

/** Texts and numbers of a body, except references to objects. A file is never echoed. */
function valuesOf(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    references.includes(name) || name === "file" ? [] : textsIn(value, 0),
  );
}

function secretsOf({ secrets }: Operation, values: unknown): string[] {
  if (typeof values !== "object" || values === null) return [];
  return secrets.flatMap((name) => textsIn((values as Readonly<Record<string, unknown>>)[name]));
}
