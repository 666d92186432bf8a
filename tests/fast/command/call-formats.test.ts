import Big from "big.js";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { stripVTControlCharacters } from "node:util";
import { parse } from "papaparse";
import { asCsv } from "../../../provider/cli/calls/formats/csv";
import { asHtml } from "../../../provider/cli/calls/formats/html/as-html";
import { asJson } from "../../../provider/cli/calls/formats/json";
import { asTable } from "../../../provider/cli/calls/formats/table";
import { type CallReport } from "../../../provider/cli/calls/report";
import { groupings } from "../../../provider/cli/calls/sum/groups";
import { callReport } from "../../support/calls/call-report";
import { hostileCalls, longText } from "../../support/calls/hostile-calls";

const formats: readonly [name: string, written: (report: CallReport) => string][] = [
  ["table", (report) => asTable(report).join("\n")],
  ["coloured table", (report) => asTable(report, 300).join("\n")],
  ["csv", asCsv],
  ["json", (report) => JSON.stringify(asJson(report))],
  ["html", asHtml],
];

let simulator: Simulator;
beforeAll(async () => (simulator = await createSimulator({ seed: hostileCalls() })));
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

/** What steers a terminal, changes the direction of text, or is not a character at all. */
const steering = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]/u;
/** A report without its own line ends and colours. */
const texts = (written: string) => stripVTControlCharacters(written).replace(/\r?\n/g, "");

describe("names, ids, numbers and summaries that are something else", () => {
  test.each(formats)("%s: nothing in it steers a terminal or turns text around", async (_, written) => {
    for (const by of groupings) {
      const report = await callReport(simulator, { by, showNumbers: true });
      expect(texts(written(report))).not.toMatch(steering);
    }
  });

  test.each(formats)("%s: a text of 10 MB is cut", async (_, written) => {
    simulator.reset(hostileCalls([longText, "short"]));
    const report = await callReport(simulator, { by: "assistant", showNumbers: true });
    expect(report.summary.total.calls).toBe(2);
    expect(written(report).length).toBeLessThan(100_000);
  });

  test("csv: no cell is a formula, and each figure is a number", async () => {
    const report = await callReport(simulator, { by: "assistant", showNumbers: true });
    const { data, errors } = parse<string[]>(asCsv(report));
    expect([errors, new Set(data.map((row) => row.length)), data.length]).toEqual([[], new Set([data[0]?.length]), 26]);
    const isNumber = (cell: string) => /^-?\d+(?:\.\d+)?$/.test(cell);
    expect(data.flat().filter((cell) => /^[\s]*[=+@\uff1d-]/.test(cell) && !isNumber(cell))).toEqual([]);
    expect(data.slice(1).map(([, , calls, cost]) => [calls, cost].every((cell) => isNumber(cell ?? "")))).not.toContain(
      false,
    );
  });

  test("html: every text is a text, also in the plots, and the policy allows nothing to run or to load", async () => {
    const page = asHtml(await callReport(simulator, { by: "assistant", showNumbers: true }));
    const tags = new Set([...page.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    const plain = [
      "html",
      "head",
      "meta",
      "title",
      "style",
      "body",
      "main",
      "section",
      "picture",
      "source",
      "img",
      "div",
    ];
    const content = [
      "h1",
      "h2",
      "p",
      "bdi",
      "dl",
      "dt",
      "dd",
      "table",
      "caption",
      "thead",
      "tbody",
      "tfoot",
      "tr",
      "th",
      "td",
    ];
    expect([...tags].sort()).toEqual([...plain, ...content].sort());
    const attributes = [...page.matchAll(/<\w[^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/ ([\w-]+)="/g)]);
    expect([...new Set(attributes.map(([, name]) => name))].sort()).toEqual(
      ["alt", "aria-label", "charset", "class", "content", "height", "http-equiv", "lang", "media", "name"].concat([
        "role",
        "scope",
        "src",
        "srcset",
        "tabindex",
        "width",
      ]),
    );
    expect(page).not.toMatch(/@import|url\(/i);
    expect([...page.matchAll(/(?:src|href|srcset)="([^"]{0,30})/g)].map(([, to]) => to)).toEqual(
      Array.from({ length: 6 }, () => expect.stringMatching(/^data:image\/svg\+xml;base64,/) as string),
    );
    const plots = [...page.matchAll(/base64,([^"]+)/g)].map(([, data = ""]) => Buffer.from(data, "base64").toString());
    for (const plot of plots) {
      const inside = [...plot.matchAll(/<(\w+)/g)].map(([, tag]) => tag ?? "");
      expect(
        inside.filter((tag) => !["svg", "rect", "path", "text", "style", "g", "defs", "clipPath"].includes(tag)),
      ).toEqual([]);
      expect([...plot.matchAll(/<\w[^>]*>/g)].map(String).join("")).not.toMatch(/ on\w+=|href=/i);
    }
    expect(plots.some((plot) => plot.includes("&lt;script&gt;"))).toBe(true);
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    expect(policy).toMatch(
      /^default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[\w+/]+=*&#39;; base-uri/,
    );
  });

  test("table: no cell ends its row, and none is Markdown or HTML", async () => {
    const lines = asTable(await callReport(simulator, { by: "workspace", showNumbers: true }));
    const cells = (line: string) => line.split(/(?<!\\)\|/).length;
    const rows = lines.filter((line) => line.startsWith("|"));
    expect(new Set(rows.slice(0, 18).map(cells))).toEqual(new Set([11]));
    expect(new Set(rows.slice(18).map(cells))).toEqual(new Set([9]));
    expect(lines.join("\n")).not.toMatch(/<\w|\]\(|(?<!\\)`/);
  });
});

describe("customers' numbers and summaries", () => {
  const personal = { customerNumber: "+15557654321", summary: "Asked for the diagnosis" };

  test.each(formats)("%s: are there with --show-numbers only", async (_, written) => {
    simulator.reset({
      organizations: [{}],
      workspaces: [{}],
      callLogs: [{ createdAt: "2026-04-27T12:00:00Z", ...personal }],
    });
    const shown = written(await callReport(simulator, { showNumbers: true }));
    const hidden = written(await callReport(simulator));
    expect([/15557654321/.test(shown), /diagnosis/.test(shown)]).toEqual([true, true]);
    expect([/15557654321/.test(hidden), /diagnosis/.test(hidden)]).toEqual([false, false]);
  });
});

test("a bar is as long as the cost is to the highest, and has a colour for each part", async () => {
  const log = (day: number, costTotal: number, parts: object) => ({
    ...{ createdAt: `2026-04-0${day}T12:00:00Z`, costTotal, stt: 0, llm: 0, tts: 0, vapi: 0 },
    ...parts,
  });
  const callLogs = [log(1, 4, { stt: 4 }), log(2, 2, { llm: 1, tts: 1 }), log(3, 0, {}), log(4, -1, { vapi: -1 })];
  simulator.reset({ organizations: [{}], workspaces: [{}], callLogs });
  const lines = asTable(await callReport(simulator), 500);
  const bars = lines
    .filter((line) => line.startsWith("| 2026"))
    .map((line) => stripVTControlCharacters(line).split("|").at(-1)?.trim());
  expect(bars).toEqual(["█".repeat(60), "█".repeat(30), "", ""]);
  expect(lines.at(-3)).toMatch(/stt.*llm.*tts.*vapi$/);
  const narrow = asTable(await callReport(simulator), 80).map(stripVTControlCharacters);
  expect(narrow[2]).toBe("| day        | calls | cost  | median | 95 % |");
  expect(narrow[4]).toMatch(/^\| 2026-04-01 .*\| █{32}$/);
  expect(Math.max(...narrow.slice(2, 10).map((line) => line.length))).toBeLessThan(80);
  expect(asTable(await callReport(simulator)).join("")).not.toContain("█");
});

test("a table in a file names who is above the budget; on a terminal standard error does", async () => {
  const log = { createdAt: "2026-04-27T12:00:00Z", costTotal: 2.5 };
  simulator.reset({ organizations: [{ name: "Acme" }], workspaces: [{ name: "Support" }], callLogs: [log] });
  const report = await callReport(simulator);
  const budget = { amount: new Big("2.4"), per: "organization", above: report.summary.organizations } as const;
  const lines = asTable({ ...report, budget });
  expect(lines.slice(2, 7)).toEqual([
    "Above the budget of 2.4 for each organization:",
    "",
    "| organization | cost |",
    "| ------------ | ---- |",
    "| acme         | 2.50 |",
  ]);
  expect(asTable({ ...report, budget }, 200).join("\n")).not.toContain("Above the budget");
});

test.each(formats)("%s: no calls is a report, too", async (_, written) => {
  simulator.reset({ organizations: [{ name: "Acme" }], workspaces: [{ name: "Support" }] });
  const report = await callReport(simulator);
  expect(report.summary.total.calls).toBe(0);
  expect(written(report).length).toBeGreaterThan(70);
});
