import * as fs from "node:fs";
import * as path from "node:path";
import { isWhole } from "../stack/is-whole";

/**
 * A SIGKILL of the CLI while it writes can cut off a state, or a file of attributes beside it, in a backend made of files.
 * That is the backend's own: a state's backup takes its place. Locks stay.
 * @returns what had to be repaired
 */
export function repairStates(folder: string): string[] {
  const states = path.join(folder, "backend", ".pulumi", "stacks", "fleet");
  const repaired = fs.readdirSync(states).filter((name) => !isWhole(path.join(states, name)));
  for (const name of repaired) {
    const file = path.join(states, name);
    fs.rmSync(file);
    if (name.endsWith(".json") && fs.existsSync(`${file}.bak`)) fs.copyFileSync(`${file}.bak`, file);
  }
  return repaired;
}
