/** Writes the pages of the site that are derived from other files, into `docs/reference/`, which git ignores. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { changelogPage } from "./changelog-page";
import { docs } from "./folders";

/** The pages' contents by their path in `docs/`. */
function pages(): Record<string, string> {
  return { "reference/changelog.md": changelogPage() };
}

rmSync(join(docs, "reference"), { recursive: true, force: true });
for (const [path, content] of Object.entries(pages())) {
  const file = join(docs, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
