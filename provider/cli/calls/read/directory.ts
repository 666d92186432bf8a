import { type Client } from "../../../client/client";
import { result, results } from "../../../functions/result";
import { CommandError } from "../../exit-code";
import { plainName } from "./plain-text";

/** A workspace whose calls are summed. */
export interface KnownWorkspace {
  readonly id: number | undefined;
  readonly slug: string;
  /** Its slug and that of its organization, to be shown. */
  readonly names: { readonly workspace: string; readonly organization: string };
}

/** Selects the calls to sum, and names their workspaces. */
export interface Directory {
  /** By their id, which is all that a call log has. */
  readonly workspaces: ReadonlyMap<number, KnownWorkspace>;
  /** Ids of workspaces of other accounts: their calls are not meant. */
  readonly elsewhere: ReadonlySet<number>;
  /** Each is asked for by its slug; undefined: all calls of the company are read at once. */
  readonly only: readonly KnownWorkspace[] | undefined;
}

/** The part of LumenOne to report on. */
export interface Scope {
  readonly accountId?: string | undefined;
  readonly organization?: string | undefined;
  readonly workspace?: string | undefined;
}

type Organization = { readonly slug: string; readonly accountId: string | undefined };

/**
 * Reads the workspaces: two requests, and one for each organization. Call logs cover all accounts of the company, and name
 * a workspace by its id only.
 * @throws {CommandError} the organization or the workspace does not exist
 */
export async function readDirectory(client: Client, { accountId, organization, workspace }: Scope): Promise<Directory> {
  const own = await organizationsOf(client, accountId);
  const meant = organization === undefined ? own : own.filter(({ slug }) => slug === organization);
  if (organization !== undefined && meant.length === 0) {
    throw new CommandError(`There is no organization ${plainName(organization)}${inAccount(accountId)}.`);
  }
  const found = (await Promise.all(meant.map((each) => workspacesOf(client, each)))).flat();
  const only = workspace === undefined ? found : found.filter(({ slug }) => slug === workspace);
  if (workspace !== undefined && only.length === 0) {
    const where = organization === undefined ? inAccount(accountId) : ` in the organization ${plainName(organization)}`;
    throw new CommandError(`There is no workspace ${plainName(workspace)}${where}.`);
  }
  const isAll = organization === undefined && workspace === undefined;
  return {
    workspaces: new Map(only.flatMap((each) => (each.id === undefined ? [] : [[each.id, each] as const]))),
    elsewhere: isAll && accountId !== undefined ? await workspacesElsewhere(client, own) : new Set<number>(),
    only: isAll ? undefined : only,
  };
}

const inAccount = (accountId: string | undefined) => (accountId === undefined ? "" : ` in the account ${accountId}`);

async function organizationsOf(client: Client, accountId: string | undefined): Promise<Organization[]> {
  const listed = results(await client.listOrganizations({}, undefined, { accountId: accountId ?? null }));
  return listed.map((each) => {
    const { slug, accountId: its } = each as { slug?: unknown; accountId?: unknown };
    return { slug: String(slug), accountId: accountId ?? (typeof its === "string" ? its : undefined) };
  });
}

async function workspacesElsewhere(client: Client, own: readonly Organization[]): Promise<Set<number>> {
  const ours = new Set(own.map(({ slug }) => slug));
  const all = await organizationsOf(client, undefined);
  // The workspaces of an organization cannot be listed without its account: its calls then belong to unknown workspaces.
  const others = all.filter(({ slug, accountId }) => !ours.has(slug) && accountId !== undefined);
  const found = await Promise.all(others.map((each) => workspacesOf(client, each)));
  return new Set(found.flat().flatMap(({ id }) => id ?? []));
}

async function workspacesOf(client: Client, { slug: organization, accountId }: Organization) {
  const account = accountId === undefined ? {} : { accountId };
  const listed = await client.listOrganizationWorkspaces({ orgSlug: organization }, undefined, account);
  return listed.map((each): KnownWorkspace => {
    const { id, slug } = result(each) as { id?: unknown; slug?: unknown };
    const names = { workspace: plainName(String(slug)), organization: plainName(organization) };
    return { id: id === undefined || id === null ? undefined : Number(id), slug: String(slug), names };
  });
}
