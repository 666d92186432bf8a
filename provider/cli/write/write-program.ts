import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Reporter } from "../console/reporter";
import { hostOf } from "../settings/read-settings";
import { cliContext } from "../tenant/cli-context";
import { readTenant, type Selection } from "../tenant/read-tenant";
import { declarationsOf, type ProgramPlan } from "./plan";
import { planProgram } from "./plan-program";
import { programFiles } from "./program-files";
import { type ProgramOptions } from "./program-options";
import { type ProgramFile, refuseUsedFolder, writeFiles } from "./write-files";

/** Options of `import` and `clone`. */
export interface WriteOptions {
  readonly out: string;
  readonly stack?: string;
  readonly contract?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly native?: boolean;
  readonly language: ProgramOptions["language"];
}

/**
 * The folder, the project and the language of the program.
 * @throws {CommandError} the folder holds something
 */
export function targetOf({ out, name, force = false, native = false, language }: WriteOptions) {
  const folder = resolve(out);
  refuseUsedFolder(folder, force, language);
  // Other languages have no dynamic providers.
  return { folder, name: projectName(folder, name), language, native: native || language !== "typescript" };
}

/**
 * The project's name: that of `Pulumi.yaml` where there is one, since the stack's configuration depends on it; else the
 * wanted one; else that of the folder.
 */
function projectName(folder: string, wanted?: string): string {
  const file = join(folder, "Pulumi.yaml");
  const there = existsSync(file) ? /^name:\s*["']?([\w.-]+)/m.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  // Pulumi takes ASCII only.
  const words = basename(folder)
    .replace(/[^A-Za-z0-9_.]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return there ?? wanted ?? (words || "lumenone");
}

/**
 * Reads what is selected, writes its program, and shows the notes.
 * @param more files beside those of the program
 */
export async function writeProgram(
  program: ProgramOptions,
  selection: Selection,
  reporter: Reporter,
  more: (plan: ProgramPlan) => readonly ProgramFile[] = () => [],
) {
  const { folder, name, prefix, found } = program;
  const begun = Date.now();
  reporter.warn(`LumenOne is ${hostOf(found)}`);
  reporter.step(`Reading ${selection.all ? "all organizations" : selection.organizations.join(", ")}`);
  const context = cliContext(
    found.settings,
    (message) => reporter.warn(message),
    (count) => reporter.progress(`Reading: ${count} requests`),
  );
  const tenant = await readTenant(context, selection);
  const clone = prefix !== undefined;
  // What the stack has configured for the program itself. A copy gets credentials of its own.
  const own = clone ? [] : [...found.config].filter(([key]) => key.startsWith(`${name}:`));
  const configured = new Map(own.map(([key, value]) => [key.slice(name.length + 1), value]));
  const plan = await planProgram(tenant, context, { clone, configured });
  const files = [...programFiles(plan, program), ...more(plan)];
  writeFiles(folder, files);

  const resources: Record<string, number> = {};
  for (const { kind } of declarationsOf(plan)) resources[kind] = (resources[kind] ?? 0) + 1;
  const seconds = Math.round((Date.now() - begun) / 100) / 10;
  for (const note of plan.notes) reporter.warn(`note: ${note}`);
  return {
    secrets: plan.secrets,
    notes: plan.notes,
    files: files.map(({ path }) => path),
    resources,
    /** `2 Workspace, 1 Folder`. */
    summary: Object.entries(resources)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", "),
    requests: context.api.count(),
    seconds,
  };
}

/** Says how to go on. @param more the commands after those that every program needs */
export function sayNext(
  out: string,
  stack: string,
  { language, native }: ProgramOptions,
  more: readonly string[],
  reporter: Reporter,
): void {
  const install = language === "typescript" ? "npm install && " : "";
  const commands = [
    `cd ${out} && ${install}pulumi stack init ${stack}`,
    ...(native ? ["npx pulumi-lumenone plugin install"] : []),
    "pulumi config set --secret lumenone:apiKey",
    ...more,
  ];
  reporter.say("Next:");
  for (const command of commands) reporter.say(`  ${command}`);
}
