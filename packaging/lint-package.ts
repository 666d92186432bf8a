/** publint and "are the types wrong" on both packages, packed as they would be published. */
import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packages, root } from "./packages";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-lint-package-"));

function run(...command: [name: string, ...args: string[]]): boolean {
  const [name, ...args] = command;
  return spawnSync(path.join(root, "node_modules/.bin", name), args, { cwd: root, stdio: "inherit" }).status === 0;
}

let good = true;
try {
  for (const name of packages) {
    const options = ["pack", "--json", "--pack-destination", folder];
    const packed = execFileSync("npm", options, { cwd: path.join(root, name), encoding: "utf8" });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    const archive = path.join(folder, filename);
    good = run("publint", "run", archive, "--strict") && good;
    // The JSON schema is no module: nothing imports it without `with { type: "json" }`.
    good = run("attw", archive, "--exclude-entrypoints", "tenant.schema.json", "--format", "table-flipped") && good;
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
process.exitCode = good ? 0 : 1;
