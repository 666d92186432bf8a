import { join } from "node:path";

export { repositoryUrl } from "../../../packaging/repository.js";

/** The repository's folder. */
export const root = join(import.meta.dirname, "../../..");

/** The folder of the pages. */
export const docs = join(root, "docs");
