import { execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { type Page } from "playwright-core";
import { kinds } from "../../provider/definitions/registry";
import { browser } from "../support/browser";
import { leftovers } from "../support/leftovers";
import { seriousProblems } from "../support/page/axe";
import { serveFolder } from "../support/page/serve-folder";
import { until } from "../support/until";

/** The documentation site as `npm run docs` builds it, served as a static host does. */
const root = path.resolve(__dirname, "../..");
const built = path.join(root, "docs/.vitepress/dist");
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  // Without the build, which would write below other tests.
  execFileSync("npm", ["run", "docs:site"], { cwd: root, stdio: "pipe" });
  site = await serveFolder(built);
}, 240_000);
afterAll(() => site?.close());

/** Every built page, by its path. */
function pages(): string[] {
  const files = fs.readdirSync(built, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".html") && file !== "404.html").sort();
}

const contentOf = (page: string) => fs.readFileSync(path.join(built, page), "utf8");

/** Opens a page, and notes each request to another place and each complaint of the browser. */
async function opened(address: string, colorScheme: "light" | "dark" = "light") {
  const page = await (await browser()).newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
  const noted: string[] = [];
  page.on("request", (request) => request.url().startsWith(site.url) || noted.push(request.url()));
  page.on("console", (message) => message.type() === "error" && noted.push(message.text()));
  page.on("pageerror", (error) => noted.push(error.message));
  await page.goto(`${site.url}/${address}`);
  return { page, noted };
}

test("every resource and every data function has its page", () => {
  const { functions } = JSON.parse(fs.readFileSync(path.join(root, "provider/schema/schema.json"), "utf8")) as {
    functions: object;
  };
  const names = [...kinds, ...Object.keys(functions).map((token) => token.split(":").at(-1))];
  expect(names).toHaveLength(26);
  expect(pages()).toEqual(expect.arrayContaining(names.map((name) => `reference/${name}.html`)));
});

test("every one of them has an example in six languages, and says of each fact how sure it is", () => {
  const texts = pages().filter((page) => /^reference\/(?:[A-Z]|get)\w+\.html$/.test(page));
  expect(texts).toHaveLength(26);
  for (const page of texts) {
    const tabs = [...contentOf(page).matchAll(/<label data-title="[^"]*"[^>]*>([^<]*)<\/label>/g)].map(
      ([, tab]) => tab,
    );
    expect([page, tabs]).toEqual([page, ["TypeScript", "Python", "Go", "C#", "Java", "YAML"]]);
    const known = [...contentOf(page).matchAll(/<td[^>]*>(documented|upstream|assumed)<\/td>/g)];
    expect([page, known.length > 1]).toEqual([page, true]);
  }
});

test("every link inside of the site leads to a page, and its anchor to a place in it", () => {
  const wrong = pages().flatMap((page) => {
    const links = [...contentOf(page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = ""]) => href);
    return links.flatMap((href) => {
      if (/^[a-z]+:/i.test(href)) return [];
      const { pathname, hash } = new URL(href.replaceAll("&amp;", "&"), `https://site/${page}`);
      const name = decodeURIComponent(pathname.slice(1));
      const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
      const target = [file, `${file}.html`].find((each) => fs.existsSync(path.join(built, each)));
      if (target === undefined) return [`${page}: ${href} is not there`];
      const anchor = decodeURIComponent(hash.slice(1));
      const isThere = anchor === "" || contentOf(target).includes(`id="${anchor}"`);
      return isThere ? [] : [`${page}: ${href} has no such place`];
    });
  });
  expect(wrong).toEqual([]);
});

test("the search finds `similarityThreshold`, and leads to the page of the workspace", async () => {
  const { page, noted } = await opened("");
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input").fill("similarityThreshold");
  const results = page.locator(".VPLocalSearchBox .result");
  await results.first().waitFor();
  const links = await results.evaluateAll<string[], never>((all: { getAttribute(name: string): string }[]) =>
    all.map((each) => each.getAttribute("href")),
  );
  expect(links.some((link) => link.includes("/reference/Workspace"))).toBe(true);
  await page.locator('.VPLocalSearchBox .result[href*="/reference/Workspace"]').first().click();
  await page.waitForURL(/reference\/Workspace/);
  expect(await page.locator("main").innerText()).toContain("similarityThreshold");
  expect(noted).toEqual([]);
  await page.close();
});

test("an example is shown in the language that is chosen", async () => {
  const { page } = await opened("reference/Workspace.html");
  const shown = () => page.locator(".vp-code-group .active pre").first().innerText();
  expect(await shown()).toContain("new lumenone.Workspace");
  await page.getByText("Python", { exact: true }).first().click();
  expect(await shown()).toContain("lumenone.Workspace(");
  await page.close();
});

test("the contract's operations are chosen by text and by how sure they are, with the keyboard", async () => {
  const { page, noted } = await opened("reference/contract.html");
  const shown = () => page.locator(".contract-operation summary").allInnerTexts();
  expect(await shown()).toHaveLength(45);
  await page.getByLabel("Operation, path or field").focus();
  await page.keyboard.type("similarityThreshold");
  const byField = await shown();
  expect(byField.length).toBeGreaterThan(1);
  expect(byField.length).toBeLessThan(20);
  await page.getByLabel("Known").selectOption("assumed");
  const assumed = await shown();
  expect(assumed.length).toBeLessThan(byField.length);
  expect(assumed.every((text) => text.includes("assumed"))).toBe(true);
  await page.locator(".contract-operation summary").first().focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".contract-operation[open] table").innerText()).toContain("similarityThreshold");
  expect(noted).toEqual([]);
  await page.close();
});

test("a link to an operation opens it", async () => {
  const { page } = await opened("reference/contract.html#updateWorkspace");
  expect(await page.locator("#updateWorkspace[open] table").count()).toBe(1);
  await page.close();
});

/** A page of each kind. */
const shown = [
  "",
  "reference/Workspace.html",
  "reference/getCallLogs.html",
  "reference/contract.html",
  "reference/commands.html",
];

test.each(shown)("/%s fits into the window of a phone", async (address) => {
  const page = await (await browser()).newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${site.url}/${address}`);
  const widths = "[document.documentElement.scrollWidth, window.innerWidth]";
  const [content, window] = await page.evaluate<[number, number]>(widths);
  expect(content).toBeLessThanOrEqual(window);
  await page.close();
});

test("`docs:dev` serves the pages, and the search and the list of operations work in them", async () => {
  const bin = path.join(root, "node_modules/vitepress/bin/vitepress.js");
  // Without the pages, which the build has generated. It takes the next port that is free.
  const server = spawn(process.execPath, [bin, "dev", "docs"], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  leftovers.add(() => void server.kill());
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  await until(() => /Local: +http\S+/.test(said) || server.exitCode !== null);
  const [, url = said] = /Local: +(http\S+)/.exec(said) ?? [];
  const page = await (await browser()).newPage();
  await page.goto(`${url}reference/contract.html`);
  await page.getByLabel("Operation, path or field").fill("similarityThreshold");
  await page.getByText(/^\d+ of 45 operations$/).waitFor();
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input").fill("similarityThreshold");
  await page.locator(".VPLocalSearchBox .result").first().waitFor();
  expect([server.exitCode, said]).toEqual([null, expect.not.stringContaining("ERROR")]);
  await page.close();
  server.kill();
}, 90_000);

const backgroundOf = (page: Page) => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");

test.each([...shown, "configuration.html"])(
  "/%s is light or dark as its reader has it, asks no other host, and has no serious barrier",
  async (address) => {
    const backgrounds: string[] = [];
    for (const scheme of ["light", "dark"] as const) {
      const { page, noted } = await opened(address, scheme);
      backgrounds.push(await backgroundOf(page));
      expect([scheme, await seriousProblems(page)]).toEqual([scheme, []]);
      expect(noted).toEqual([]);
      await page.close();
    }
    expect(backgrounds[0]).not.toBe(backgrounds[1]);
  },
);
