import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const read = (page: string) => fs.readFileSync(path.join(root, page), "utf8");

test.each(pages)("%s: each link to a file of the repository leads to one", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
  const inside = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(inside.filter((link) => !fs.existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
});

test("the README has at most 130 lines of at most 160 characters", () => {
  const lines = read("README.md").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(130);
  expect(lines.filter((line) => line.length > 160)).toEqual([]);
});

test("docs/README.md lists every page of the documentation", () => {
  const listed = read("docs/README.md");
  const here = pages.filter((page) => /^docs\/[^/]+\.md$/.test(page) && page !== "docs/README.md");
  expect(here.filter((page) => !listed.includes(`(${path.basename(page)})`))).toEqual([]);
});
