import * as fs from "node:fs";
import * as path from "node:path";
import { fleet } from "../../../provider/cli/fleet/fleet";
import { Reporter } from "../../../provider/cli/console/reporter";
import { shortSummary, summaryLines } from "../../../provider/cli/fleet/report/summary";
import { type TenantResult } from "../../../provider/cli/fleet/task";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();
const bytesOf = (text: string) => Buffer.byteLength(text);
const silent = new Reporter(true, {
  stdout: { write: () => true, isTTY: false },
  stderr: { write: () => true, isTTY: false },
  env: {},
});

test("600 invalid tenants are reported without a process for any, and fit into a comment", async () => {
  write("many/Pulumi.yaml", "name: many\nruntime: nodejs\n");
  const wrong = Array.from({ length: 4 }, (_, index) => `  "größe-${index}": { topN: viele }\n`).join("");
  for (let index = 0; index < 600; index++) write(`many/tenants/t${index}.yaml`, `workspaces:\n${wrong}`);
  const summary = path.join(folder, "preview.md");
  const { PATH } = process.env;
  const started = performance.now();
  try {
    // Neither a CLI nor a worker could be started.
    process.env["PATH"] = "";
    expect(await fleet("preview", [path.join(folder, "many/tenants")], { summary }, silent)).toBe(1);
  } finally {
    process.env["PATH"] = PATH;
  }
  expect(performance.now() - started).toBeLessThan(30_000);

  const [short, full] = [fs.readFileSync(summary, "utf8"), fs.readFileSync(`${summary}.full.md`, "utf8")];
  expect(bytesOf(short)).toBeLessThan(65_536);
  expect(short).toMatch(/^600 tenants: 600 invalid; /);
  const shown = [...short.matchAll(/^\*\*t\d+\*\* \(invalid\)$/gm)].length;
  expect(shown).toBeGreaterThan(10);
  expect(short).toMatch(
    new RegExp(`what ${600 - shown} more tenants say is left out\\. All of it is in preview\\.md\\.full\\.md\\.\\n$`),
  );
  expect([...full.matchAll(/^\*\*t\d+\*\* \(invalid\)$/gm)]).toHaveLength(600);
  expect([...full.matchAll(/^\| t\d+ +\| invalid/gm)]).toHaveLength(600);
});

const result = (stack: string, more: Partial<TenantResult>): TenantResult => ({
  ...{ stack, status: "failed", changes: {}, seconds: 1 },
  ...more,
});

describe("a summary", () => {
  test.each([
    ["one problem of a megabyte", [result("a", { problem: "ü".repeat(1_000_000) })]],
    ["a problem of many lines", [result("a", { problem: "😀\n".repeat(20_000) })]],
    [
      "long names",
      Array.from({ length: 300 }, (_, index) => result("日".repeat(2000 + index), { notes: ["本".repeat(999)] })),
    ],
    [
      "a lot of drift",
      [
        result("a", {
          status: "changed",
          drift: Array.from({ length: 1500 }, (_, index) => ({
            urn: "",
            kind: "Workspace",
            name: `w${index}`,
            field: "topN",
            expected: "ß".repeat(99),
            actual: "😀".repeat(99),
            change: "update",
          })) as never,
        }),
      ],
    ],
    [
      "many problems",
      Array.from({ length: 1500 }, (_, index) => result(`t${index}`, { problem: "x".repeat(index), remedy: "y" })),
    ],
    ["many that changed", Array.from({ length: 1500 }, (_, index) => result(`t${index}`, { status: "changed" }))],
  ])("of %s is below 65,536 bytes, of whole characters", (_what, results) => {
    const short = shortSummary("up", results, 1, "summary.md.full.md");
    expect(bytesOf(short)).toBeLessThan(65_536);
    expect(short).toContain("All of it is in summary.md.full.md.");
    expect(short).not.toMatch(/\p{Surrogate}/u);
  });

  test("that is shortened has what needs an action before what is only reported", () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      result(`t${index}`, { status: "left", problem: "x".repeat(200) }),
    );
    const short = shortSummary("up", [...many, result("zz-broken", { problem: "This one." })], 1, "full");
    expect(short).toContain("**zz-broken** (failed)\n\n> This one.\n");
    expect(short).toMatch(/\| zz-broken +\| failed/);
  });

  const nasty = [
    "@octocat",
    "[@octo-org/team]",
    "<img src=x onerror=alert(1)>",
    "![x](https://example.com/x.png)",
    "[x](javascript:alert(1))",
    "[x][y]",
    "[y]: https://example.com",
    "a | b",
    "`| c",
    "\\| d",
    "\\`e`",
    "```\nf",
    "\r\n## g",
    "\u2028h",
    "&#64;octocat",
    "octo/repo#1",
    "GH-1",
    "\u001b[31mred",
    "\u202egnp",
    "](x)",
    "\\](x)",
    "::error::i",
  ];

  test.each(nasty)("shows a name and a message as texts: %j", (text) => {
    const lines = summaryLines(
      "up",
      [
        result(text, {
          problem: `It says "${text}".`,
          notes: [text],
          drift: [{ kind: "Workspace", name: text, field: text, expected: text, actual: text } as never],
        }),
      ],
      1,
    );
    const all = lines.join("\n");
    expect(all).not.toMatch(/<(?!br)|\]\(|\]\[|^\[.*\]:|(?<![\w&])@\w|#\d|GH-\d|&#64;/m);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/);
    for (const line of lines) expect(line).not.toMatch(/^(?:##|```|::)/);
    // A row has as many cells as its head, however it is read.
    for (const line of lines.filter((each) => each.startsWith("|"))) {
      const cells = line.replace(/\\[\\|`]/g, "").split("|").length - 2;
      expect(cells).toBe(5);
      expect(line.replace(/\\[\\|`]/g, "")).not.toContain("`");
    }
  });

  test("shows what is harmless as it is", () => {
    const problem =
      "tenants/a.yaml:2:14: write `token: { secret: KEY }`, mail ann@example.com, fallbackVoices[0] is [secret] (1 * 2 > 1).";
    expect(summaryLines("up", [result("a", { problem })], 1)).toContain(`> ${problem}`);
  });
});
