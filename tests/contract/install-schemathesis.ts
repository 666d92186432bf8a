import * as fs from "node:fs";
import * as path from "node:path";
import { intoPlace } from "../support/pulumi-cli/into-place";
import { keptFolder } from "../support/pulumi-cli/kept-folder";
import { runToEnd } from "../support/pulumi-cli/run-to-end";
import { withLock } from "../support/pulumi-cli/with-lock";

const version = "4.32.5";

/**
 * Schemathesis in a Python environment of its own, in the user's cache beside the Pulumi CLI. Needs `python3` with `venv`.
 * @returns path of that environment's Python
 */
export async function installSchemathesis(): Promise<string> {
  const target = path.join(keptFolder(), `schemathesis-${version}`);
  const python = path.join(target, "bin", "python");
  if (fs.existsSync(python)) return python;
  process.stdout.write(`schemathesis ${version}: installing into ${target}\n`);
  const waiting = (owner: number) => void process.stdout.write(`  waiting for process ${owner}, which installs it\n`);
  const install = async () => {
    if (fs.existsSync(python)) return;
    await intoPlace(target, async (folder) => {
      await runToEnd("python3", ["-m", "venv", folder], { cwd: path.dirname(folder), seconds: 120 });
      const pip = ["-m", "pip", "install", "--quiet", `schemathesis==${version}`];
      await runToEnd(path.join(folder, "bin", "python"), pip, { cwd: folder, seconds: 600 });
    });
  };
  await withLock(`${target}.lock`, install, waiting);
  return python;
}
