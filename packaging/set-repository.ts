/** `npm run repository -- https://HOST/OWNER/NAME`: sets the address of the repository wherever it is named. */
import * as fs from "node:fs";
import * as path from "node:path";
import { root } from "./packages";
import { files, repositoryUrl } from "./repository";

const before = repositoryUrl();
const [, , url = ""] = process.argv;
if (!/^https:\/\/[\w.-]+(?:\/[\w.-]+)+(?<!\.git)$/.test(url)) {
  console.error("npm run repository -- https://HOST/OWNER/NAME (without .git, and without a slash at the end)");
  process.exit(64);
}
for (const name of files) {
  const file = path.join(root, name);
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replaceAll(before, url));
}
console.log(`The repository is ${url} (was ${before}).`);
