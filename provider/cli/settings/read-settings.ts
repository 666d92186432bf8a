import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Settings, settingsFrom } from "../../client/settings";
import { CommandError } from "../exit-code";
import { runPulumi, saidBy } from "../pulumi/run-pulumi";

/** Where the settings come from. */
export interface SettingsOptions {
  /** A stack whose configuration holds them. */
  readonly stack?: string;
  /** The folder of its project. Default: the current one. */
  readonly cwd?: string;
}

/** Settings, and the whole configuration that they were read from. */
export interface FoundSettings {
  readonly settings: Settings;
  /** For messages: `the environment`, or `stack dev`. */
  readonly source: string;
  /** Values by their full key, secrets in clear; empty without a stack. */
  readonly config: ReadonlyMap<string, string>;
}

/**
 * Settings of the stack, then of the environment (`LUMENONE_*`). Without `stack`, the project's selected stack is asked
 * only where the environment alone is not enough.
 * @throws {CommandError} the stack cannot be read
 * @throws {SettingsError} a value cannot be used
 */
export async function readSettings({ stack, cwd = process.cwd() }: SettingsOptions): Promise<FoundSettings> {
  const enough = process.env["LUMENONE_API_KEY"] && process.env["LUMENONE_BASE_URL"];
  if (stack === undefined && (enough || !isInProject(cwd))) {
    return { settings: settingsFrom(() => undefined), source: "the environment", config: new Map() };
  }
  const config = await configOf(stack, cwd);
  const settings = settingsFrom((key) => config.get(key));
  return { settings, source: stack === undefined ? "the selected stack" : `stack ${stack}`, config };
}

function isInProject(folder: string): boolean {
  if (existsSync(join(folder, "Pulumi.yaml"))) return true;
  const above = dirname(resolve(folder));
  return above !== resolve(folder) && isInProject(above);
}

/** The configuration of a stack by full key, secrets in clear. */
async function configOf(stack: string | undefined, cwd: string): Promise<Map<string, string>> {
  const which = stack === undefined ? [] : ["--stack", stack];
  const exit = await runPulumi(["config", "--json", "--show-secrets", "--non-interactive", ...which], { cwd });
  if (exit.code !== 0) {
    throw new CommandError(`The configuration of ${stack ?? "the selected stack"} cannot be read: ${saidBy(exit)}`);
  }
  const values = JSON.parse(exit.stdout) as Record<string, { value?: unknown }>;
  return new Map(
    Object.entries(values).flatMap(([key, { value }]) => (typeof value === "string" ? [[key, value] as const] : [])),
  );
}
