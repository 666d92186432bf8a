import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { rawRequest, type RawRequest } from "../../support/page/raw-request";

/** The page that the simulator serves: who may use it, and what it never has. A browser looks at it in `tests/browser`. */
const keys = ["first-secret-key", "second-secret-key"];
let simulator: Simulator;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      apiKeys: [
        { key: keys[0] ?? "", company: "us" },
        { key: keys[1] ?? "", company: "them" },
      ],
      accounts: [
        { id: "11111111-1111-4111-8111-111111111111", company: "us" },
        { id: "22222222-2222-4222-8222-222222222222", company: "them" },
      ],
      organizations: [{ name: `Acme ${keys[1]}` }],
      workspaces: [{ name: "Support" }],
      tools: [{ name: "crm", config: { token: "tool-secret" } }],
      numberRequests: [{ country: "DE" }],
      whatsAppConnections: [{ workspace: "support", token: "whatsapp-secret" }],
    },
  });
});
afterAll(() => simulator.close());

const host = () => new URL(simulator.url).host;
const send = (path: string, request: RawRequest = {}) => rawRequest(`${simulator.url}${path}`, request);

/** Every operation of the simulator's own, as its list says, with what a page of another site would send. */
const operations = [
  "GET /",
  "GET /_simulator/page/main.mjs",
  "GET /_simulator/events",
  "GET /_simulator/seed",
  "GET /_simulator/state",
  "GET /_simulator/journal",
  "DELETE /_simulator/journal",
  "POST /_simulator/reset",
  "POST /_simulator/faults",
  "DELETE /_simulator/faults",
  "POST /_simulator/approveNumberRequest",
  "POST /_simulator/rejectNumberRequest",
  "POST /_simulator/fulfilNumberRequest",
  "POST /_simulator/finishWhatsApp",
  "POST /_simulator/phoneCall",
  "POST /_simulator/add",
  "POST /_simulator/change",
  "POST /_simulator/remove",
  "GET /api/v1/orgs",
  "POST /api/v1/org/new",
  "OPTIONS /api/v1/orgs",
];

const foreign: Record<string, () => Record<string, string>> = {
  "a foreign Host": () => ({ host: `attacker.example:${new URL(simulator.url).port}` }),
  "a Host that begins like an own one": () => ({ host: "127.0.0.1.attacker.example" }),
  "a Host that ends like an own one": () => ({ host: "attacker-localhost" }),
  "a foreign Host that is also the Origin": () => ({ host: "attacker.example", origin: "http://attacker.example" }),
  "a foreign Origin": () => ({ origin: "https://attacker.example" }),
  "the Origin of another port": () => ({ origin: "http://127.0.0.1:1" }),
  "the Origin of another scheme": () => ({ origin: `https://${host()}` }),
  "the Origin null": () => ({ origin: "null" }),
  "an empty Origin": () => ({ origin: "" }),
  "Sec-Fetch-Site: cross-site": () => ({ "sec-fetch-site": "cross-site" }),
  "Sec-Fetch-Site: same-site": () => ({ "sec-fetch-site": "same-site" }),
};

describe.each(Object.entries(foreign))("a request with %s", (_, headers) => {
  test.each(operations)("%s is a 403 and changes nothing", async (operation) => {
    const before = { state: simulator.snapshot(), requests: simulator.journal.length };
    const [method = "", path = ""] = operation.split(" ");
    const body = '["workspaces", "support", {"topN": 9}]';
    const sent = {
      method,
      headers: { "content-type": "application/json", ...headers() },
      ...(method === "POST" && { body }),
    };
    const { status, text, headers: received } = await send(path, sent);
    expect([status, JSON.parse(text)]).toEqual([403, { success: false, message: expect.any(String) as string }]);
    expect(received).not.toHaveProperty("access-control-allow-origin");
    expect({ state: simulator.snapshot(), requests: simulator.journal.length }).toEqual(before);
  });
});

test("every operation of the simulator's own is in the list above", async () => {
  const { message } = JSON.parse((await send("/_simulator/unknown")).text) as { message: string };
  const known = message.replace("Known are: ", "").split(", ");
  expect(operations).toEqual(expect.arrayContaining(known.map((one) => one.replace(" ", " /_simulator/"))));
});

const own: Record<string, () => Record<string, string>> = {
  "no Origin, as programs send it": () => ({}),
  "its own Origin": () => ({ origin: `http://${host()}`, "sec-fetch-site": "same-origin" }),
  "Sec-Fetch-Site: none, for a typed address": () => ({ "sec-fetch-site": "none" }),
  localhost: () => ({ host: "localhost:4010", origin: "http://localhost:4010" }),
  "[::1]": () => ({ host: "[::1]:4010", origin: "http://[::1]:4010" }),
  "a name below localhost": () => ({ host: "lumenone.localhost" }),
};

test.each(Object.entries(own))("a request with %s is served", async (_, headers) => {
  const authorization = `Bearer ${keys[0]}`;
  for (const path of ["/", "/_simulator/events", "/_simulator/state", "/api/v1/auth"]) {
    expect((await send(path, { headers: { authorization, ...headers() } })).status).toBe(200);
  }
});

test("the simulator is reached by localhost and by each address of the machine itself", async () => {
  const { port } = new URL(simulator.url);
  const addresses = Object.values(os.networkInterfaces()).flatMap((all) => all?.map(({ address }) => address));
  for (const name of ["localhost", "127.0.0.1", ...(addresses.includes("::1") ? ["[::1]"] : [])]) {
    expect((await rawRequest(`http://${name}:${port}/`)).status).toBe(200);
  }
});

test("the page and its files run no inline script, and nothing that is not in the package", async () => {
  const files = [
    ...fs.readdirSync(path.join(__dirname, "../../../simulator/page/assets")),
    ...fs.readdirSync(path.join(__dirname, "../../../simulator/page/browser")),
  ].filter((name) => !name.startsWith("tsconfig"));
  for (const name of files.map((one) => one.replace(/mts$/, "mjs"))) {
    const { status, headers, text } = await send(`/_simulator/page/${name}`);
    expect([name, status]).toEqual([name, 200]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(
      /https?:\/\/|<script(?![^>]*\bsrc=)|\son\w+="/,
    );
  }
  for (const name of ["..%2findex.js", "../page.js", "nothing.mjs", "tsconfig.json", ""]) {
    expect((await send(`/_simulator/page/${name}`)).status).toBe(404);
  }
});

test("neither page, events nor seed have a key, a token or a secret of a tool's config", async () => {
  const headers = { authorization: `Bearer ${keys[0]}`, "content-type": "application/json" };
  await send("/api/v1/auth", { headers });
  await send(`/api/v1/${keys[0]}?q=${keys[1]}`, { headers });
  await send("/api/v1/org/new", {
    method: "POST",
    headers,
    body: JSON.stringify({ name: keys[0], [keys[1] ?? ""]: 1 }),
  });
  const events = (await send("/_simulator/events")).text;
  expect(events).toContain("Acme [API key]");
  for (const secret of [...keys, "tool-secret", "whatsapp-secret"]) expect(events).not.toContain(secret);
  const seed = (await send("/_simulator/seed")).text;
  expect((JSON.parse(seed) as { apiKeys: unknown }).apiKeys).toEqual([
    { key: "lumenone-simulator-key", company: "us" },
    { key: "key-of-them", company: "them" },
  ]);
  for (const key of keys) expect(seed).not.toContain(key);
});

test("a downloaded seed starts a simulator with the same tenants", async () => {
  const seed = JSON.parse((await send("/_simulator/seed")).text) as object;
  const again = await createSimulator({ seed });
  const { apiKeys: _, organizations, ...tenants } = simulator.snapshot();
  expect(again.snapshot()).toMatchObject(tenants);
  expect(again.snapshot().organizations.map(({ id }) => id)).toEqual(organizations.map(({ id }) => id));
  const reply = await fetch(`${again.url}/api/v1/orgs`, {
    headers: { authorization: "Bearer lumenone-simulator-key", "x-account-id": again.accountId },
  });
  await again.close();
  expect(reply.status).toBe(200);
});
