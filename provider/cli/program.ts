import { Command, CommanderError } from "commander";
import { version } from "../client/version";
import { errorEnvelope, Reporter } from "./console/reporter";
import { CommandError, exitCode } from "./exit-code";

type Options = Record<string, unknown>;

/** A command's own module is loaded when it is asked for: `--help` is quick, and needs neither Pulumi nor HTTP. */
type Action = (options: Options, reporter: Reporter, paths: readonly string[]) => Promise<number>;

/**
 * The command `pulumi-lumenone`.
 * @returns its exit code, as `--help` explains it
 */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = exitCode.done;
  const program = describe((action) => async (...given: unknown[]) => {
    // What stands on the line without an option comes first, and the command itself last.
    const options = given.at(-2) as Options;
    const reporter = new Reporter(options["json"] === true, process, nameOf(given.at(-1) as Command));
    try {
      code = await action(options, reporter, given.length > 2 ? (given[0] as string[]) : []);
    } catch (error) {
      code = error instanceof CommandError ? error.code : exitCode.failed;
      reporter.error(error instanceof Error ? error.message : String(error), code);
    } finally {
      reporter.clear();
    }
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.done;
      // Commander has said it to a person.
      if (args.includes("--json")) {
        process.stdout.write(
          `${JSON.stringify(errorEnvelope(args[0] ?? "", error.message, exitCode.usage), undefined, 2)}\n`,
        );
      }
      return exitCode.usage;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CommandError ? error.code : exitCode.failed;
  }
}

/** `fleet up`, as the user types it. */
function nameOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}

const contract = [
  "--contract <file>",
  "an OpenAPI Overlay that corrects the contract (default: lumenone:contract)",
] as const;
const outside = ["--allow-outside", "files of a tenant may lie outside of the project's folder"] as const;

const codes = `
Exit codes: 0 done, nothing found; 1 failed; 2 found something (drift, or a difference to the contract);
3 not confirmed; 64 wrong usage.

Settings: lumenone:* of --stack, else of the stack that is selected in the current folder; then LUMENONE_API_KEY,
LUMENONE_BASE_URL and LUMENONE_ACCOUNT_ID of the environment.`;

function describe(run: (action: Action) => (...given: unknown[]) => Promise<void>): Command {
  const program = new Command("pulumi-lumenone")
    .description("Brings LumenOne tenants into Pulumi programs, and looks after them.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .addHelpText("after", codes);
  const json = ["--json", "one JSON value on standard output"] as const;

  program
    .command("import")
    .description("writes a Pulumi program for what is there, and the file that brings it into a stack")
    .option("--organization <slug...>", "organizations by their original slugs")
    .option("--all", "every organization of the account")
    .option("--account", "also the account that the organizations belong to, as a resource")
    .requiredOption("--out <folder>", "where the program is written")
    .option("--stack <name>", "its configuration tells the settings; with --apply also the stack that is filled")
    .option(...contract)
    .option("--name <project>", "name of the Pulumi project (default: the folder's)")
    .option("--protect", "the resources refuse to be deleted")
    .option("--force", "writes into a folder that holds something already")
    .option("--native", "a program of the native plugin (pulumi-lumenone/native)")
    .option("--apply", "also imports into the stack, and checks that its preview is empty")
    .option(...json)
    .addHelpText(
      "after",
      "\nExamples:\n  pulumi-lumenone import --organization acme --out acme\n" +
        "  pulumi-lumenone import --all --out tenant --apply --stack production --protect",
    )
    .action(
      run(async (options, reporter) =>
        (require("./commands/import") as typeof import("./commands/import")).importTenant(options as never, reporter),
      ),
    );
  program
    .command("clone")
    .description("writes a program that makes the same organization again, under another name")
    .requiredOption("--from <slug...>", "organizations by their original slugs")
    .requiredOption("--prefix <text>", "what the copies' names begin with, unless the stack configures another")
    .requiredOption("--out <folder>", "where the program is written")
    .option("--stack <name>", "its configuration tells the settings")
    .option(...contract)
    .option("--name <project>", "name of the Pulumi project (default: the folder's)")
    .option("--force", "writes into a folder that holds something already")
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone clone --from acme --prefix staging- --out staging")
    .action(
      run(async (options, reporter) =>
        (require("./commands/clone") as typeof import("./commands/clone")).clone(options as never, reporter),
      ),
    );
  program
    .command("doctor")
    .description("checks a host against the contract: what is assumed of LumenOne is confirmed here, or found wrong")
    .option("--organization <slug>", "asks about this organization (default: the first one with workspaces)")
    .option("--out <file>", "also writes a report in Markdown that holds names of fields and types only")
    .option("--docs <source>", "compares with documentation instead: a site's address, a file, or - for standard input")
    .option("--overlay <file>", "also writes the OpenAPI Overlay that corrects the contract")
    .option("--force", "overwrites the overlay")
    .option("--write-test", "also tries the writes, on an organization that it makes and removes itself")
    .option("--yes", "does not ask before --write-test")
    .option("--stack <name>", "its configuration tells the settings")
    .option(...contract)
    .option(...json)
    .addHelpText(
      "after",
      "\nExamples:\n  pulumi-lumenone doctor --out report.md\n" +
        "  pulumi-lumenone doctor --docs https://docs.lumenia.net --overlay lumenone.overlay.yaml",
    )
    .action(
      run(async (options, reporter) =>
        (require("./commands/doctor") as typeof import("./commands/doctor")).doctor(options, reporter),
      ),
    );
  program
    .command("drift")
    .description("tells what was changed outside of Pulumi, field by field; changes nothing")
    .option("--stack <name>", "the stack (default: the selected one)")
    .option("--cwd <folder>", "the folder of its project (default: the current one)")
    .option(...contract)
    .option("--run-program", "with the program's configuration, as after a key was rotated")
    .option(...json)
    .addHelpText(
      "after",
      "\nExample, for every night (exit code 2 is drift):\n  pulumi-lumenone drift --stack production",
    )
    .action(
      run(async (options, reporter) =>
        (require("./commands/drift") as typeof import("./commands/drift")).drift(options, reporter),
      ),
    );
  program
    .command("sweep")
    .description("removes organizations that a crashed pipeline left behind")
    .option("--prefix <text>", "what their names begin with; at least three characters")
    .option("--all-accounts", "in every account of the company, not in the configured one alone")
    .option("--yes", "does not ask, for pipelines")
    .option("--dry-run", "only lists them")
    .option("--stack <name>", "its configuration tells the settings")
    .option(...contract)
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone sweep --prefix staging-pr- --yes")
    .action(
      run(async (options, reporter) =>
        (require("./commands/sweep") as typeof import("./commands/sweep")).sweep(options, reporter),
      ),
    );
  program
    .command("calls")
    .description("sums what was called and what it cost: by day, organization, workspace or assistant")
    .option("--since <date>", "calls from then on: an ISO 8601 date or time, or 30d for 30 days ago (default: all)")
    .option("--until <date>", "calls before that time; a date is included as a whole (default: now)")
    .option("--organization <slug>", "only calls of this organization, by its original slug")
    .option("--workspace <slug>", "only calls of this workspace, by its original slug")
    .option("--by <group>", "day, organization, workspace or assistant", "day")
    .option("--time-zone <name>", "whose days are meant, for example Europe/Berlin (default: this machine's)")
    .option("--format <format>", "table, csv, json, or html with plots (default: table)")
    .option("--out <file>", "writes the report into a file")
    .option("--budget <amount>", "exit code 2 where the cost is above")
    .option("--budget-per <group>", "the budget is for each day, workspace or organization")
    .option("--show-numbers", "also lists the most expensive calls with customers' numbers and summaries")
    .option("--stack <name>", "its configuration tells the settings")
    .option(...contract)
    .option(...json)
    .addHelpText(
      "after",
      "\nExamples:\n  pulumi-lumenone calls --since 30d --by organization --budget 100 --budget-per organization\n" +
        "  pulumi-lumenone calls --since 2026-04-01 --until 2026-04-30 --format html --out april.html",
    )
    .action(
      run(async (options, reporter) =>
        (require("./commands/calls") as typeof import("./commands/calls")).calls(options, reporter),
      ),
    );
  program
    .command("validate")
    .description("checks tenants' YAML files: file, line, column and remedy; without a network")
    .argument("<paths...>", "tenants' files, or folders of them")
    .option(...outside)
    .option(...json)
    .addHelpText(
      "after",
      "\nExamples:\n  pulumi-lumenone validate tenants/\n  pulumi-lumenone validate tenants/acme.yaml --json",
    )
    .action(
      // Thrown errors are the command's, also those of what is done at once.
      // eslint-disable-next-line @typescript-eslint/require-await
      run(async (options, reporter, paths) =>
        (require("./commands/validate") as typeof import("./commands/validate")).validate(paths, options, reporter),
      ),
    );
  program
    .command("simulate")
    .description("starts LumenOne on this machine (needs the package lumenone-simulator)")
    .option("--port <number>", "where it listens; 0 for any free port", "0")
    .option("--seed <file>", "what there is at the start: a JSON file, or demo")
    .option("--state <file>", "keeps everything in this file")
    .option("--latency <ms>", "milliseconds that every answer takes at least", "0")
    .option("--quirk <name>", "behaves as some servers do (see lumenone-simulator --help); can be repeated", all)
    .option("--contract <file>", "an OpenAPI Overlay: the simulated LumenOne is the corrected one")
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone simulate --seed demo --port 4010")
    .action(
      run(async (options, reporter) =>
        (require("./commands/simulate") as typeof import("./commands/simulate")).simulate(options as never, reporter),
      ),
    );
  describeFleet(program, run, json);
  const plugin = program.command("plugin").description("the native plugin, for programs in any language");
  plugin
    .command("install")
    .description("puts the plugin into Pulumi's folder of plugins; takes nothing from the network")
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone plugin install")
    .action(
      run(async (_options, reporter) =>
        (require("./commands/plugin") as typeof import("./commands/plugin")).pluginInstall(reporter),
      ),
    );
  plugin
    .command("path")
    .description("prints where the plugin's executable is")
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi package add $(npx pulumi-lumenone plugin path)")
    .action(
      run((_options, reporter) =>
        Promise.resolve((require("./commands/plugin") as typeof import("./commands/plugin")).pluginPath(reporter)),
      ),
    );
  program
    .command("migrate")
    .description("moves the state of stacks from the dynamic provider to the native plugin; there is no way back")
    .option("--stack <name>", "the stack")
    .option("--all", "every stack of the project, as of a fleet; run again, it goes on")
    .option("--yes", "does not ask, for pipelines")
    .option(...json)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone migrate --stack dev")
    .action(
      run(async (options, reporter) =>
        (require("./commands/migrate") as typeof import("./commands/migrate")).migrate(options, reporter),
      ),
    );
  return program;
}

/** Collects the values of an option that can be repeated. */
const all = (value: string, before: string[] = []): string[] => [...before, value];

const verbs = {
  preview: "what `up` would do with each tenant",
  up: "brings every tenant to what its file says",
  refresh: "brings the states to what LumenOne has",
  destroy: "deletes what the tenants' stacks have made",
  drift: "tells what was changed outside of Pulumi; exit code 2",
} as const;

/** One stack for each file, many at a time. */
function describeFleet(
  program: Command,
  run: (action: Action) => (...given: unknown[]) => Promise<void>,
  json: readonly [string, string],
): void {
  const fleet = program.command("fleet").description("the same with the stacks of many tenants, several at a time");
  for (const [verb, description] of Object.entries(verbs)) {
    const command = fleet
      .command(verb)
      .description(description)
      .argument("<paths...>", "tenants' files, or folders of them")
      .option("--parallel <number>", "tenants at a time (default: one for each processor)")
      .option("--requests-per-second <number>", "of all tenants together (default: LUMENONE_REQUESTS_PER_SECOND)")
      .option("--max-concurrency <number>", "requests in flight, of all tenants together (default: 10)")
      .option("--since <gitref>", "only tenants of which a file has changed since this branch left the reference")
      .option(...contract)
      .option("--shard <part>", "only this part of the tenants, as 3/20: for several machines")
      .option(...outside)
      .option("--native", "resources of the native plugin (default: lumenone:native of the project's config)")
      .option(
        "--summary <file>",
        "also writes the summary as Markdown; what is too long for a comment into FILE.full.md",
      );
    if (verb === "preview") {
      command
        .option("--expect-no-changes", "exit code 2 where `up` would change something")
        .option("--placeholder-secrets", "a word stands for each secret: for whoever may not know them");
    }
    if (verb === "up" || verb === "preview") {
      command.option(
        "--secrets-provider <url>",
        "encrypts the secrets of stacks that are made (as of `pulumi stack init`)",
      );
      command.option("--allow-deletes", "a tenant may lose its organization, or more than half of its resources");
    }
    if (verb === "up") {
      command
        .option("--prune", "destroys tenants whose files are gone")
        .option("--ours <kind:id...>", "takes over this object, which a run created that was killed")
        .option(
          "--not-ours <kind:id...>",
          "leaves alone this object, which looks like one that a killed run was creating",
        );
    }
    if (verb === "destroy") command.option("--remove", "also removes the stacks, once they are empty");
    if (verb === "up" || verb === "destroy") command.option("--yes", "does not ask, for pipelines");
    const examples: Record<string, string> = {
      preview: "fleet preview tenants/ --since origin/main --summary preview.md",
      up: "fleet up tenants/ --yes --parallel 4 --requests-per-second 50",
      refresh: "fleet refresh tenants/acme.yaml",
      destroy: "fleet destroy tenants/acme.yaml --remove",
      drift: "fleet drift tenants/ --json",
    };
    command
      .option(...json)
      .addHelpText("after", `\nExample:\n  pulumi-lumenone ${examples[verb]}`)
      .action(
        run(async (options, reporter, paths) =>
          (require("./commands/fleet") as typeof import("./commands/fleet")).fleet(
            verb as keyof typeof verbs,
            paths,
            options,
            reporter,
          ),
        ),
      );
  }
  fleet
    .command("matrix")
    .description("prints a matrix for GitHub Actions: a job for each tenant, or for shares of them")
    .argument("<paths...>", "tenants' files, or folders of them")
    .option("--since <gitref>", "only tenants of which a file has changed since this branch left the reference")
    .option("--shards <number>", "so many jobs at most (GitHub makes 256)")
    .option(...outside)
    .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet matrix tenants/ --since origin/main --shards 20")
    .action(
      run(async (options, reporter, paths) =>
        (require("./commands/fleet-matrix") as typeof import("./commands/fleet-matrix")).fleetMatrix(
          paths,
          options,
          reporter,
        ),
      ),
    );
  fleet
    .command("stacks")
    .description("writes a Stack resource of the Pulumi Kubernetes Operator for each tenant")
    .argument("<paths...>", "tenants' files, or folders of them")
    .requiredOption("--repo <url>", "the git repository that the operator fetches")
    .option("--branch <ref>", "its branch", "refs/heads/main")
    .option("--out <folder>", "writes a file each (default: all to standard output)")
    .option("--backend <url>", "where the stacks' states are (default: the operator's)")
    .option("--namespace <name>", "of the resources")
    .option("--secret <name>", "the Kubernetes secret with LUMENONE_* and the passphrase", "lumenone")
    .option(...outside)
    .addHelpText(
      "after",
      "\nExample:\n  pulumi-lumenone fleet stacks tenants/ --repo https://git.example.com/tenants.git --out operator",
    )
    .action(
      run(async (options, reporter, paths) =>
        (require("./commands/fleet-stacks") as typeof import("./commands/fleet-stacks")).fleetStacks(
          paths,
          options as never,
          reporter,
        ),
      ),
    );
}
