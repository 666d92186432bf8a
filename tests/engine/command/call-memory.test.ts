import * as fs from "node:fs";
import * as path from "node:path";
import { type ManyCalls, manyCalls } from "../../support/calls/many-calls";
import { measuredCalls } from "../../support/calls/measured-calls";
import { sampleFiles } from "../../support/sample-files";

/** 100,000 calls to a process of its own, with 600 bytes each: too long for the fast tests. */
const count = 100_000;
const files = sampleFiles();
let server: ManyCalls;
beforeAll(async () => (server = await manyCalls(count)));
afterAll(() => server.close());

test.each([
  ["table", /\| total +\| 100,000 \|/],
  ["csv", /^workspace,org-9\/w-99,1000,/m],
  ["json", /"calls": ?100000/],
  ["html", /<dd>100,000<\/dd>/],
])(
  "%s: 100,000 calls take less than 150 MB, customers' numbers included",
  async (format, all) => {
    const args = ["--format", format, "--out", "report", "--by", "workspace", "--show-numbers"];
    const { megabytes } = await measuredCalls(server.settings, files.folder, ...args);
    expect(fs.readFileSync(path.join(files.folder, "report"), "utf8")).toMatch(all);
    expect(megabytes).toBeGreaterThan(20);
    expect(megabytes).toBeLessThan(150);
  },
  120_000,
);
