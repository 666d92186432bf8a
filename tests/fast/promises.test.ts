import * as fs from "node:fs";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");
const text = fs.readFileSync(path.join(root, "docs/promises.md"), "utf8");
const named = [...text.matchAll(/`([\w./-]+\.ts)`: "([^"]+)"/g)].map(
  ([, file = "", part = ""]) => [file, part] as const,
);

test("docs/promises.md names a test for each of the 27 faults, and for each promise", () => {
  const rows = text.split("\n").filter((line) => /^\| (?!---|Promise|Fault)/.test(line));
  expect(rows.filter((row) => !/`[\w./-]+\.ts`: "/.test(row))).toEqual([]);
  const faults = rows.flatMap((row) => /^\| (\d+)\./.exec(row)?.[1] ?? []).map(Number);
  expect(faults).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
});

test.each(named)("docs/promises.md: %s has a test with the words %j", (file, part) => {
  expect(fs.readFileSync(path.join(root, "tests", file), "utf8")).toContain(part);
});
