import { Command } from "@commander-js/extra-typings";
import { exitCode } from "../exit-code";
import { json } from "./options";
import { run } from "./run";

const install = new Command("install")
  .description("puts the plugin into Pulumi's folder of plugins; takes nothing from the network")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone plugin install")
  .action((_options, command) =>
    run(command, async (reporter) => {
      const { installPlugin } = require("../plugin/install-plugin") as typeof import("../plugin/install-plugin");
      const { version, folder, changed } = await installPlugin();
      reporter.say(
        changed
          ? `Installed the plugin lumenone ${version} in ${folder}.`
          : `The plugin lumenone ${version} is installed already.`,
      );
      reporter.result({ version, folder, changed });
      return exitCode.done;
    }),
  );

const path = new Command("path")
  .description("prints where the plugin's executable is")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi package add $(npx pulumi-lumenone plugin path)")
  .action((_options, command) =>
    run(command, (reporter) => {
      const { pluginFile } = require("../plugin/plugin-file") as typeof import("../plugin/plugin-file");
      const file = pluginFile();
      reporter.say(file);
      reporter.result({ path: file });
      return exitCode.done;
    }),
  );

export const pluginCommand = new Command("plugin")
  .description("the native plugin, for programs in any language")
  .addCommand(install)
  .addCommand(path);
