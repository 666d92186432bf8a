import * as fs from "node:fs";
import * as path from "node:path";

const UNFINISHED = ".unfinished-";

/**
 * Fills a folder in one step: `fill` works in a folder beside it, which is renamed when it is complete. A killed
 * process leaves an unfinished folder and never half an installation; the next one sweeps it. Call it under the lock.
 */
export async function intoPlace(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const parent = path.dirname(target);
  fs.mkdirSync(parent, { recursive: true });
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(UNFINISHED))) remove(parent, name);
  const folder = fs.mkdtempSync(path.join(parent, UNFINISHED));
  try {
    await fill(folder);
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(folder, target);
  } finally {
    remove(parent, path.basename(folder));
  }
}

function remove(parent: string, name: string): void {
  fs.rmSync(path.join(parent, name), { recursive: true, force: true });
}
