import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { machine } from "./machine";
import { writeReport } from "./report/performance";
import { readResults, type TypeCost, writeResults } from "./results";
import { runBench } from "./run-bench";

/** `npm run bench:types`: what our types cost the compiler on examples/tenant, and what the same program costs without. */
const root = path.resolve(__dirname, "..");
const example = path.join(root, "examples/tenant");

/** @param ours whether the program sees our types, or `any` in their place */
function costOf(ours: boolean): TypeCost {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-types-"));
  try {
    fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    fs.copyFileSync(path.join(example, "index.ts"), path.join(folder, "index.ts"));
    fs.writeFileSync(path.join(folder, "untyped.d.ts"), "declare const untyped: any;\nexport = untyped;\n");
    const { compilerOptions } = JSON.parse(fs.readFileSync(path.join(example, "tsconfig.json"), "utf8")) as {
      compilerOptions: object;
    };
    const paths = ours ? {} : { paths: { "pulumi-lumenone": ["./untyped.d.ts"] } };
    const config = { compilerOptions: { ...compilerOptions, noEmit: true, ...paths }, files: ["index.ts"] };
    fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = require.resolve("typescript/bin/tsc");
    const runs = [1, 2, 3].map(() =>
      execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" }),
    );
    const figure = (output: string, name: string): number =>
      Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
    const least = (name: string) => Math.min(...runs.map((output) => figure(output, name)));
    return {
      types: least("Types"),
      instantiations: least("Instantiations"),
      checkSeconds: least("Check time"),
      memoryBytes: least("Memory used") * 1024,
    };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const types = { with: costOf(true), without: costOf(false) };
  const results = readResults();
  await writeResults({ ...results, types, machine: { ...results.machine, ...(await machine()) } });
  await writeReport(readResults());
  console.log(types);
}

runBench(main);
