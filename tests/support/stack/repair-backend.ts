import * as fs from "node:fs";
import * as path from "node:path";
import { isWhole } from "./is-whole";

/**
 * Brings the file backend back to work after a SIGKILL of the CLI, as its user would. A write that was cut off leaves
 * half a file: the state itself (then its backup takes its place) or one of the `.attrs` files beside it, on which the
 * CLI fails as on the state. And the lock of a CLI that is dead is what `pulumi cancel` removes. All three are the
 * backend's own affair: with Pulumi Cloud there is none of them.
 *
 * @returns what had to be repaired, locks excepted: every kill leaves one
 */
export function repairBackend(stateFile: string): string[] {
  const repaired: string[] = [];
  const folder = path.dirname(stateFile);
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith(".attrs") || isWhole(path.join(folder, name))) continue;
    fs.rmSync(path.join(folder, name));
    repaired.push(name);
  }
  if (!isWhole(stateFile)) {
    const backup = `${stateFile}.bak`;
    if (!isWhole(backup)) throw new Error(`Neither ${stateFile} nor its backup can be read`);
    fs.copyFileSync(backup, stateFile);
    fs.rmSync(`${stateFile}.attrs`, { force: true });
    repaired.push(path.basename(stateFile));
  }
  const root = stateFile.slice(0, stateFile.lastIndexOf(`${path.sep}stacks${path.sep}`));
  fs.rmSync(path.join(root, "locks"), { recursive: true, force: true });
  return repaired;
}
