import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { type SecretPlan } from "../write/plan";
import { type ProgramOptions } from "../write/program-options";
import { type Exit, NoPulumiError, run, runPulumi, type RunOptions, saidBy } from "./run-pulumi";

/** The first Pulumi CLI whose import files may hold whole resources, which dynamic resources need. */
export const importVersion = "3.254.0";

/**
 * Whether the Pulumi CLI of this machine can bring the files of an import into a stack. Writing them needs none.
 * @throws {CommandError} there is one that is too old, or none and it is to run now
 */
export async function canImport(now: boolean): Promise<boolean> {
  const exit = await runPulumi(["version"]).catch((none: NoPulumiError) => none);
  if (exit instanceof NoPulumiError) {
    if (now) throw exit;
    return false;
  }
  const version = /\d+\.\d+\.\d+/.exec(exit.stdout)?.[0];
  if (version === undefined || version.localeCompare(importVersion, "en", { numeric: true }) < 0) {
    throw new CommandError(
      `An import file with whole resources needs Pulumi ${importVersion} or newer, and this is ` +
        `${version ?? "of no known version"}. Update it: https://www.pulumi.com/docs/install/.`,
    );
  }
  return true;
}

/** Runs the Pulumi CLI in the stack, and shows the step. */
type Pulumi = (step: string, args: readonly string[], more?: RunOptions) => Promise<Exit>;

/** The files to import, and the stack for them. */
interface ApplyOptions extends Pick<ProgramOptions, "protect" | "language"> {
  readonly folder: string;
  readonly stack: string;
  readonly secrets: readonly SecretPlan[];
}

/**
 * Installs, makes the stack where there is none, sets the secrets, imports, removes what holds secrets in clear, and
 * previews, which has to show nothing.
 * @returns an exit code
 * @throws {CommandError} naming the step that failed
 */
export async function applyImport(
  { folder, stack, secrets, protect, language }: ApplyOptions,
  reporter: Reporter,
): Promise<number> {
  const pulumi: Pulumi = (step, args, more = {}) => {
    reporter.step(step);
    const which = args[0] === "stack" ? [] : ["--stack", stack];
    return runPulumi([...args, ...which, "--non-interactive"], { cwd: folder, ...more });
  };
  const must = (step: string, exit: Exit) => {
    if (exit.code === 0) return;
    throw new CommandError(`${step}: failed.\n${saidBy(exit)}\n${leftIn(folder, secrets)}`);
  };

  if (language === "typescript" && !isInstalled(folder)) {
    reporter.step("npm install");
    must("npm install", await run("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder }));
  }
  must("Selecting the stack", await pulumi(`Stack ${stack}`, ["stack", "select", stack, "--create"]));
  for (const { name, value } of secrets) {
    if (value === undefined) continue;
    // On standard input: arguments stand in the list of processes.
    const step = `Setting ${name}`;
    must(step, await pulumi(step, ["config", "set", "--secret", name], { input: value }));
  }
  const { total, left } = await withoutKnown(folder, pulumi);
  if (left > 0) {
    const args = ["import", "--file", "import.json", "--generate-code=false", "--yes", "--skip-preview"];
    // Nothing is written at LumenOne, so an interrupted run can be repeated; saving the state at every step would take
    // minutes for thousands of resources.
    const env = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
    must("pulumi import", await pulumi(`Importing ${left} resources`, [...args, `--protect=${protect}`], { env }));
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
  const { resolve } = createRequire(join(folder, "noop.js"));
  try {
    // Without a TypeScript, Pulumi uses its own of 2020, which is too old.
    for (const name of ["pulumi-lumenone", "@pulumi/pulumi", "typescript"]) resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes resources that the stack already has from the import file: Pulumi would refuse them.
 * @returns how many resources there are, and how many of them are left
 */
async function withoutKnown(folder: string, pulumi: Pulumi): Promise<{ total: number; left: number }> {
  const path = join(folder, "import.json");
  const { resources } = JSON.parse(readFileSync(path, "utf8")) as { resources: { type: string; name: string }[] };
  const exported = await pulumi("Looking into the stack", ["stack", "export"]);
  const { deployment } = JSON.parse(exported.stdout || "{}") as { deployment?: { resources?: { urn: string }[] } };
  // `urn:pulumi:STACK::PROJECT::TYPE::NAME`; a name may have colons.
  const known = new Set((deployment?.resources ?? []).map(({ urn }) => urn.split("::").slice(2).join("::")));
  const left = resources.filter(({ type, name }) => !known.has(`${type}::${name}`));
  if (left.length < resources.length) {
    writeFileSync(path, `${JSON.stringify({ resources: left }, undefined, 2)}\n`, { mode: 0o600 });
  }
  return { total: resources.length, left: left.length };
}
