import { Command } from "@commander-js/extra-typings";
import { json } from "./options";
import { lazy } from "./run";

/** Collects the values of an option that can be repeated. */
const all = (value: string, before: string[] = []): string[] => [...before, value];

export const simulateCommand = new Command("simulate")
  .description("starts LumenOne on this machine (needs the package lumenone-simulator)")
  .option("--port <number>", "where it listens; 0 for any free port", "0")
  .option("--seed <file>", "the objects at the start: a JSON file, or demo")
  .option("--state <file>", "keeps everything in this file")
  .option("--latency <ms>", "milliseconds that every response takes at least", "0")
  .option("--quirk <name>", "behaves as some servers do (see lumenone-simulator --help); can be repeated", all)
  .option("--contract <file>", "an OpenAPI Overlay: the simulated LumenOne is the corrected one")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone simulate --seed demo --port 4010")
  .action(lazy(() => (require("../simulate/simulate") as typeof import("../simulate/simulate")).simulate));
