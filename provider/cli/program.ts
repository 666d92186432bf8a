import { Command } from "@commander-js/extra-typings";
import { version } from "../client/version";
import { callsCommand } from "./commands/calls";
import { cloneCommand } from "./commands/clone";
import { doctorCommand } from "./commands/doctor";
import { driftCommand } from "./commands/drift";
import { fleetCommand } from "./commands/fleet";
import { importCommand } from "./commands/import";
import { migrateCommand } from "./commands/migrate";
import { pluginCommand } from "./commands/plugin";
import { simulateCommand } from "./commands/simulate";
import { sweepCommand } from "./commands/sweep";
import { validateCommand } from "./commands/validate";

const codes = `
Exit codes: 0 done, nothing found; 1 failed; 2 found something (drift, or a difference to the contract);
3 not confirmed; 64 wrong usage.

Settings: lumenone:* of --stack, else of the stack that is selected in the current folder; then LUMENONE_API_KEY,
LUMENONE_BASE_URL and LUMENONE_ACCOUNT_ID of the environment.`;

/** The command `pulumi-lumenone`. Each of its commands is a file, which says what it is called with and loads what it does. */
export const program = new Command("pulumi-lumenone")
  .description("Brings LumenOne tenants into Pulumi programs, and looks after them.")
  .version(version)
  .addHelpText("after", codes)
  .addCommand(importCommand)
  .addCommand(cloneCommand)
  .addCommand(doctorCommand)
  .addCommand(driftCommand)
  .addCommand(sweepCommand)
  .addCommand(callsCommand)
  .addCommand(validateCommand)
  .addCommand(simulateCommand)
  .addCommand(fleetCommand)
  .addCommand(pluginCommand)
  .addCommand(migrateCommand);
