import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "./folders";

/** `CHANGELOG.md`, with links as they are from `docs/reference/`. */
export function changelogPage(): string {
  const text = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  return text.replace(
    /\]\((?![a-z]+:|#)([^)]+)\)/g,
    (_, link: string) => `](${posix.relative("docs/reference", link)})`,
  );
}
