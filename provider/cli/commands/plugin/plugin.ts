import { Command } from "@commander-js/extra-typings";
import { pluginInstallCommand } from "./install";
import { pluginPathCommand } from "./path";

export const pluginCommand = new Command("plugin")
  .description("the native plugin, for programs in any language")
  .addCommand(pluginInstallCommand)
  .addCommand(pluginPathCommand);
