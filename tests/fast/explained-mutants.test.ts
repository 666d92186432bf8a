import * as fs from "node:fs";
import * as path from "node:path";
import { readExplanations } from "../mutation/explanations";

const root = path.resolve(__dirname, "../..");
const explanations = Object.entries(readExplanations(root));

test("each explained mutant names a line of its file, and a reason", () => {
  const wrong = explanations.flatMap(([file, all]) => {
    const source = fs.readFileSync(path.join(root, file), "utf8");
    const lines = new Set(source.split("\n").map((line) => line.trim()));
    return all
      .filter(({ line, mutant, why }) => !lines.has(line) || !mutant.includes(" -> ") || why.trim() === "")
      .map(({ line, mutant }) => `${file}: ${line}: ${mutant}`);
  });
  expect(wrong).toEqual([]);
});

test("no mutant is explained twice", () => {
  const all = explanations.flatMap(([file, each]) => each.map(({ line, mutant }) => `${file}: ${line}: ${mutant}`));
  expect(all).toEqual([...new Set(all)]);
});
