import { SettingsError } from "../errors/settings-error";
import { originOf } from "./base-url";
import { type Contract, type OperationOverride, releasedContract } from "./contract/contract";
import { operationOverrides } from "./contract/operation-overrides";
import { type Setting, type SettingName, settingsTable, variableOf } from "./settings-table";

/** How to reach LumenOne, checked and in one form. The first request that needs a missing one reports it. */
export interface Settings {
  readonly apiKey?: string;
  /** `https://HOST` in lower case, without a path. */
  readonly origin?: string;
  /** UUID of the account that is asked about where a call names none. Default: none. */
  readonly accountId: string | undefined;
  /** Whether resources that do not say take over existing objects of their name. Default: false. */
  readonly adopt: boolean;
  /** Requests in flight at once, at least 1. Default: 10. */
  readonly maxConcurrency: number;
  /** Requests a second. Default: no limit. */
  readonly requestsPerSecond?: number;
  /** Seconds that one request may take, at most 90; an upload or an embedding 15 times that. Default: 60. */
  readonly timeoutSeconds: number;
  /** How often a request is sent again after a passing fault. Default: 5. */
  readonly maxRetries: number;
  /** The host was renamed, and the objects are the same. Default: false. */
  readonly allowOriginChange: boolean;
  /** Corrects paths that differ on this host: operationId to method and path. Default: none. */
  readonly operations: Readonly<Record<string, OperationOverride>>;
  /** The contract of LumenOne's API: as it was released, or corrected by an overlay. */
  readonly contract: Contract;
}

/**
 * Reads the settings: from `get`, which is asked for `lumenone:NAME`, and then from the environment. Of two limits the
 * lower one counts.
 * @param folder of the project, or in it: a relative path of `lumenone:contract` begins at the project's folder
 * @throws {SettingsError} for a value that cannot be used
 * @throws {OverlayError} for an overlay that cannot be used
 */
export function settingsFrom(
  get: (key: string) => string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  folder = process.cwd(),
): Settings {
  const configured = (name: SettingName) => asText(get(`lumenone:${name}`));
  const ofEnvironment = (name: SettingName) => asText(environment[variableOf(name) ?? ""]);
  const text = (name: SettingName) => configured(name) ?? ofEnvironment(name);
  const number = (name: SettingName) => {
    const given = [configured(name), ofEnvironment(name)].flatMap((value) => toNumber(name, value) ?? []);
    return given.length === 0 ? undefined : Math.min(...given);
  };
  const apiKey = checkedKey(text("apiKey"));
  const origin = originOf(text("baseUrl"));
  const contract = contractOf(text("contract"), folder);
  return {
    apiKey,
    origin,
    contract,
    requestsPerSecond: number("requestsPerSecond"),
    accountId: checkedAccount(text("accountId")),
    adopt: toFlag("adopt", text("adopt")),
    maxConcurrency: number("maxConcurrency") ?? settingsTable.maxConcurrency.default,
    timeoutSeconds: number("timeoutSeconds") ?? settingsTable.timeoutSeconds.default,
    maxRetries: number("maxRetries") ?? settingsTable.maxRetries.default,
    allowOriginChange: toFlag("allowOriginChange", text("allowOriginChange")),
    operations: operationOverrides(text("operations"), contract),
  };
}

/** Loads what reads overlays only where there is one. */
function contractOf(file: string | undefined, folder: string): Contract {
  if (file === undefined) return releasedContract();
  const { loadContract } =
    require("./contract/overlay/load-contract") as typeof import("./contract/overlay/load-contract");
  return loadContract(file, folder);
}

/** A setting as text, whatever its type; an empty one counts as absent. */
function asText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function checkedKey(key: string | undefined): string | undefined {
  // Anything else would end the header early, and the error of the HTTP library would show it.
  if (key === undefined || /^[\x21-\x7e]+$/.test(key)) return key;
  throw new SettingsError("apiKey", "holds a space, a line break or another character that no key has", "KEY");
}

function checkedAccount(accountId: string | undefined): string | undefined {
  if (accountId === undefined) return undefined;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(accountId)) return accountId.toLowerCase();
  // Not shown: it may be a key in the wrong place.
  throw new SettingsError("accountId", "is not a UUID", "UUID");
}

function toFlag(name: SettingName, given: string | undefined): boolean {
  if (given === undefined || given === "false") return false;
  if (given === "true") return true;
  throw new SettingsError(name, "must be true or false", "true");
}

function toNumber(name: SettingName, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const { type, minimum = 0 }: Setting = settingsTable[name];
  const isWhole = type === "integer";
  const value = /^\d+(?:\.\d+)?$/.test(given.trim()) ? Number(given) : NaN;
  if (value >= minimum && (!isWhole || Number.isSafeInteger(value))) return value;
  const kind = isWhole ? "whole number" : "number";
  throw new SettingsError(name, `must be a ${kind} of at least ${minimum}`, String(Math.ceil(minimum)));
}
