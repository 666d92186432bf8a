import { Command } from "@commander-js/extra-typings";
import { type FleetOptions } from "../../fleet/fleet-options";
import { type Verb } from "../../fleet/task";
import { type Reporter } from "../../console/reporter";
import { allowOutside, contract, since } from "../options";

/** A command that does the same with the stack of each tenant, with the options that all of them have. */
export function fleetVerb(verb: Verb, description: string) {
  return new Command(verb)
    .description(description)
    .argument("<paths...>", "tenants' files, or folders of them")
    .option("--parallel <number>", "tenants at a time (default: one for each processor)")
    .option("--requests-per-second <number>", "of all tenants together (default: LUMENONE_REQUESTS_PER_SECOND)")
    .option("--max-concurrency <number>", "requests in flight, of all tenants together (default: 10)")
    .addOption(since)
    .addOption(contract)
    .option("--shard <part>", "only this part of the tenants, as 3/20: for several machines")
    .addOption(allowOutside)
    .option("--native", "resources of the native plugin (default: lumenone:native of the project's config)")
    .option(
      "--summary <file>",
      "also writes the summary as Markdown; what is too long for a comment into FILE.full.md",
    );
}

/** Loads the code and runs it. */
export function runFleet(
  verb: Verb,
  paths: readonly string[],
  options: FleetOptions,
  reporter: Reporter,
): Promise<number> {
  const { fleet } = require("../../fleet/fleet") as typeof import("../../fleet/fleet");
  return fleet(verb, paths, options, reporter);
}
