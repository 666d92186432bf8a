import { ApiError } from "../../errors/api-error";
import { defaultFolder } from "../../definitions/document/docpath";
import { documentsIn, foldersIn } from "../../definitions/document/folders-in";
import { confirm } from "../console/confirm";
import { markdownTable } from "../console/markdown-table";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings } from "../settings/read-settings";
import { cliContext, type CliContext } from "../tenant/cli-context";

/** Options of `sweep`. */
export interface SweepOptions {
  readonly prefix?: string;
  readonly yes?: boolean;
  readonly stack?: string;
  readonly contract?: string;
  readonly allAccounts?: boolean;
  readonly dryRun?: boolean;
}

/** Removes organizations whose names begin with a prefix, their content first. */
export async function sweep(options: SweepOptions, reporter: Reporter): Promise<number> {
  const prefix = options.prefix ?? "";
  if (prefix.trim().length < 3) {
    throw new CommandError(
      "sweep needs --prefix with at least three characters: it removes every organization whose name begins with it.",
      exitCode.usage,
    );
  }
  const found = await readSettings(options);
  const { accountId } = found.settings;
  if (accountId === undefined && !options.allAccounts) {
    throw new CommandError(
      "sweep needs an account (lumenone:accountId, or LUMENONE_ACCOUNT_ID): without one, LumenOne lists the organizations " +
        "of every account. Give --all-accounts where that is meant.",
      exitCode.usage,
    );
  }
  const settings = options.allAccounts ? { ...found.settings, accountId: undefined } : found.settings;
  const context = cliContext(settings, (message) => reporter.warn(message));
  const where = `${options.allAccounts ? "every account" : `account ${accountId}`} at ${hostOf(found)}`;
  reporter.warn(`Looking for organizations that begin with ${prefix} in ${where}`);
  const leftovers = await find(context, prefix);
  if (leftovers.length === 0) {
    reporter.say(`No organization begins with ${prefix}.`);
    reporter.result({ removed: [], failed: [] });
    return exitCode.done;
  }
  const rows = leftovers.map(({ account, slug, name, workspaces, tools, folders, documents }) => [
    account.accountId ?? "",
    slug,
    name,
    ...[workspaces.length, tools.length, folders.length, documents].map(String),
  ]);
  const head = ["account", "organization", "name", "workspaces", "tools", "folders", "documents"];
  for (const line of markdownTable(head, rows)) reporter.say(line);
  if (options.dryRun) {
    reporter.result({
      found: leftovers.map(({ slug, account }) => ({ organization: slug, ...account })),
      removed: [],
      failed: [],
    });
    return exitCode.done;
  }
  const what = leftovers.length === 1 ? "this organization" : `these ${leftovers.length} organizations`;
  await confirm(
    `Removes ${what} with everything inside from ${where}. This cannot be undone.`,
    prefix,
    options.yes === true,
  );

  const removed: string[] = [];
  const failed: { organization: string; error: string }[] = [];
  for (const leftover of leftovers) {
    reporter.step(`Removing ${leftover.slug}`);
    try {
      await remove(context, leftover);
      removed.push(leftover.slug);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      failed.push({ organization: leftover.slug, error: text });
      reporter.warn(`${leftover.slug}: ${text}`);
    }
  }
  reporter.say(`${removed.length} removed${failed.length > 0 ? `, ${failed.length} failed` : ""}.`);
  reporter.result({ removed, failed });
  return failed.length > 0 ? exitCode.failed : exitCode.done;
}

/** The organizations to remove, with their content. */
async function find({ api, accountId }: CliContext, prefix: string) {
  const own = accountId === undefined ? {} : { accountId };
  const all = await api.list("listOrganizations", own);
  const ours = all.filter(({ name }) => typeof name === "string" && name.startsWith(prefix));
  return Promise.all(
    ours.map(async (item) => {
      const account = typeof item["accountId"] === "string" ? { accountId: item["accountId"] } : own;
      const slug = String(item["slug"]);
      const call = { parameters: { orgSlug: slug }, ...account };
      const [workspaces, tools, tree] = await Promise.all([
        api.list("listOrganizationWorkspaces", call),
        api.list("listOrganizationTools", call),
        api.one("listDocuments", call),
      ]);
      const folders = foldersIn(tree);
      return {
        slug,
        name: String(item["name"]),
        account,
        workspaces: workspaces.map((workspace) => String(workspace["slug"])),
        tools: tools.map((tool) => String(tool["id"])),
        folders: folders.map((folder) => String(folder["name"])).filter((name) => name !== defaultFolder),
        documents: folders.flatMap(documentsIn).length,
      };
    }),
  );
}

type Leftover = Awaited<ReturnType<typeof find>>[number];

/** It is assumed that deleting an organization deletes its content, so the content goes first. */
async function remove({ api }: CliContext, { slug, account, workspaces, tools, folders }: Leftover): Promise<void> {
  const gone = (error: unknown) => {
    if (!(error instanceof ApiError) || error.reason !== "notFound") throw error;
  };
  const below = [
    ...workspaces.map((workspace) => api.one("deleteWorkspace", { parameters: { slug: workspace }, ...account })),
    ...tools.map((toolId) => api.one("deleteOrganizationTool", { parameters: { orgSlug: slug, toolId }, ...account })),
    ...folders.map((name) => api.one("deleteFolder", { parameters: { orgSlug: slug }, fields: { name }, ...account })),
  ];
  // Waits for all: a late deletion would find its organization gone.
  const ended = await Promise.allSettled(below.map((call) => call.catch(gone)));
  const refused = ended.find((each) => each.status === "rejected");
  if (refused) throw refused.reason;
  await api.one("deleteOrganization", { parameters: { orgSlug: slug }, ...account }).catch(gone);
}
