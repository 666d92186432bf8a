import { createSimulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { lumenoneConfig } from "../lumenone-config";
import { version } from "../../../provider/client/version";
import { scenarioSeed } from "../scenarios/seed";
import { testStack } from "../stack";
import { program } from "./program";
import { recordedFolder, recordedOrigin } from "./release";

/**
 * `npm run record-state`: brings the program up with this release, and keeps the state, LumenOne's side and the program
 * in `tests/recorded/VERSION/`. A release that is out is never recorded again; before it is out, `-- --force` does it.
 * Secrets in the state are encrypted with the passphrase of all test stacks, and are secrets of nobody.
 */
async function record(): Promise<void> {
  const folder = path.join(recordedFolder, version);
  if (fs.existsSync(folder) && !process.argv.includes("--force"))
    throw new Error(`${path.relative("", folder)} exists: a release is recorded once (--force, while it is not out)`);
  const simulator = await createSimulator({ seed: scenarioSeed });
  const stack = await testStack({ config: lumenoneConfig(simulator) });
  await stack.up(program);

  fs.mkdirSync(folder, { recursive: true });
  const state = stack.stateFile().bytes.toString().replaceAll(simulator.url, recordedOrigin);
  write(path.join(folder, "state.json"), withoutMachine(JSON.parse(state)));
  write(path.join(folder, "server.json"), simulator.snapshot());
  fs.copyFileSync(path.join(__dirname, "program.ts"), path.join(folder, "program.ts"));
  await simulator.close();
  stack.dispose();
  process.stdout.write(`${path.relative("", folder)} holds what ${version} writes\n`);
}

/** Without the places in source files: they are paths of the machine that recorded. */
function withoutMachine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMachine);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== "sourcePosition" && name !== "stackTrace");
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutMachine(inner)]));
}

function write(file: string, content: unknown): void {
  fs.writeFileSync(file, `${JSON.stringify(content, undefined, 1)}\n`);
}

record().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
