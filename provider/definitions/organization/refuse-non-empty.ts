import { type Context } from "../../lifecycle/process/context";
import { ResourceError } from "../../lifecycle/errors/resource-error";
import { isObject, type Values } from "../../lifecycle/state/values";
import { foldersIn, itemsIn } from "../document/folders-in";

const shown = 10;

function refuse(resource: string, inside: string[]): never {
  const more = inside.length > shown ? ` and ${inside.length - shown} more` : "";
  throw new ResourceError(
    resource,
    `it was not deleted, since that would also delete what is in it: ${inside.slice(0, shown).join(", ")}${more}.`,
    "Remove these first; or set `forceDestroy: true`, run `pulumi up`, and delete then.",
  );
}

function named(kind: string, item: Values): string {
  return `${kind} ${String(item["slug"] ?? item["name"])}`;
}

/** The tree of an organization's documents. */
async function tree(context: Context, orgSlug: string, state: Values): Promise<Values[]> {
  const account = typeof state["accountId"] === "string" ? { accountId: state["accountId"] } : {};
  return foldersIn(await context.api.call("listDocuments", { parameters: { orgSlug }, ...account, proof: true }));
}

/** Deleting an organization takes its workspaces and documents: refused unless `forceDestroy` stands in the state. */
export async function refuseNonEmptyOrganization(context: Context, id: string, state: Values): Promise<void> {
  if (state["forceDestroy"] === true) return;
  const account = typeof state["accountId"] === "string" ? { accountId: state["accountId"] } : {};
  const call = { parameters: { orgSlug: id }, ...account, proof: true };
  const workspaces = await context.api.call("listOrganizationWorkspaces", call);
  // Read as an empty list, it would let a full organization be deleted.
  if (!Array.isArray(workspaces))
    throw new Error("listOrganizationWorkspaces was answered with something that is no list.");
  const inside = workspaces.filter(isObject).map((item) => named("workspace", item));
  for (const folder of await tree(context, id, state)) {
    inside.push(...itemsIn(folder).map((item) => named("document", item)));
  }
  if (inside.length > 0) refuse(`Organization (${id})`, inside);
}

/** Deleting a folder takes its documents: refused unless `forceDestroy` stands in the state. */
export async function refuseNonEmptyFolder(context: Context, id: string, state: Values): Promise<void> {
  if (state["forceDestroy"] === true) return;
  const folders = await tree(context, String(state["organization"]), state);
  const folder = folders.find((item) => item["name"] === state["name"]);
  const inside = folder ? itemsIn(folder).map((item) => named("document", item)) : [];
  if (inside.length > 0) refuse(`Folder (${id})`, inside);
}
