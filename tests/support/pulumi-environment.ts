import * as fs from "node:fs";
import * as path from "node:path";
import { childEnvironment } from "./child-environment";
import { type PulumiCli } from "./pulumi-cli";
import { PLUGIN_SCRIPTS } from "./pulumi-cli/plugin-scripts";

/** The passphrase of every stack that tests and demo make. */
export const PASSPHRASE = "not a secret: stacks of tests";

/**
 * The environment for a CLI whose home and backend are in a folder of its own: no login, state, plugin or setting of the
 * user is read or written, and what the user's shell says about Pulumi, LumenOne or jest does not reach it.
 *
 * @param folder gets `home` and `backend`.
 * @param extra is set on top.
 */
export function pulumiEnvironment(
  cli: Pick<PulumiCli, "binDir">,
  folder: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const backend = path.join(folder, "backend");
  fs.mkdirSync(backend, { recursive: true });
  return {
    ...childEnvironment(),
    PATH: [cli.binDir, process.env.PATH ?? "", ...missingPlugins(cli.binDir)].join(path.delimiter),
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${backend}`,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NO_COLOR: "1",
    ...extra,
  };
}

/** Folders of the plugins that neither stand beside the CLI nor on PATH. */
function missingPlugins(binDir: string): string[] {
  const folders = [binDir, ...(process.env.PATH ?? "").split(path.delimiter)];
  return Object.values(PLUGIN_SCRIPTS)
    .filter((script) => !folders.some((folder) => fs.existsSync(path.join(folder, path.basename(script)))))
    .map((script) => path.dirname(script));
}
