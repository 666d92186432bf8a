import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { NumberRequest, VoiceConfig } from "pulumi-lumenone";
import { type Page } from "playwright-core";
import { browser } from "../support/browser";
import { lumenoneConfig } from "../support/lumenone-config";
import { seriousProblems } from "../support/page/axe";
import { plainPulumi } from "../support/plain-pulumi";
import { testStack } from "../support/stack";

/** The simulator's page, as somebody in front of it uses it. */
let simulator: Simulator;
let page: Page;
const mistakes: string[] = [];

beforeAll(async () => {
  simulator = await createSimulator();
});
beforeEach(async () => {
  simulator.reset();
  page = await (await browser()).newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
  // What the policy forbids is reported here too.
  page.on("console", (message) => message.type() === "error" && mistakes.push(message.text()));
  page.on("pageerror", (error) => mistakes.push(error.message));
  await page.goto(simulator.url);
  await page.getByText("live", { exact: true }).waitFor();
});
afterEach(async () => {
  await page.close();
  expect(mistakes.splice(0)).toEqual([]);
});
afterAll(() => simulator.close());

const api = async (path: string, body?: unknown) =>
  await fetch(`${simulator.url}/api/v1/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${simulator.apiKey}`,
      "x-account-id": simulator.accountId,
      "content-type": "application/json",
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const treeItem = (name: string) => page.getByRole("treeitem", { name });
const request = (name: string) => page.locator(".request-line", { hasText: name });
const button = (name: string) => page.getByRole("button", { name, exact: true });

test("while examples/tenant comes up, its tree and its requests appear, and a fault that was switched on hits one", async () => {
  await page.getByLabel("Kind").selectOption("status");
  await page.getByRole("spinbutton", { name: "Status" }).fill("429");
  await page.getByLabel("Operation").selectOption("createWorkspace");
  await button("Switch on").click();
  await page.getByText("1 on", { exact: true }).waitFor();

  const project = path.resolve(__dirname, "../../examples/tenant");
  const stack = `browser-${process.pid}`;
  const pulumi = await plainPulumi(project, {
    env: {
      LUMENONE_BASE_URL: simulator.url,
      LUMENONE_API_KEY: simulator.apiKey,
      LUMENONE_ACCOUNT_ID: simulator.accountId,
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    },
  });
  try {
    await pulumi.run("stack", "init", stack);
    const up = pulumi.run("up", "--yes", "--skip-preview", "--stack", stack, "--non-interactive");
    await treeItem("Acme Inc.").waitFor();
    await request("fault: status").filter({ hasText: "429" }).filter({ hasText: "createWorkspace" }).waitFor();
    expect(await up).toMatchObject({ code: 0 });
  } finally {
    fs.rmSync(path.join(project, `Pulumi.${stack}.yaml`), { force: true });
    pulumi.dispose();
  }
  for (const name of ["Customer support", "Phone reception", "crm", "manuals", "Opening hours", "Voice assistant"]) {
    await treeItem(name).first().waitFor();
  }
  await page.getByText("Every call works.").waitFor();
  await treeItem("Customer support").click();
  await page.getByRole("region", { name: "Fields" }).getByText("You help the customers of Acme.").waitFor();

  await request("createFolder").click();
  const opened = page.locator(".request-body");
  await opened.getByText('"name": "manuals"').first().waitFor();
  expect(await page.content()).not.toContain(simulator.apiKey);
});

test("a number request is approved and fulfilled by clicks, and the next pulumi up gives the number to the assistant", async () => {
  simulator.reset({ organizations: [{ name: "Acme" }], workspaces: [{ name: "Reception" }] });
  const stack = await testStack({ config: lumenoneConfig(simulator) });
  const program = () => {
    const line = new NumberRequest("line", { organization: "acme", country: "DE", numberType: "local" });
    new VoiceConfig("reception", { workspace: "reception", numberId: line.numberId });
  };
  const assistants = () => simulator.snapshot().voiceIntegrations.map(({ numberId }) => numberId);
  await stack.up(program);
  expect(assistants()).toEqual([null]);

  await button("Approve number request 1").click();
  await treeItem("DE local").getByText("approved").waitFor();
  await button("Give a number to number request 1").click();
  await page.getByText("Nothing waits for a person.").waitFor();
  await stack.up(program, { refresh: true });
  expect(assistants()).toEqual([1]);
  stack.dispose();
});

test("a person rejects a request, finishes WhatsApp, makes a phone call, and switches a fault on and off", async () => {
  simulator.reset({
    organizations: [{ name: "Acme" }],
    workspaces: [{ name: "Support" }, { name: "Sales" }],
    numberRequests: [{ country: "DE" }],
    whatsAppConnections: [{ workspace: "sales", connected: false }],
  });
  await button("Reject number request 1").click();
  await page.getByText("Rejected: number request 1.").waitFor();
  await button("Finish WhatsApp of Sales").click();
  await page.getByText("WhatsApp of Sales is connected.").waitFor();
  await page.getByRole("combobox", { name: "Workspace" }).selectOption("Sales");
  await page.getByLabel("About").fill("Wants to be called back");
  // What somebody is typing stays when something happens meanwhile.
  await api("auth");
  await request("verifyApiKey").waitFor();
  await button("Call").click();
  await treeItem("Wants to be called back").waitFor();
  const { numberRequests, whatsAppConnections, callLogs } = simulator.snapshot();
  expect([numberRequests, whatsAppConnections, callLogs]).toMatchObject([
    [{ status: "rejected" }],
    [{ connected: true }],
    [{ workspaceId: 2, durationSeconds: 60, summary: "Wants to be called back" }],
  ]);

  await page.getByRole("spinbutton", { name: "Calls" }).fill("5");
  await button("Switch on").click();
  await button("Switch off status").click();
  await page.getByText("Every call works.").waitFor();
  expect(simulator.faults.pending).toEqual([]);
});

test("texts that are markup, right-to-left or huge are shown as text, and long ones are cut until somebody wants more", async () => {
  const markup = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
  const huge = "long ".repeat(2_000);
  simulator.reset({
    organizations: [{ name: markup }, { name: "\u202Eevil\u202C عربي" }],
    workspaces: [{ name: huge, openAiPrompt: "x".repeat(10_000_000) }],
  });
  await treeItem(markup).click();
  await page.getByRole("region", { name: "Fields" }).getByText(markup).first().waitFor();
  await treeItem("long long").click();
  const fields = page.getByRole("region", { name: "Fields" });
  expect((await fields.innerText()).length).toBeLessThan(5_000);
  await fields.getByRole("button", { name: "Show all 10,000 characters" }).click();
  expect(await fields.innerText()).toContain(huge.trim());
  await api("org/new", { name: markup });
  await request("createOrganization").click();
  await page.locator(".request-body").getByText("onerror=").first().waitFor();
  expect(await page.title()).toBe("LumenOne simulator");
  expect(await page.locator("#page img, #page script").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("of many requests and entities it shows the last and the first ones", async () => {
  simulator.reset({
    organizations: [{ name: "Acme" }],
    workspaces: Array.from({ length: 1_000 }, (_, index) => ({ name: `Workspace ${index}` })),
  });
  for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 80 }, async () => await api("auth")));
  await page.locator(".count", { hasText: /^300$/ }).waitFor();
  expect(await page.locator(".request-line").count()).toBe(300);
  const group = page.getByRole("treeitem", { name: "Workspaces", exact: false }).first();
  await group.click();
  await group.press("ArrowRight");
  await treeItem("800 more").waitFor();
  expect(await page.getByRole("treeitem").count()).toBeLessThan(220);
  await treeItem("800 more").click();
  await treeItem("600 more").waitFor();
  await button("Clear").click();
  await page.getByText("No requests yet").waitFor();
  expect(simulator.journal).toHaveLength(0);
});

test("everything can be done with the keyboard alone, and what has the focus shows it", async () => {
  simulator.reset({
    organizations: [{ name: "Acme" }],
    workspaces: [{ name: "Support" }],
    numberRequests: [{ country: "DE" }],
  });
  await api("auth");
  await treeItem("Support").waitFor();
  await request("verifyApiKey").waitFor();
  const focused = async () =>
    await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const name = element.getAttribute("aria-label") ?? element.innerText.trim().split("\n")[0] ?? "";
      return { name: name || (element.getAttribute("name") ?? ""), outline: `${outlineStyle} ${outlineWidth}` };
    });
  const names: string[] = [];
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press("Tab");
      const { name: now, outline } = await focused();
      names.push(now);
      expect([now, outline]).toEqual([now, "solid 2px"]);
      if (now === name) return;
    }
    throw new Error(`Tab does not reach ${name}, but ${names.join(", ")}`);
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await tabTo("Dark");
  await press("Enter");
  await page.locator('html[data-theme="dark"]').waitFor();
  await tabTo("Customer");
  await press("End", "Home", "ArrowDown", "ArrowDown", "ArrowDown");
  await page.getByRole("heading", { name: "Support" }).waitFor();
  await press("ArrowUp", "ArrowLeft");
  expect(await treeItem("Support").count()).toBe(0);
  await press("ArrowRight");
  await treeItem("Support").waitFor();
  await tabTo("GET");
  await press("Enter");
  await page.locator(".request-body").waitFor();
  await tabTo("Give a number to number request 1");
  await press("Enter");
  await page.getByText("Nothing waits for a person.").waitFor();
  await tabTo("summary");
  await press("Enter");
  await treeItem("Asked for the opening hours").waitFor();
  await tabTo("times");
  await press("Enter");
  await page.getByText("1 on", { exact: true }).waitFor();
});

test.each(["light", "dark"] as const)("axe finds nothing serious or critical, %s", async (colorScheme) => {
  simulator.reset({
    organizations: [{ name: "Acme" }],
    workspaces: [{ name: "Support" }],
    tools: [{ name: "crm" }],
    numberRequests: [{ country: "DE" }, { country: "FR", status: "approved" }, { country: "IT", status: "rejected" }],
    whatsAppConnections: [{ workspace: "support", connected: false }],
  });
  simulator.faults.add({ kind: "status", operationId: "listOrganizations" });
  simulator.faults.add({ kind: "slow", times: Infinity, operationId: "getWorkspace" });
  for (const call of ["auth", "orgs", "nothing"]) await api(call);
  await api("org/new", { name: "Globex" });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await treeItem("Support").click();
  await request("createOrganization").click();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe(colorScheme === "dark" ? "rgb(18, 20, 27)" : "rgb(244, 245, 249)");
  expect(await seriousProblems(page)).toEqual([]);
  const { LUMENONE_SCREENSHOTS: folder } = process.env;
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `simulator-page-${colorScheme}.png`) });
});

test("a lost simulator is reported, and the page follows the one that comes back at its address", async () => {
  const { port } = new URL(simulator.url);
  await simulator.close();
  await page.getByText("connecting…").waitFor();
  mistakes.length = 0;
  simulator = await createSimulator({ port: Number(port), seed: { organizations: [{ name: "Returned" }] } });
  await treeItem("Returned").waitFor();
  await page.getByText("live", { exact: true }).waitFor();
  expect(await page.getByText("connecting…").count()).toBe(0);
  mistakes.length = 0;
});
