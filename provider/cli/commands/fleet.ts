import { Command, Option } from "@commander-js/extra-typings";
import { type Verb } from "../fleet/task";
import { allowOutside, contract, json, since, yes } from "./options";
import { lazy } from "./run";

/** For verbs that make stacks. */
const secretsProvider = new Option(
  "--secrets-provider <url>",
  "encrypts the secrets of stacks that are made (as of `pulumi stack init`)",
);

/** For verbs that show or make deletions. */
const allowDeletes = new Option(
  "--allow-deletes",
  "a tenant may lose its organization, or more than half of its resources",
);

/** A command that does the same with the stack of each tenant, with the options that all of them have. */
function fleetVerb(verb: Verb, description: string) {
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

/** What such a command does. */
const toEach = (verb: Verb) =>
  lazy(() => (require("../fleet/fleet") as typeof import("../fleet/fleet")).fleet.bind(undefined, verb));

const preview = fleetVerb("preview", "what `up` would do with each tenant")
  .option("--expect-no-changes", "exit code 2 where `up` would change something")
  .option("--placeholder-secrets", "a word stands for each secret: for whoever may not know them")
  .addOption(secretsProvider)
  .addOption(allowDeletes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet preview tenants/ --since origin/main --summary preview.md")
  .action(toEach("preview"));

const up = fleetVerb("up", "applies every tenant's file")
  .addOption(secretsProvider)
  .addOption(allowDeletes)
  .option("--prune", "destroys tenants whose files are gone")
  .option("--ours <kind:id...>", "takes over this object, which a run created that was killed")
  .option("--not-ours <kind:id...>", "leaves alone this object, which looks like one that a killed run was creating")
  .addOption(yes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet up tenants/ --yes --parallel 4 --requests-per-second 50")
  .action(toEach("up"));

const refresh = fleetVerb("refresh", "updates the states from LumenOne")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet refresh tenants/acme.yaml")
  .action(toEach("refresh"));

const destroy = fleetVerb("destroy", "deletes the resources of the tenants' stacks")
  .option("--remove", "also removes the stacks, once they are empty")
  .addOption(yes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet destroy tenants/acme.yaml --remove")
  .action(toEach("destroy"));

const drift = fleetVerb("drift", "reports what was changed outside of Pulumi; exit code 2")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet drift tenants/ --json")
  .action(toEach("drift"));

const matrix = new Command("matrix")
  .description("prints a matrix for GitHub Actions: a job for each tenant, or for shares of them")
  .argument("<paths...>", "tenants' files, or folders of them")
  .addOption(since)
  .option("--shards <number>", "the most jobs (GitHub creates 256)")
  .addOption(allowOutside)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet matrix tenants/ --since origin/main --shards 20")
  .action(lazy(() => (require("../fleet/fleet-matrix") as typeof import("../fleet/fleet-matrix")).fleetMatrix));

const stacks = new Command("stacks")
  .description("writes a Stack resource of the Pulumi Kubernetes Operator for each tenant")
  .argument("<paths...>", "tenants' files, or folders of them")
  .requiredOption("--repo <url>", "the git repository that the operator fetches")
  .option("--branch <ref>", "its branch", "refs/heads/main")
  .option("--out <folder>", "writes a file each (default: all to standard output)")
  .option("--backend <url>", "where the stacks' states are (default: the operator's)")
  .option("--namespace <name>", "of the resources")
  .option("--secret <name>", "the Kubernetes secret with LUMENONE_* and the passphrase", "lumenone")
  .addOption(allowOutside)
  .addHelpText(
    "after",
    "\nExample:\n  pulumi-lumenone fleet stacks tenants/ --repo https://git.example.com/tenants.git --out operator",
  )
  .action(lazy(() => (require("../fleet/fleet-stacks") as typeof import("../fleet/fleet-stacks")).fleetStacks));

export const fleetCommand = new Command("fleet")
  .description("runs Pulumi on the stacks of many tenants, several at a time")
  .addCommand(preview)
  .addCommand(up)
  .addCommand(refresh)
  .addCommand(destroy)
  .addCommand(drift)
  .addCommand(matrix)
  .addCommand(stacks);
