import { type automation } from "@pulumi/pulumi";
import { createRequire } from "node:module";
import * as path from "node:path";
import { buildPulumi } from "./pulumi-cli/build-pulumi";
import { completeInstallation } from "./pulumi-cli/complete-installation";
import { downloadPulumi } from "./pulumi-cli/download-pulumi";
import { keptFolder } from "./pulumi-cli/kept-folder";
import { pulumiInFolder } from "./pulumi-cli/pulumi-in-folder";
import { pulumiOnPath } from "./pulumi-cli/pulumi-on-path";
import { withLock } from "./pulumi-cli/with-lock";

/** The version that is downloaded or built where the machine has none of its own. */
export const CLI_VERSION = "3.259.0";

/** A Pulumi CLI that runs on this machine. */
export interface PulumiCli {
  /** Absolute path of the executable. */
  readonly command: string;
  /** Its version, without a leading `v`. */
  readonly version: string;
  /** The folder it stands in. */
  readonly binDir: string;
  /** The same CLI as the Automation API takes it. */
  readonly pulumiCommand: automation.PulumiCommand;
}

/** What the four steps work with; a test gives its own. */
export interface EnsurePulumiOptions {
  /** The search path of the first step. Default: `PATH`. */
  readonly searchPath?: string;
  /** The folder that keeps what was downloaded or built. Default: {@link keptFolder}. */
  readonly folder?: string;
  /** Third step: puts a CLI of that version into a folder's `bin`. */
  readonly download?: (version: string, folder: string) => Promise<void>;
  /** Fourth step: likewise. */
  readonly build?: (version: string, folder: string) => Promise<void>;
  /** Prints messages for the person who waits. Default: stderr. */
  readonly print?: (text: string) => void;
}

/**
 * The Pulumi CLI for tests and demo: the one on `PATH`, else the one kept in the per-user cache, else the official
 * download, else a build from the Go module. Every step prints one line with what it tried and what came of it.
 *
 * @throws Error that names all four, with what to do for each, when none gives a CLI.
 */
export async function ensurePulumi(options: EnsurePulumiOptions = {}): Promise<PulumiCli> {
  const folder = options.folder ?? keptFolder();
  const kept = path.join(folder, `pulumi-v${CLI_VERSION}`);
  const print = options.print ?? ((text: string) => void process.stderr.write(text));
  const failures: string[] = [];

  const step = async (what: string, find: () => Promise<Found>): Promise<Found | undefined> => {
    print(`pulumi CLI: ${what} ... `);
    try {
      const found = await find();
      print(`v${found.version} (${found.command})\n`);
      return found;
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).trim().replace(/\s*\n\s*/g, "; ");
      print(`no: ${reason}\n`);
      failures.push(`${what}: ${reason}`);
      return undefined;
    }
  };
  const make = (into: (version: string, folder: string) => Promise<void>) => async (): Promise<Found> => {
    await into(CLI_VERSION, kept);
    return await pulumiInFolder(kept);
  };
  const lookInFolder = async (): Promise<Found> => await pulumiInFolder(kept);

  const there =
    (await step("on PATH", async () => await pulumiOnPath(options.searchPath ?? process.env.PATH ?? ""))) ??
    (await step("kept in the user's cache", lookInFolder));
  if (there) return asCli(there);

  const made = await withLock(
    path.join(folder, "lock"),
    async () =>
      // Whoever held the lock before may have put one there.
      (await lookInFolder().catch(() => undefined)) ??
      (await step("official download", make(options.download ?? downloadPulumi))) ??
      (await step("build from the Go module (takes minutes)", make(options.build ?? buildPulumi))),
    (owner) => print(`pulumi CLI: waiting for process ${owner}, which is getting it\n`),
  );
  if (made) return asCli(made);
  throw new Error(howToGetOne(failures, kept));
}

interface Found {
  readonly command: string;
  readonly version: string;
  /** True where the folder is ours, so that what is missing beside the CLI may be added to it. */
  readonly kept: boolean;
}

function asCli(found: Found): PulumiCli {
  const binDir = path.dirname(found.command);
  if (found.kept) completeInstallation(binDir);
  return { command: found.command, version: found.version, binDir, pulumiCommand: automationCommand(found) };
}

/** `PulumiCommand.get` looks for `ROOT/bin/pulumi` or asks PATH again; this takes the very file that was found. */
function automationCommand(found: Found): automation.PulumiCommand {
  const sdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));
  const { PulumiCommand } = sdk("./automation") as { PulumiCommand: unknown };
  const { SemVer } = sdk("semver") as { SemVer: new (version: string) => unknown };
  const Command = PulumiCommand as new (command: string, version: unknown) => automation.PulumiCommand;
  return new Command(found.command, new SemVer(found.version));
}

function howToGetOne(failures: readonly string[], kept: string): string {
  return [
    "No Pulumi CLI to run. Tried, in this order:",
    ...failures.map((failure) => `  - ${failure}`),
    "Any one of these helps:",
    "  - PATH: install it from https://www.pulumi.com/docs/install/ (3.216 or newer)",
    `  - cache: put the executable of v${CLI_VERSION} at ${path.join(kept, "bin", "pulumi")}`,
    "  - download: let this machine reach https://get.pulumi.com and https://github.com",
    "  - build: install Go 1.25.11 or newer (https://go.dev/dl/) and let it reach a Go module proxy",
  ].join("\n");
}
