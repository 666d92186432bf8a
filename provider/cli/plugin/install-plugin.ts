import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { version } from "../../client/version";
import { CommandError } from "../exit-code";
import { runPulumi, saidBy } from "../pulumi/run-pulumi";
import { pluginFile } from "./plugin-file";

/**
 * Puts the plugin of this package into Pulumi's folder of plugins, unless it is there. Takes nothing from the network.
 * @throws {CommandError} Pulumi refused it
 */
export async function installPlugin() {
  const source = dirname(pluginFile());
  const home = process.env["PULUMI_HOME"] || join(homedir(), ".pulumi");
  const folder = join(home, "plugins", `resource-lumenone-v${version}`);
  if (readdirSync(source).every((name) => isSame(join(source, name), join(folder, name)))) {
    return { version, folder, changed: false };
  }
  const exit = await runPulumi(["plugin", "install", "resource", "lumenone", version, "--reinstall", "--file", source]);
  if (exit.code !== 0) throw new CommandError(`Pulumi did not install the plugin: ${saidBy(exit)}`);
  return { version, folder, changed: true };
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(other).equals(readFileSync(one));
}
