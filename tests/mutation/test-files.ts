import * as fs from "node:fs";
import * as path from "node:path";

/** Fast tests that no mutant can fail: they run the compiled provider in a process of its own, or test something else. */
const others = [
  /fast\/(build-progress|demo-recording|fold-overlay|functions|generated-files|handlers|host-process)\./,
  /fast\/(explained-mutants|markdown|promises|start-up|supply-chain)\./,
  /fast\/(command|docs|plugin|simulator)\//,
  /fast\/client\/contract-overlay\./,
];

/** The files of tests that can notice a mutant, from the root of the repository. */
export function testFiles(root: string): string[] {
  return fs
    .readdirSync(path.join(root, "tests/fast"), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join("tests/fast", file.split(path.sep).join("/")))
    .filter((file) => file.endsWith(".test.ts") && !others.some((other) => other.test(file)))
    .sort();
}
