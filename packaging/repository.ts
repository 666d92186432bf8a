import * as fs from "node:fs";
import * as path from "node:path";
import { packages, root } from "./packages";

/** Files that name the repository: set and checked together. */
export const files = [
  "package.json",
  ...packages.flatMap((folder) => [`${folder}/package.json`, `${folder}/README.md`]),
] as const;

/** The address of the repository, without a slash at its end. `repository` of the root's package.json is the one place to set it. */
export function repositoryUrl(): string {
  const { repository } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { repository: string };
  return repository;
}

/** What a package.json says of the repository. npm compares `repository` with where it was built (provenance). */
export function repositoryFields(url: string, directory: string) {
  return {
    homepage: `${url}/tree/main/${directory}#readme`,
    bugs: `${url}/issues`,
    repository: { type: "git", url: `git+${url}.git`, directory },
  };
}
