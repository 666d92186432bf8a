import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { version } from "../../client/version";
import { CommandError } from "../exit-code";
import { runPulumi, saidBy } from "../pulumi/run-pulumi";
import { pluginFile } from "./plugin-file";

/** What an installation found and did. */
export interface InstalledPlugin {
  readonly version: string;
  readonly folder: string;
  /** Whether anything had to be done. */
  readonly changed: boolean;
}

/**
 * Puts the plugin of this package into Pulumi's folder of plugins. Takes nothing from the network.
 * @throws {CommandError} Pulumi refused it
 */
export async function installPlugin(): Promise<InstalledPlugin> {
  const file = pluginFile();
  const home = process.env["PULUMI_HOME"] || join(homedir(), ".pulumi");
  const folder = join(home, "plugins", `resource-lumenone-v${version}`);
  const installed = join(folder, basename(file));
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(file))) {
    return { version, folder, changed: false };
  }
  const exit = await runPulumi(["plugin", "install", "resource", "lumenone", version, "--reinstall", "--file", file]);
  if (exit.code !== 0) throw new CommandError(`Pulumi did not install the plugin: ${saidBy(exit)}`);
  return { version, folder, changed: true };
}
