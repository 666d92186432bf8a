import * as fs from "node:fs";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const rows = read("docs/internals.md")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("docs/internals.md has a row for each place", () => {
  expect(rows.length).toBeGreaterThan(10);
});

test.each(rows)(
  "docs/internals.md: %s%s holds what its row says, and has a test",
  (_, where = "", what = "", _why, shown = "") => {
    const source = read(where.replaceAll("`", ""));
    for (const [, word = ""] of what.matchAll(/`([\w-]+)`/g))
      expect([where, source.includes(word)]).toEqual([where, true]);
    const [, file = "", words = ""] = /^`([\w./-]+)`: "([^"]+)"$/.exec(shown) ?? [];
    expect([shown, fs.existsSync(path.join(root, "tests", file))]).toEqual([shown, true]);
    expect(read(`tests/${file}`)).toContain(words);
  },
);
