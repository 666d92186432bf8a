import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { type SecretPlan } from "../write/plan";
import { type ProgramLanguage } from "../write/program-options";
import { type Exit, run, runPulumi, saidBy } from "./run-pulumi";

/** The files to import, and the stack for them. */
export interface ApplyOptions {
  readonly folder: string;
  readonly stack: string;
  readonly protect: boolean;
  readonly secrets: readonly SecretPlan[];
  readonly language: ProgramLanguage;
}

/**
 * Installs, makes the stack where there is none, sets the secrets, imports, removes what holds secrets in clear, and
 * previews, which has to show nothing.
 * @returns an exit code
 * @throws {CommandError} naming the step that failed
 */
export async function applyImport(options: ApplyOptions, reporter: Reporter): Promise<number> {
  const { folder, stack, protect, secrets } = options;
  const pulumi = async (step: string, args: readonly string[], input?: string, env?: Record<string, string>) => {
    reporter.step(step);
    const which = args[0] === "stack" ? [] : ["--stack", stack];
    const exit = await runPulumi([...args, ...which, "--non-interactive"], {
      cwd: folder,
      ...(input === undefined ? {} : { input }),
      ...(env && { env }),
    });
    return exit;
  };
  const must = (step: string, exit: Exit) => {
    if (exit.code === 0) return;
    throw new CommandError(`${step}: failed.\n${saidBy(exit)}\n${leftIn(folder, secrets)}`);
  };

  if (options.language === "typescript" && !isInstalled(folder)) {
    reporter.step("npm install");
    must("npm install", await run("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder }));
  }
  must("Selecting the stack", await pulumi(`Stack ${stack}`, ["stack", "select", stack, "--create"]));
  for (const { name, value } of secrets) {
    if (value === undefined) continue;
    // On standard input: arguments stand in the list of processes.
    const exit = await pulumi(`Setting ${name}`, ["config", "set", "--secret", name], value);
    must(`Setting ${name}`, exit);
  }
  const { total, left } = await withoutKnown(folder, pulumi);
  if (left > 0) {
    const args = ["import", "--file", "import.json", "--generate-code=false", "--yes", "--skip-preview"];
    // Nothing is written at LumenOne, so an interrupted run can be repeated; saving the state at every step would take
    // minutes for thousands of resources.
    const env = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
    const exit = await pulumi(`Importing ${left} resources`, [...args, `--protect=${protect}`], undefined, env);
    must("pulumi import", exit);
  }
  rmSync(join(folder, "import.json"), { force: true });
  rmSync(join(folder, "secrets"), { recursive: true, force: true });

  const unset = secrets.filter(({ value }) => value === undefined);
  if (unset.length > 0) {
    reporter.warn(`Imported. The preview waits for ${unset.map(({ name }) => name).join(", ")}.`);
    return exitCode.failed;
  }
  const preview = await pulumi("Preview", ["preview", "--expect-no-changes"]);
  if (preview.code !== 0) {
    const said = saidBy(preview);
    if (/no changes were expected but changes/i.test(said)) {
      throw new CommandError(`Imported, but the preview is not empty.\n${said}`, exitCode.found);
    }
    throw new CommandError(
      `Imported, but the preview failed.\n${said}\nEverything is in stack ${stack}: correct what it names, and run \`pulumi preview --stack ${stack}\` in ${folder}.`,
    );
  }
  const were = left < total ? `, ${total - left} of them before` : "";
  reporter.say(`${total} resources are in stack ${stack}${were}, and its preview is empty.`);
  return exitCode.done;
}

/** What a failed step leaves behind, and how to continue. */
function leftIn(folder: string, secrets: readonly SecretPlan[]): string {
  const hasFiles = secrets.some(({ value }) => value !== undefined);
  const holders = hasFiles ? "import.json and secrets/ beside it hold" : "import.json beside it holds";
  return (
    `The program is in ${folder}. ${holders} secrets in clear: ` +
    "correct what the step names and run the command again with --force, which goes on from here, or remove them."
  );
}

function isInstalled(folder: string): boolean {
  try {
    const from = createRequire(join(folder, "noop.js"));
    from.resolve("pulumi-lumenone/package.json");
    from.resolve("@pulumi/pulumi/package.json");
    // Without one, Pulumi uses its own of 2020, which is too old.
    from.resolve("typescript/package.json");
    return true;
  } catch {
    return false;
  }
}

interface ImportFile {
  resources: { type: string; name: string }[];
}

/**
 * Removes resources that the stack already has from the import file: Pulumi would refuse them.
 * @returns how many resources there are, and how many of them are left
 */
async function withoutKnown(
  folder: string,
  pulumi: (step: string, args: readonly string[]) => Promise<Exit>,
): Promise<{ total: number; left: number }> {
  const path = join(folder, "import.json");
  if (!existsSync(path)) return { total: 0, left: 0 };
  const { resources } = JSON.parse(readFileSync(path, "utf8")) as ImportFile;
  const exported = await pulumi("Looking into the stack", ["stack", "export"]);
  const deployment = JSON.parse(exported.stdout || "{}") as { deployment?: { resources?: { urn: string }[] } };
  const known = new Set(
    (deployment.deployment?.resources ?? []).map(({ urn }) => urn.slice(urn.indexOf("::", urn.indexOf("::") + 2) + 2)),
  );
  const left = resources.filter(({ type, name }) => !known.has(`${type}::${name}`));
  if (left.length < resources.length) {
    writeFileSync(path, `${JSON.stringify({ resources: left }, undefined, 2)}\n`, { mode: 0o600 });
  }
  return { total: resources.length, left: left.length };
}
