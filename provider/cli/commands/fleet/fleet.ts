import { Command } from "@commander-js/extra-typings";
import { fleetDestroyCommand } from "./destroy";
import { fleetDriftCommand } from "./drift";
import { fleetMatrixCommand } from "./matrix";
import { fleetPreviewCommand } from "./preview";
import { fleetRefreshCommand } from "./refresh";
import { fleetStacksCommand } from "./stacks";
import { fleetUpCommand } from "./up";

export const fleetCommand = new Command("fleet")
  .description("runs Pulumi on the stacks of many tenants, several at a time")
  .addCommand(fleetPreviewCommand)
  .addCommand(fleetUpCommand)
  .addCommand(fleetRefreshCommand)
  .addCommand(fleetDestroyCommand)
  .addCommand(fleetDriftCommand)
  .addCommand(fleetMatrixCommand)
  .addCommand(fleetStacksCommand);
