import { Command } from "@commander-js/extra-typings";
import { exitCode } from "../../exit-code";
import { json } from "../options";
import { run } from "../run";

export const pluginPathCommand = new Command("path")
  .description("prints where the plugin's executable is")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi package add $(npx pulumi-lumenone plugin path)")
  .action((_options, command) =>
    run(command, (reporter) => {
      const { pluginFile } = require("../../plugin/plugin-file") as typeof import("../../plugin/plugin-file");
      const path = pluginFile();
      reporter.say(path);
      reporter.result({ path });
      return exitCode.done;
    }),
  );
