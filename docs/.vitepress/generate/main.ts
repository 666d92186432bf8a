/** Writes the pages of the site that are derived from other files, into `docs/reference/`, which git ignores. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { changelogPage } from "./changelog-page";
import { operations } from "./contract";
import { contractPage } from "./contract-page";
import { docs } from "./folders";
import { functionPage } from "./function-page";
import { helpPage } from "./help-page";
import { resourcePage } from "./resource-page";
import { nameOf, schema } from "./schema";

const byName = (names: string[], page: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [`reference/${name}.md`, page(name)]));

/** The pages' contents by their path in `docs/`. */
function pages(): Record<string, string> {
  return {
    ...byName(Object.keys(schema.resources).map(nameOf), resourcePage),
    ...byName(Object.keys(schema.functions).map(nameOf), functionPage),
    "reference/contract.md": contractPage(),
    "reference/contract.json": JSON.stringify(operations),
    "reference/commands.md": helpPage(),
    "reference/changelog.md": changelogPage(),
  };
}

rmSync(join(docs, "reference"), { recursive: true, force: true });
for (const [path, content] of Object.entries(pages())) {
  const file = join(docs, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
