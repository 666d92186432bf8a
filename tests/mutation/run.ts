import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import { seeded } from "../support/seeded";
import { type Mutant, mutantsOf } from "./mutants-of";

/**
 * Changes the lifecycle, the client and the fleet in small ways, one at a time, and runs the fast tests: what no test notices
 * is printed. `npm run mutants -- COUNT [FOLDER ...]` tries COUNT mutants of these folders, chosen by LUMENONE_MUTANTS_SEED. It
 * changes source files and puts them back: run it in a clone of its own.
 */
const root = path.resolve(__dirname, "../..");
const [count = "50", ...given] = process.argv.slice(2);
const folders = given.length > 0 ? given : ["provider/lifecycle", "provider/client", "provider/cli/fleet"];
const seed = Number(process.env["LUMENONE_MUTANTS_SEED"] ?? Date.now() % 1_000_000);
const limit = Number(process.env["LUMENONE_MUTANTS_SECONDS"] ?? Infinity) * 1000;

function filesBelow(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : filesBelow(file);
    return entry.name.endsWith(".ts") ? [file] : [];
  });
}

/** The compiled file is what the host process runs. */
function write(file: string, source: string): void {
  fs.writeFileSync(path.join(root, file), source);
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  const compiled = file.replace(/^provider\//, "provider/dist/").replace(/\.ts$/, ".js");
  fs.writeFileSync(path.join(root, compiled), outputText);
}

/** The tests that are most likely to notice, by folder: they run first, and the others only when these do not. */
const near: readonly (readonly [folder: string, tests: string])[] = [
  ["provider/lifecycle", "fast/(lifecycle|faults|resources)"],
  ["provider/client", "fast/client"],
  ["provider/cli/fleet", "fast/fleet"],
];

let endless = 0;

function fails(...more: readonly string[]): boolean {
  const args = ["jest", "--selectProjects", "fast", "--bail", "--silent", "--maxWorkers=2", ...more];
  const { status, signal } = spawnSync("npx", args, { cwd: root, stdio: "ignore", timeout: 600_000 });
  // A loop without an end. On a busy machine it can also be tests that take their time, so they are counted apart.
  if (signal !== null) endless++;
  return status !== 0;
}

/** Whether a fast test fails with this mutant. */
function isNoticed({ file, text }: Mutant): boolean {
  const [, tests = "fast"] = near.find(([folder]) => file.startsWith(folder)) ?? [];
  const before = fs.readFileSync(path.join(root, file), "utf8");
  write(file, text);
  try {
    return fails("--testPathPatterns", tests) || fails();
  } finally {
    write(file, before);
  }
}

const all = folders
  .flatMap(filesBelow)
  .flatMap((file) => mutantsOf(file, fs.readFileSync(path.join(root, file), "utf8")));
const random = seeded(seed);
const chosen = all
  .map((mutant) => ({ mutant, at: random() }))
  .sort((one, other) => one.at - other.at)
  .slice(0, Number(count))
  .map(({ mutant }) => mutant);

const end = Date.now() + limit;
const survived: Mutant[] = [];
let tried = 0;
for (const mutant of chosen) {
  if (Date.now() > end) break;
  tried++;
  if (isNoticed(mutant)) continue;
  survived.push(mutant);
  process.stdout.write(`survived: ${mutant.file}:${mutant.line} ${mutant.change}\n`);
}
process.stdout.write(
  `seed ${seed}: ${tried} of ${all.length} mutants tried, ${survived.length} survived, ${endless} without an end\n`,
);
process.exit(survived.length > 0 ? 2 : 0);
