import * as path from "node:path";

/** The root of the repository. */
export const root = path.resolve(__dirname, "..");

/** Folders of the packages that are published. */
export const packages = ["provider", "simulator"] as const;

/** What packaging reads of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}
