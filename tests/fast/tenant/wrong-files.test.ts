import * as fs from "node:fs";
import * as path from "node:path";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import { sampleFiles } from "../../support/sample-files";
import { wrongFiles } from "../../support/tenant/wrong-files";

const { folder, write } = sampleFiles();

test("the table has at least forty rows, each of its own kind", () => {
  expect(new Set(wrongFiles.map(({ what }) => what)).size).toBe(wrongFiles.length);
  expect(wrongFiles.length).toBeGreaterThanOrEqual(40);
});

test.each(wrongFiles)("$what: line $line", ({ yaml, beside = {}, file = "acme.yaml", line, column, says }) => {
  const place = fs.mkdtempSync(path.join(folder, "tenant-"));
  const tenant = write(path.join(path.basename(place), "acme.yaml"), yaml);
  for (const [name, content] of Object.entries(beside)) write(path.join(path.basename(place), name), content);
  const { problems, args } = readTenantFile(tenant);
  expect(problems.map((problem) => [path.basename(problem.file), problem.line, problem.message])).toEqual([
    [file, line, expect.stringMatching(says)],
  ]);
  if (column !== undefined) expect(problems[0]?.column).toBe(column);
  expect(args).toEqual({});
  expect(problems[0]?.message).not.toContain("sk-12345");
  expect(problems[0]?.message).not.toContain("sk 12345");
});
