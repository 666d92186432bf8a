import * as fs from "node:fs";
import * as path from "node:path";
import { PLUGIN_SCRIPTS } from "./plugin-scripts";

/**
 * Puts beside a CLI of ours what the official installer puts there: the Node language host and the host of dynamic
 * providers. They would also be found on PATH, but the engine warns of every one that it finds there only.
 */
export function completeInstallation(binDir: string): void {
  for (const script of Object.values(PLUGIN_SCRIPTS)) {
    const beside = path.join(binDir, path.basename(script));
    const there = fs.existsSync(beside) ? fs.readFileSync(beside) : undefined;
    const content = fs.readFileSync(script);
    // The official language host is a binary; a script is a copy of ours, perhaps an older one.
    if (there?.equals(content) || (there && there.subarray(0, 2).toString() !== "#!")) continue;
    // Renamed into place: several processes may do this at once, and another may be starting it.
    const fresh = `${beside}.${process.pid}`;
    fs.writeFileSync(fresh, content, { mode: 0o755 });
    fs.renameSync(fresh, beside);
  }
}
