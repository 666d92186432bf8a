import { createSimulator, type Simulator } from "lumenone-simulator";
import axe from "axe-core";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { type Page } from "playwright-core";
import { asHtml } from "../../provider/cli/calls/formats/html/as-html";
import { browser } from "../support/browser";
import { callReport } from "../support/calls/call-report";
import { hostileCalls } from "../support/calls/hostile-calls";
import { sampleFiles } from "../support/sample-files";

const files = sampleFiles();
let simulator: Simulator;
let address: string;

beforeAll(async () => {
  simulator = await createSimulator({ seed: hostileCalls() });
  files.write("report.html", asHtml(await callReport(simulator, { by: "assistant", showNumbers: true })));
  address = pathToFileURL(path.join(files.folder, "report.html")).href;
});
afterAll(() => simulator.close());

/** Opens the report from the disk, and notes what it asks for and complains of. */
async function opened(colorScheme: "light" | "dark", bypassCSP = false) {
  const page = await (await browser()).newPage({ colorScheme, bypassCSP, viewport: { width: 1100, height: 900 } });
  const noted: string[] = [];
  page.on("request", (request) => request.url().startsWith("data:") || noted.push(request.url()));
  page.on("console", (message) => noted.push(message.text()));
  page.on("pageerror", (error) => noted.push(error.message));
  await page.goto(address);
  return { page, noted };
}

// Scripts for the page are texts: the types of these tests are those of Node, which has no document.
const backgroundOf = (page: Page) => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
const plotsOf = (page: Page) =>
  page.evaluate<{ width: number; source: string; alt: string }[]>(
    "[...document.images].map((image) => ({ width: image.naturalWidth, source: image.currentSrc, alt: image.alt }))",
  );
const tablesOf = (page: Page) =>
  page.evaluate<{ caption: string; head: string[]; rows: string[][]; total: string[] }[]>(`
    [...document.querySelectorAll("table.figures")].map((table) => {
      const cells = (row) => [...row.children].map((cell) => cell.textContent);
      return {
        caption: table.caption.textContent.trim(),
        head: cells(table.tHead.rows[0]),
        rows: [...table.tBodies[0].rows].map(cells),
        total: cells(table.tFoot.rows[0]),
      };
    })`);

test("opened from the disk it loads nothing and runs nothing, whatever names and summaries are", async () => {
  const { page, noted } = await opened("light");
  expect(noted).toEqual([address]);
  expect(await page.title()).toBe("Calls and costs");
  expect(await page.locator("th", { hasText: "<script>document.title" }).count()).toBe(1);
  await page.close();
});

test("its policy keeps what somebody puts into it from running and loading", async () => {
  const { page, noted } = await opened("light");
  await page.evaluate(`
    document.body.insertAdjacentHTML("beforeend", '<img src="http://127.0.0.1:9/" onerror="document.title = 1">');
    const script = document.createElement("script");
    script.textContent = "document.title = 1";
    document.body.append(script);`);
  expect(await page.title()).toBe("Calls and costs");
  expect(noted.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
  await page.close();
});

test("its plots are drawn, the dark ones on dark screens, and paper is light", async () => {
  const [light, dark] = [await opened("light"), await opened("dark")];
  const [onLight, onDark] = [await plotsOf(light.page), await plotsOf(dark.page)];
  for (const plots of [onLight, onDark]) {
    expect(plots.map(({ width }) => width)).toEqual([1000, 1000, 1000]);
    expect(plots.filter(({ alt }) => !/^Bar chart: .* The table below has the figures\.$/.test(alt))).toEqual([]);
  }
  const lettersOf = ({ source }: { source: string }) =>
    /<text[^>]* fill="([^"]+)"/.exec(Buffer.from(source.split(",")[1] ?? "", "base64").toString())?.[1];
  expect(onLight.map(lettersOf)).toEqual(Array(3).fill("#1b1f24"));
  expect(onDark.map(lettersOf)).toEqual(Array(3).fill("#e8ebef"));
  expect(await backgroundOf(dark.page)).not.toBe(await backgroundOf(light.page));
  await dark.page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await backgroundOf(dark.page)).toBe(await backgroundOf(light.page));
  // The browser takes the other picture of each in its own time.
  const sources = JSON.stringify(onLight.map(({ source }) => source));
  await dark.page.waitForFunction(`[...document.images].every((each, at) => each.currentSrc === ${sources}[at])`);
  expect(await plotsOf(dark.page)).toEqual(onLight);
  await light.page.close();
  await dark.page.close();
});

test("the rows of each table add up to its total, which is that of all calls", async () => {
  const { page } = await opened("light");
  const costs = (await tablesOf(page)).filter(({ caption }) => caption.startsWith("Cost"));
  expect(costs.map(({ caption }) => caption)).toEqual([
    "Cost by assistant",
    "Cost per day, in the time zone UTC",
    "Cost per workspace",
  ]);
  for (const { head, rows, total } of costs) {
    const at = head.indexOf("cost");
    const hundredths = (row: string[]) => Math.round(Number(row[at]) * 100);
    expect([rows.reduce((sum, row) => sum + hundredths(row), 0), hundredths(total)]).toEqual([1605, 1605]);
  }
  await page.close();
});

test("in the window of a phone it does not get wider, names stay whole, and plots can be scrolled", async () => {
  const { page } = await opened("light");
  await page.setViewportSize({ width: 390, height: 844 });
  const sizes = await page.evaluate<{ page: number; names: number; plots: number[]; seen: number }>(`({
    page: document.documentElement.scrollWidth,
    names: document.querySelector("table.figures tbody th").getBoundingClientRect().width,
    plots: [...document.images].map((image) => image.getBoundingClientRect().width),
    seen: document.querySelector(".scroll:has(img)").getBoundingClientRect().width,
  })`);
  expect(sizes.page).toBeLessThanOrEqual(390);
  expect(sizes.names).toBeGreaterThan(100);
  expect(sizes.plots.filter((width) => width < 600)).toEqual([]);
  expect(sizes.seen).toBeLessThan(390);
  await page.close();
});

test.each(["light", "dark"] as const)("axe finds nothing in it on a %s screen", async (scheme) => {
  // axe is a script, which the policy forbids.
  const { page } = await opened(scheme, true);
  await page.addScriptTag({ content: axe.source });
  const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 100))])).toEqual([]);
  expect(passes.length).toBeGreaterThan(20);
  await page.close();
});
