import { join } from "node:path";

/** The repository's folder. */
export const root = join(__dirname, "../../..");

/** The folder of the pages. */
export const docs = join(root, "docs");
