import { basename, resolve } from "node:path";
import { type Settings, settingsFrom } from "../../client/settings";
import { settingsTable, variableOf } from "../../client/settings-table";
import { CommandError } from "../exit-code";
import { type Exit, NoPulumiError, runPulumi, saidBy } from "../pulumi/run-pulumi";
import { plainConfig, projectAround } from "./plain-config";

/** Pulumi's message where no stack is selected, or nobody is logged in. */
const noStack = /no stack selected|PULUMI_ACCESS_TOKEN must be set|not logged in/i;

/** Where the settings come from. */
export interface SettingsOptions {
  /** A stack whose configuration holds them. */
  readonly stack?: string;
  /** The folder of its project. Default: the current one. */
  readonly cwd?: string;
  /** `--contract`: an overlay, from the current folder. It goes before the stack's and the environment's. */
  readonly contract?: string;
}

/** The options of a command that say where its settings come from. */
export function settingsOptions({ stack, contract }: Pick<SettingsOptions, "stack" | "contract">): SettingsOptions {
  return { ...(stack === undefined ? {} : { stack }), ...(contract === undefined ? {} : { contract }) };
}

/** Settings, and the whole configuration that they were read from. */
export interface FoundSettings {
  readonly settings: Settings;
  /** For messages, where host and key come from: `the environment`, `stack dev`, or both. */
  readonly source: string;
  /** Values by their full key, secrets in clear; empty without a stack. */
  readonly config: ReadonlyMap<string, string>;
}

/**
 * Settings of the stack, then of the environment (`LUMENONE_*`). Without `stack` it is the one that is selected in the
 * project around the folder; where there is no project, no selected stack or no Pulumi, the environment alone. Without
 * Pulumi, a stack that is named is read from its file, as far as that is not encrypted.
 * @throws {CommandError} the stack cannot be read
 * @throws {SettingsError} a value cannot be used
 */
export async function readSettings({ stack, cwd = process.cwd(), contract }: SettingsOptions): Promise<FoundSettings> {
  const config = stack === undefined && projectAround(cwd) === undefined ? undefined : await configOf(stack, cwd);
  const overlay = contract === undefined ? undefined : resolve(contract);
  const settings = settingsFrom(
    (key) => (key === "lumenone:contract" ? overlay : undefined) ?? config?.get(key),
    process.env,
    cwd,
  );
  const named = stack === undefined ? "the selected stack" : `stack ${stack}`;
  const from = (key: string) => (config?.has(`lumenone:${key}`) ? named : "the environment");
  const [host, key] = [from("baseUrl"), from("apiKey")];
  const source = host === key ? host : `${host}, with the key of ${key}`;
  return { settings, source, config: config ?? new Map<string, string>() };
}

/** For messages: the host, and where it is configured. */
export function hostOf({ settings, source }: FoundSettings): string {
  return `${settings.origin ?? "no host"} (as ${source} says)`;
}

/** The configuration of a stack by full key, secrets in clear; undefined where no stack is asked for and none is there. */
async function configOf(stack: string | undefined, cwd: string): Promise<Map<string, string> | undefined> {
  const which = stack === undefined ? [] : ["--stack", stack];
  const exit = await asked(runPulumi(["config", "--json", "--show-secrets", "--non-interactive", ...which], { cwd }));
  const isOptional = stack === undefined;
  if (isOptional && (exit instanceof CommandError || noStack.test(exit.stderr))) return undefined;
  if (exit instanceof NoPulumiError && stack !== undefined) return withoutPulumi(stack, cwd, exit);
  if (exit instanceof CommandError) throw exit;
  if (exit.code !== 0) {
    // The environment may name another host than the stack's, so it does not replace it.
    throw new CommandError(
      `The configuration of ${stack ?? "the selected stack"} cannot be read: ${saidBy(exit)}` +
        (isOptional ? "\nTo use LUMENONE_* alone, run the command outside of the project's folder." : ""),
    );
  }
  const values = JSON.parse(exit.stdout) as Record<string, { value?: unknown }>;
  return new Map(
    Object.entries(values).flatMap(([key, { value }]) => (typeof value === "string" ? [[key, value] as const] : [])),
  );
}

/** The plain values of the stack's file. The environment must have each encrypted one, so that none is overlooked. */
function withoutPulumi(stack: string, cwd: string, none: NoPulumiError): Map<string, string> {
  const found = plainConfig(stack, cwd);
  if (!found) throw none;
  for (const key of found.secure) {
    const name = key.replace(/^lumenone:/, "");
    if (name === key || !Object.hasOwn(settingsTable, name)) continue;
    const variable = variableOf(name);
    if (variable !== undefined && process.env[variable]) continue;
    const set = variable === undefined ? "Install" : `Set ${variable}, or install`;
    throw new CommandError(
      `${key} is encrypted in ${basename(found.file)}, and there is no Pulumi CLI on PATH to read it. ` +
        `${set} Pulumi: https://www.pulumi.com/docs/install/.`,
    );
  }
  return new Map(found.values);
}

/** How a run ended, or that there is no Pulumi to run. */
function asked(run: Promise<Exit>): Promise<Exit | CommandError> {
  return run.catch((error: unknown) => {
    if (error instanceof CommandError) return error;
    throw error;
  });
}
