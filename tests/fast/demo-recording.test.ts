import * as fs from "node:fs";
import * as path from "node:path";
import { recordedLines, recordedSvg, withoutRun } from "../support/demo-recording";

/** A recording that is older than the demo is recorded again: `npm run record-demo`. */
const example = path.resolve(__dirname, "../../examples/tenant");
const source = (file: string) => fs.readFileSync(path.join(example, file), "utf8");

test("the recording has every step of the demo's tour, in order", () => {
  const [, tour = ""] = source("demo.ts").split("async function tour(");
  const titles = [...tour.matchAll(/heading\((["`])(.*?)\1\)/g)].map(([, , title = ""]) =>
    withoutRun(title.replace("${simulator.url}", "http://127.0.0.1:1")),
  );
  expect(titles.length).toBeGreaterThan(4);
  const headings = recordedLines().filter(({ isHeading }) => isHeading);
  expect(headings.map(({ text }) => withoutRun(text))).toEqual([...titles, "Nothing is left."]);
});

test("the recording shows every resource of the program as created and as deleted", () => {
  const resources = [...source("index.ts").matchAll(/new lumenone\.(\w+)\(\s*"([^"]+)"/g)];
  expect(resources.length).toBeGreaterThan(10);
  const lines = recordedLines().map(({ text }) => text);
  const missing = resources.flatMap(([, kind = "", name = ""]) =>
    ["created", "deleted"].filter(
      (status) => !lines.some((line) => line.endsWith(`lumenone:${kind} ${name} ${status}`)),
    ),
  );
  expect(missing).toEqual([]);
});

test("the image is small, loads nothing, has a title and a description, and can stand still", () => {
  const svg = recordedSvg();
  expect(svg.length).toBeLessThan(300 * 1024);
  expect(svg).toMatch(/<title id="title">.+<\/title>\n<desc id="description">.+<\/desc>/);
  expect(svg).toContain("@media (prefers-reduced-motion:reduce){#strip{animation:none}}");
  expect(svg).not.toMatch(/<script|<image|@import|url\(|(?:href|src)="(?!#)/);
  expect(svg.replace(/http:\/\/(?:www\.w3\.org\/2000\/svg|127\.0\.0\.1:40100)/g, "")).not.toContain("://");
});

test("the image names no folder, port or time of the machine that recorded it", () => {
  const lines = recordedLines().map(({ text }) => text);
  expect(lines.filter((line) => /\/(?:tmp|home|root|var|Users)\//.test(line))).toEqual([]);
  expect(lines.filter((line) => /\(\d+(?:\.\d+)?m?s\)/.test(line))).toEqual([]);
});
