import { createSimulator, demoSeed, type Seed } from "lumenone-simulator";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { type Page } from "playwright-core";
import { runCommand } from "../../tests/support/command/run-command";
import { browser } from "../../tests/support/browser";
import { serveFolder } from "../../tests/support/page/serve-folder";

/** `npm run pictures`: takes the pictures of pages in `docs/images/`, from what is built: run `npm run docs` before. */
const root = path.resolve(__dirname, "../..");
const images = path.join(root, "docs/images");

const workspaces = ["support", "sales", "reception", "triage"];
const seed: Seed = {
  ...demoSeed,
  organizations: [{ name: "Acme" }, { name: "Globex" }, { name: "Initech" }],
  workspaces: [
    ...(demoSeed.workspaces ?? []),
    { organization: "globex", name: "Reception" },
    { organization: "initech", name: "Triage" },
  ],
  numberRequests: [{ country: "DE", numberType: "local" }],
  whatsAppConnections: [{ workspace: "sales", connected: false }],
  callLogs: Array.from({ length: 360 }, (_, index) => {
    const parts = {
      stt: 0.01 + (index % 5) / 100,
      llm: 0.03 + (index % 7) / 50,
      tts: 0.02 + (index % 3) / 40,
      vapi: 0.05,
    };
    return {
      ...parts,
      workspace: workspaces[(index * 7 + (index % 11)) % 4] ?? "",
      createdAt: new Date(Date.UTC(2026, 3, 1 + (index % 30), 8 + (index % 9))).toISOString(),
      durationSeconds: 20 + ((index * 37) % 600),
      costTotal: Math.round(Object.values(parts).reduce((sum, part) => sum + part) * 1000) / 1000,
      summary: "Asked for the opening hours",
    };
  }),
};

async function take(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-pictures-"));
  const simulator = await createSimulator({ seed });
  const site = await serveFolder(path.join(root, "docs/.vitepress/dist"));
  const chrome = await browser();
  const picture = async (
    name: string,
    height: number,
    colorScheme: "light" | "dark",
    show: (page: Page) => Promise<unknown>,
  ) => {
    const page = await chrome.newPage({ viewport: { width: 1280, height }, colorScheme, reducedMotion: "reduce" });
    await show(page);
    await page.evaluate("document.fonts.ready");
    await page.screenshot({ path: path.join(images, name) });
    await page.close();
  };
  try {
    await picture("site-contract.png", 860, "dark", async (page) => {
      await page.goto(`${site.url}/reference/contract.html`);
      await page.getByLabel("Operation, path or field").fill("workspace");
      await page.locator("#uploadDocument summary").click();
    });
    const args = ["calls", "--by", "organization", "--time-zone", "UTC", "--until", "2026-04-30", "--format", "html"];
    await runCommand([...args, "--out", "calls.html"], { simulator, cwd: folder });
    await picture("call-report.png", 860, "light", (page) =>
      page.goto(pathToFileURL(path.join(folder, "calls.html")).href),
    );

    simulator.journal.clear();
    const { url, apiKey, accountId } = simulator;
    const headers = {
      authorization: `Bearer ${apiKey}`,
      "x-account-id": accountId,
      "content-type": "application/json",
    };
    const api = (call: string, body?: object) =>
      fetch(`${url}/api/v1/${call}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
    simulator.faults.add({ kind: "status", status: 429, operationId: "listOrganizations" });
    for (const call of ["auth", "orgs", "orgs", "org/61636d65/workspaces", "accounts"]) await api(call);
    await api("org/new", { name: "Umbrella" });
    await api("workspace/737570706f7274");
    simulator.faults.add({ kind: "status", status: 503, operationId: "listCallLogs", times: 3 });
    await picture("simulator-page.png", 830, "light", async (page) => {
      await page.goto(url);
      await page.getByRole("treeitem").filter({ hasText: "Support" }).first().click();
      await page.locator(".request-line", { hasText: "createOrganization" }).click();
      await page.locator(".request-body").waitFor();
    });
  } finally {
    await chrome.close();
    site.close();
    await simulator.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

take().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
