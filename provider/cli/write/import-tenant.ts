import { join, resolve } from "node:path";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { applyImport } from "../pulumi/apply-import";
import { installPlugin } from "../plugin/install-plugin";
import { importVersion, requirePulumi } from "../pulumi/require-pulumi";
import { NoPulumiError } from "../pulumi/run-pulumi";
import { type FoundSettings, hostOf, readSettings, settingsOptions } from "../settings/read-settings";
import { cliContext } from "../tenant/cli-context";
import { readTenant } from "../tenant/read-tenant";
import { importFile } from "./import-file";
import { projectName } from "./project-name";
import { declarationsOf, type ProgramPlan, type SecretPlan } from "./plan";
import { planProgram } from "./plan-program";
import { programFiles } from "./program-files";
import { type ProgramFile } from "./program-file";
import { type ProgramLanguage, type ProgramOptions } from "./program-options";
import { refuseUsedFolder, writeFiles } from "./write-files";

/** Options of `import`. */
export interface ImportOptions {
  readonly organization?: readonly string[];
  readonly all?: boolean;
  readonly account?: boolean;
  readonly out: string;
  readonly stack?: string;
  readonly contract?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly protect?: boolean;
  readonly apply?: boolean;
  readonly native?: boolean;
  readonly language?: ProgramLanguage;
}

/** Writes a program for the existing objects, and the file that brings them into a stack. */
export async function importTenant(options: ImportOptions, reporter: Reporter): Promise<number> {
  const {
    all = false,
    force = false,
    protect = false,
    language = "typescript",
    organization: organizations = [],
  } = options;
  // Other languages have no dynamic providers.
  const native = options.native === true || language !== "typescript";
  if (all === organizations.length > 0) {
    throw new CommandError("Name organizations with --organization SLUG..., or give --all.", exitCode.usage);
  }
  if (options.apply && options.stack === undefined) {
    throw new CommandError("--apply needs --stack NAME: the stack that takes the resources.", exitCode.usage);
  }
  const hasPulumi = await canFinish(options.apply === true);
  const folder = resolve(options.out);
  refuseUsedFolder(folder, force, language);
  const found = await settingsFor(options, folder);
  // For the runs of Pulumi that --apply makes.
  if (options.contract !== undefined) process.env["LUMENONE_CONTRACT"] = resolve(options.contract);
  const name = projectName(folder, options.name);

  const begun = Date.now();
  const what = all ? "all organizations" : organizations.join(", ");
  reporter.warn(`LumenOne is ${hostOf(found)}`);
  reporter.step(`Reading ${what}`);
  const context = cliContext(
    found.settings,
    (message) => reporter.warn(message),
    (count) => reporter.progress(`Reading: ${count} requests`),
  );
  const tenant = await readTenant(context, { organizations, all, accounts: options.account === true });
  const plan = await planProgram(tenant, context, { configured: ownConfig(found, name) });
  const { origin, accountId } = found.settings;
  const files: ProgramFile[] = [
    ...programFiles(plan, { name, origin, accountId }, { language, protect, native }),
    { path: "import.json", content: importFile(plan, native), secret: true },
    ...plan.secrets.flatMap(secretFile),
  ];
  writeFiles(folder, files);

  const resources = countKinds(plan);
  const requests = context.api.count();
  const seconds = Math.round((Date.now() - begun) / 100) / 10;
  for (const note of plan.notes) reporter.warn(`note: ${note}`);
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  reporter.say(`${total} resources in ${options.out} (${summary(resources)}); ${requests} requests, ${seconds} s.`);
  if (options.apply && native) await installPlugin();
  const code = options.apply
    ? await applyImport({ folder, stack: options.stack ?? "", protect, secrets: plan.secrets, language }, reporter)
    : exitCode.done;
  if (!options.apply)
    for (const line of nextSteps(options.out, { protect, native, language }, plan.secrets)) reporter.say(line);
  if (!hasPulumi)
    reporter.warn(`note: the steps above need Pulumi ${importVersion} or newer, and there is none on PATH.`);
  reporter.result({
    folder: options.out,
    resources,
    requests,
    seconds,
    files: files.map(({ path }) => path),
    secrets: plan.secrets.map(({ name, what, masked }) => ({ name, what, masked })),
    notes: plan.notes,
    applied: options.apply === true,
  });
  return code;
}

/**
 * Whether the Pulumi CLI of this machine can bring the files into a stack. Writing them needs none.
 * @throws {CommandError} there is one that is too old, or none and it is to run now
 */
async function canFinish(now: boolean): Promise<boolean> {
  try {
    await requirePulumi(importVersion, "An import file with whole resources");
    return true;
  } catch (error) {
    if (now || !(error instanceof NoPulumiError)) throw error;
    return false;
  }
}

/** With `--stack` the settings are those of the stack in the program's folder, where that is there already. */
async function settingsFor({ stack, apply, contract }: ImportOptions, folder: string): Promise<FoundSettings> {
  const alone = settingsOptions({ ...(contract === undefined ? {} : { contract }) });
  if (stack === undefined) return readSettings(alone);
  try {
    return await readSettings({ ...alone, stack, cwd: folder });
  } catch (error) {
    // The stack does not exist yet, or there is no Pulumi CLI to read it with.
    if (apply && error instanceof CommandError) return readSettings(alone);
    if (error instanceof NoPulumiError) return readSettings(alone);
    throw error;
  }
}

/** What the stack has configured for the program itself. */
export function ownConfig({ config }: FoundSettings, project: string): Map<string, string> {
  const own = [...config].filter(([key]) => key.startsWith(`${project}:`));
  return new Map(own.map(([key, value]) => [key.slice(project.length + 1), value]));
}

/** Its value alone, for `pulumi config set --secret NAME < FILE`. */
function secretFile({ name, value }: SecretPlan): ProgramFile[] {
  return value === undefined ? [] : [{ path: join("secrets", `${name}.json`), content: value, secret: true }];
}

/** How many resources there are of each kind. */
export function countKinds(plan: ProgramPlan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of declarationsOf(plan)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** `2 Workspace, 1 Folder`. */
export function summary(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(", ");
}

function nextSteps(
  out: string,
  { protect, native, language }: ProgramOptions,
  secrets: readonly SecretPlan[],
): string[] {
  return [
    "Next:",
    `  cd ${out} && ${language === "typescript" ? "npm install && " : ""}pulumi stack init dev`,
    ...(native ? ["  npx pulumi-lumenone plugin install"] : []),
    "  pulumi config set --secret lumenone:apiKey",
    ...secrets.map(({ name, value }) =>
      value === undefined
        ? `  pulumi config set --secret ${name} '{...}'`
        : `  pulumi config set --secret ${name} < secrets/${name}.json`,
    ),
    `  pulumi import --file import.json --generate-code=false --protect=${protect} --yes`,
    "  pulumi preview --expect-no-changes",
    `  rm -r import.json${secrets.some(({ value }) => value !== undefined) ? " secrets" : ""}   # they hold secrets in clear`,
  ];
}
