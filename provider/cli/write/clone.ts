import { resolve } from "node:path";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings, settingsOptions } from "../settings/read-settings";
import { cliContext } from "../tenant/cli-context";
import { readTenant } from "../tenant/read-tenant";
import { planProgram } from "./plan-program";
import { programFiles } from "./program-files";
import { type ProgramLanguage } from "./program-options";
import { projectName } from "./project-name";
import { refuseUsedFolder, writeFiles } from "./write-files";
import { countKinds, summary } from "./import-tenant";

/** Options of `clone`. */
export interface CloneOptions {
  readonly from: readonly string[];
  readonly prefix: string;
  readonly out: string;
  readonly stack?: string;
  readonly contract?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly native?: boolean;
  readonly language?: ProgramLanguage;
}

/** Writes a program that creates the same objects again, under other names. */
export async function clone(options: CloneOptions, reporter: Reporter): Promise<number> {
  const { from, prefix, out, force = false, language = "typescript" } = options;
  // Other languages have no dynamic providers.
  const native = options.native === true || language !== "typescript";
  if (prefix.trim() === "") {
    throw new CommandError("--prefix is empty: the copy would have the name of its model.", exitCode.usage);
  }
  const folder = resolve(out);
  refuseUsedFolder(folder, force, language);
  const found = await readSettings(settingsOptions(options));
  const { settings } = found;
  reporter.warn(`LumenOne is ${hostOf(found)}`);
  reporter.step(`Reading ${from.join(", ")}`);
  const context = cliContext(
    settings,
    (message) => reporter.warn(message),
    (count) => reporter.progress(`Reading: ${count} requests`),
  );
  const tenant = await readTenant(context, { organizations: from, all: false });
  const plan = await planProgram(tenant, context, { clone: true, configured: new Map() });
  const facts = {
    name: projectName(folder, options.name),
    origin: settings.origin,
    accountId: settings.accountId,
  };
  const files = programFiles(plan, facts, { language, protect: false, prefix, native });
  writeFiles(folder, files);

  const resources = countKinds(plan);
  for (const note of plan.notes) reporter.warn(`note: ${note}`);
  reporter.say(`A program for new objects is in ${out} (${summary(resources)}).`);
  reporter.say("Next:");
  reporter.say(`  cd ${out} && ${language === "typescript" ? "npm install && " : ""}pulumi stack init staging`);
  if (native) reporter.say("  npx pulumi-lumenone plugin install");
  reporter.say("  pulumi config set --secret lumenone:apiKey");
  // A copy gets credentials of its own: those of its model are not carried along.
  for (const { name, what } of plan.secrets) reporter.say(`  pulumi config set --secret ${name} '{...}'   # ${what}`);
  reporter.say("  pulumi up");
  reporter.result({
    folder: out,
    resources,
    requests: context.api.count(),
    files: files.map(({ path }) => path),
    secrets: plan.secrets.map(({ name, what }) => ({ name, what })),
    notes: plan.notes,
  });
  return exitCode.done;
}
