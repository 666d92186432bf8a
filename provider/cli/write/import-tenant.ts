import { join, resolve } from "node:path";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { applyImport, canImport, importVersion } from "../pulumi/apply-import";
import { installPlugin } from "../plugin/install-plugin";
import { NoPulumiError } from "../pulumi/run-pulumi";
import { type FoundSettings, readSettings } from "../settings/read-settings";
import { importFile } from "./import-file";
import { type SecretPlan } from "./plan";
import { type ProgramFile } from "./write-files";
import { sayNext, targetOf, type WriteOptions, writeProgram } from "./write-program";

/** Options of `import`. */
export interface ImportOptions extends WriteOptions {
  readonly organization?: readonly string[];
  readonly all?: boolean;
  readonly account?: boolean;
  readonly protect?: boolean;
  readonly apply?: boolean;
}

/** Writes a program for the existing objects, and the file that brings them into a stack. */
export async function importTenant(options: ImportOptions, reporter: Reporter): Promise<number> {
  const { all = false, account = false, apply = false, protect = false, organization: organizations = [] } = options;
  const { out, stack } = options;
  if (all === organizations.length > 0) {
    throw new CommandError("Name organizations with --organization SLUG..., or give --all.", exitCode.usage);
  }
  if (apply && stack === undefined) {
    throw new CommandError("--apply needs --stack NAME: the stack that takes the resources.", exitCode.usage);
  }
  const hasPulumi = await canImport(apply);
  const target = targetOf(options);
  const { folder, native } = target;
  const found = await settingsFor(options, folder);
  // For the runs of Pulumi that --apply makes.
  if (options.contract !== undefined) process.env["LUMENONE_CONTRACT"] = resolve(options.contract);

  const program = { ...target, protect, found };
  const written = await writeProgram(program, { organizations, all, accounts: account }, reporter, (plan) => [
    { path: "import.json", content: importFile(plan, native), secret: true },
    ...plan.secrets.flatMap(secretFile),
  ]);
  const { resources, requests, seconds, files, secrets, notes } = written;
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  reporter.say(`${total} resources in ${out} (${written.summary}); ${requests} requests, ${seconds} s.`);
  let code: number = exitCode.done;
  if (apply) {
    if (native) await installPlugin();
    code = await applyImport({ ...program, stack: stack ?? "", secrets }, reporter);
  } else {
    sayNext(out, "dev", program, importSteps(protect, secrets), reporter);
  }
  if (!hasPulumi) {
    reporter.warn(`note: the steps above need Pulumi ${importVersion} or newer, and there is none on PATH.`);
  }
  reporter.result({
    folder: out,
    resources,
    requests,
    seconds,
    files,
    secrets: secrets.map(({ name, what, masked }) => ({ name, what, masked })),
    notes,
    applied: apply,
  });
  return code;
}

/** With `--stack` the settings are those of the stack in the program's folder, where that is there already. */
async function settingsFor({ stack, apply, contract }: ImportOptions, folder: string): Promise<FoundSettings> {
  if (stack === undefined) return readSettings({ contract });
  try {
    return await readSettings({ stack, contract, cwd: folder });
  } catch (error) {
    // The stack does not exist yet, or there is no Pulumi CLI to read it with.
    if (error instanceof NoPulumiError || (apply && error instanceof CommandError)) return readSettings({ contract });
    throw error;
  }
}

/** Its value alone, for `pulumi config set --secret NAME < FILE`. */
function secretFile({ name, value }: SecretPlan): ProgramFile[] {
  return value === undefined ? [] : [{ path: join("secrets", `${name}.json`), content: value, secret: true }];
}

function importSteps(protect: boolean, secrets: readonly SecretPlan[]): string[] {
  const hasFiles = secrets.some(({ value }) => value !== undefined);
  return [
    ...secrets.map(({ name, value }) => {
      const source = value === undefined ? "'{...}'" : `< secrets/${name}.json`;
      return `pulumi config set --secret ${name} ${source}`;
    }),
    `pulumi import --file import.json --generate-code=false --protect=${protect} --yes`,
    "pulumi preview --expect-no-changes",
    `rm -r import.json${hasFiles ? " secrets" : ""}   # they hold secrets in clear`,
  ];
}
