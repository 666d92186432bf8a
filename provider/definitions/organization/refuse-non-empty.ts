import { type Subject } from "../../lifecycle/object/subject";
import { type Values } from "../../lifecycle/state/values";
import { foldersIn, itemsIn } from "../document/folders-in";

const shown = 10;

function refuse(subject: Subject, inside: string[]): void {
  if (inside.length === 0) return;
  const more = inside.length > shown ? ` and ${inside.length - shown} more` : "";
  throw subject.error(
    `it was not deleted, since that would also delete what is in it: ${inside.slice(0, shown).join(", ")}${more}.`,
    "Remove these first; or set `forceDestroy: true`, run `pulumi up`, and delete then.",
  );
}

function named(kind: string, item: Values): string {
  return `${kind} ${String(item["slug"] ?? item["name"])}`;
}

/** The folders in an organization's storage. */
async function foldersOf(subject: Subject, orgSlug: string): Promise<Values[]> {
  return foldersIn(await subject.one("listDocuments", { parameters: { orgSlug }, proof: true }));
}

/** Deleting an organization takes its workspaces and documents: refused unless `forceDestroy` stands in the state. */
export async function refuseNonEmptyOrganization(organization: Subject): Promise<void> {
  if (organization.values["forceDestroy"] === true) return;
  const parameters = { orgSlug: organization.id };
  const workspaces = await organization.list("listOrganizationWorkspaces", { parameters, proof: true });
  const folders = await foldersOf(organization, organization.id);
  refuse(organization, [
    ...workspaces.map((item) => named("workspace", item)),
    ...folders.flatMap(itemsIn).map((item) => named("document", item)),
  ]);
}

/** Deleting a folder takes its documents: refused unless `forceDestroy` stands in the state. */
export async function refuseNonEmptyFolder(subject: Subject): Promise<void> {
  const { forceDestroy, organization, name } = subject.values;
  if (forceDestroy === true) return;
  const folder = (await foldersOf(subject, String(organization))).find((item) => item["name"] === name);
  if (folder)
    refuse(
      subject,
      itemsIn(folder).map((item) => named("document", item)),
    );
}
