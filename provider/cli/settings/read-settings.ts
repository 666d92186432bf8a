import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import { projectFolder } from "../../client/contract/overlay/project-folder";
import { isObject } from "../../client/is-object";
import { type Settings, settingsFrom } from "../../client/settings";
import { settingsTable, variableOf } from "../../client/settings-table";
import { type Values } from "../../lifecycle/state/values";
import { stackFile } from "../../tenant/file/project-yaml";
import { CommandError } from "../exit-code";
import { NoPulumiError, runPulumi, saidBy } from "../pulumi/run-pulumi";

/** Pulumi's message where no stack is selected, or nobody is logged in. */
const noStack = /no stack selected|PULUMI_ACCESS_TOKEN must be set|not logged in/i;

/** Where the settings come from. */
interface SettingsOptions {
  /** A stack whose configuration holds them. */
  readonly stack?: string;
  /** The folder of its project. Default: the current one. */
  readonly cwd?: string;
  /** `--contract`: an overlay, from the current folder. It goes before the stack's and the environment's. */
  readonly contract?: string;
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
  const config = (await configOf(stack, cwd)) ?? new Map<string, string>();
  const overlay = contract === undefined ? undefined : resolve(contract);
  const settings = settingsFrom(
    (key) => (key === "lumenone:contract" ? overlay : undefined) ?? config.get(key),
    process.env,
    cwd,
  );
  const named = stack === undefined ? "the selected stack" : `stack ${stack}`;
  const from = (key: string) => (config.has(`lumenone:${key}`) ? named : "the environment");
  const [host, key] = [from("baseUrl"), from("apiKey")];
  const source = host === key ? host : `${host}, with the key of ${key}`;
  return { settings, source, config };
}

/** For messages: the host, and where it is configured. */
export function hostOf({ settings, source }: FoundSettings): string {
  return `${settings.origin ?? "no host"} (as ${source} says)`;
}

/** The configuration of a stack by full key, secrets in clear; undefined where no stack is asked for and none is there. */
async function configOf(stack: string | undefined, cwd: string): Promise<Map<string, string> | undefined> {
  const isOptional = stack === undefined;
  if (isOptional && projectFolder(cwd) === undefined) return undefined;
  const which = isOptional ? [] : ["--stack", stack];
  const run = runPulumi(["config", "--json", "--show-secrets", "--non-interactive", ...which], { cwd });
  const exit = await run.catch((none: NoPulumiError) => none);
  if (exit instanceof NoPulumiError) return isOptional ? undefined : plainConfig(stack, cwd, exit);
  if (isOptional && noStack.test(exit.stderr)) return undefined;
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

/**
 * The plain values of a stack without the Pulumi CLI: from `Pulumi.STACK.yaml` of the project around a folder. The environment
 * must have each setting that is encrypted there, so that none is overlooked.
 */
function plainConfig(stack: string, cwd: string, none: NoPulumiError): Map<string, string> {
  const project = projectFolder(cwd);
  if (project === undefined) throw none;
  const file = stackFile(project, stack.split("/").at(-1)!);
  if (!existsSync(file)) throw none;
  const { config } = yamlOf(file);
  const plain = new Map<string, string>();
  for (const [key, value] of Object.entries(isObject(config) ? config : {})) {
    if (["string", "number", "boolean"].includes(typeof value)) plain.set(key, String(value));
    else if (isObject(value) && "secure" in value) requireVariable(key, file);
  }
  return plain;
}

/** @throws {CommandError} the environment does not have this setting, whose value in the file only Pulumi can decrypt */
function requireVariable(key: string, file: string): void {
  const name = key.replace(/^lumenone:/, "");
  if (name === key || !Object.hasOwn(settingsTable, name)) return;
  const variable = variableOf(name);
  if (variable !== undefined && process.env[variable]) return;
  const set = variable === undefined ? "Install" : `Set ${variable}, or install`;
  throw new CommandError(
    `${key} is encrypted in ${basename(file)}, and there is no Pulumi CLI on PATH to read it. ` +
      `${set} Pulumi: https://www.pulumi.com/docs/install/.`,
  );
}

function yamlOf(file: string): Values {
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    return isObject(content) ? content : {};
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
