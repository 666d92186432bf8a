import { documentName } from "../../definitions/document/docpath";
import { type TenantDocument, type TenantObject } from "../tenant/tenant";
import { kebab } from "./names";

/** The words of a document's name: its title without the ending. */
export function titleWords({ id, remote }: TenantDocument): string {
  const title = typeof remote["title"] === "string" ? remote["title"] : "";
  return kebab(title.replace(/\.\w{1,5}$/, "")) || kebab(documentName(id).replace(/\.json$/, "")) || "document";
}

/** The words of an object's name: its name, its slug, else its kind. */
export function wordsOf({ kind, id, remote }: TenantObject): string {
  const name = typeof remote["name"] === "string" ? remote["name"] : "";
  return kebab(name) || kebab(id) || kebab(kind);
}
