import { type Reporter } from "../console/reporter";
import { exitCode } from "../exit-code";
import { installPlugin } from "../plugin/install-plugin";
import { pluginFile } from "../plugin/plugin-file";

/** `plugin install`: makes Pulumi know the native plugin of this package. */
export async function pluginInstall(reporter: Reporter): Promise<number> {
  const { version, folder, changed } = await installPlugin();
  reporter.say(
    changed
      ? `Installed the plugin lumenone ${version} in ${folder}.`
      : `The plugin lumenone ${version} is installed already.`,
  );
  reporter.result({ version, folder, changed });
  return exitCode.done;
}

/** `plugin path`: prints where the executable is, for `pulumi package add`. */
export function pluginPath(reporter: Reporter): number {
  const path = pluginFile();
  reporter.say(path);
  reporter.result({ path });
  return exitCode.done;
}
