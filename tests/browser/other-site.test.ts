import * as http from "node:http";
import { once } from "node:events";
import { type AddressInfo } from "node:net";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { browser } from "../support/browser";

/** A page of another site in the browser in which the simulator's page is open. It knows the simulator's address. */
let simulator: Simulator;
let site: http.Server;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: { organizations: [{ name: "Acme" }], numberRequests: [{ country: "DE" }] },
  });
  site = http.createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<h1>Another site</h1>"),
  );
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
});
afterAll(async () => {
  await simulator.close();
  site.closeAllConnections();
  site.close();
});

/** Everything a page can try. Returns what it could read. */
async function attack({ url, apiKey }: { url: string; apiKey: string }): Promise<string[]> {
  const read: string[] = [];
  const paths = [
    "/",
    "/_simulator/state",
    "/_simulator/seed",
    "/_simulator/journal",
    "/_simulator/page/main.mjs",
    "/api/v1/orgs",
  ];
  const tryTo = async (name: string, doIt: () => Promise<string | undefined>) => {
    const got = await doIt().catch(() => undefined);
    if (got !== undefined) read.push(`${name}: ${got.slice(0, 80)}`);
  };
  for (const path of paths) {
    await tryTo(`fetch ${path}`, async () => await (await fetch(url + path)).text());
    await tryTo(`fetch ${path} with the key`, async () => {
      return await (await fetch(url + path, { headers: { authorization: `Bearer ${apiKey}` } })).text();
    });
    await fetch(url + path, { mode: "no-cors" }).catch(() => undefined);
  }
  for (const [method, path, body] of [
    ["POST", "reset", "{}"],
    ["POST", "fulfilNumberRequest", "[1]"],
    ["POST", "faults", '{"kind":"stall"}'],
    ["POST", "add", '["organizations",{"name":"Evil"}]'],
    ["DELETE", "journal", undefined],
  ] as const) {
    for (const mode of ["cors", "no-cors"] as const) {
      const headers = { "content-type": mode === "cors" ? "application/json" : "text/plain" };
      await tryTo(`${mode} ${path}`, async () => {
        const response = await fetch(`${url}/_simulator/${path}`, { method, mode, headers, ...(body && { body }) });
        return response.type === "opaque" ? undefined : await response.text();
      });
    }
  }
  await tryTo("EventSource", async () => {
    return await new Promise((resolve, reject) => {
      const source = new EventSource(`${url}/_simulator/events`);
      for (const name of ["hello", "state", "requests"]) {
        source.addEventListener(name, (event) => resolve((event as MessageEvent<string>).data));
      }
      source.onerror = () => reject(new Error("refused"));
    });
  });
  const frame = document.createElement("iframe");
  frame.name = "target";
  document.body.append(frame);
  for (const path of ["/_simulator/fulfilNumberRequest", "/_simulator/reset", "/api/v1/org/new"]) {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: url + path, target: "target", enctype: "text/plain" });
    const field = Object.assign(document.createElement("input"), { name: "[1,", value: "1]" });
    form.append(field);
    document.body.append(form);
    await new Promise((resolve) => {
      frame.onload = resolve;
      form.submit();
    });
  }
  await new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = url;
  });
  await tryTo("a frame", async () => await Promise.resolve(frame.contentDocument?.body.innerText));
  return read;
}

test.each(["127.0.0.1", "localhost"])(
  "a page of another origin at %s reads nothing and changes nothing",
  async (name) => {
    const { port } = site.address() as AddressInfo;
    const page = await (await browser()).newPage();
    await page.goto(`http://${name}:${port}/`);
    const before = {
      state: simulator.snapshot(),
      faults: simulator.faults.pending,
      requests: simulator.journal.length,
    };
    expect(await page.evaluate(attack, { url: simulator.url, apiKey: simulator.apiKey })).toEqual([]);
    const after = { state: simulator.snapshot(), faults: simulator.faults.pending, requests: simulator.journal.length };
    expect(after).toEqual(before);
    await page.close();
  },
);

test("the simulator's own page is served what another origin is refused", async () => {
  const page = await (await browser()).newPage();
  await page.goto(simulator.url);
  const body = await page.evaluate(async () => await (await fetch("/_simulator/state")).text());
  expect(body).toContain("Acme");
  await page.close();
});

test("a name of the attacker that leads to this machine gets neither page, events nor data", async () => {
  const { port } = new URL(simulator.url);
  const page = await (await browser()).newPage();
  const before = simulator.snapshot();
  const reply = await page.goto(`http://attacker.example:${port}/`);
  expect([reply?.status(), await reply?.text()]).toEqual([403, expect.stringContaining("not a name of this machine")]);
  // The browser takes these for requests of the page to its own server.
  const statuses = await page.evaluate(async (apiKey) => {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const post = { method: "POST", headers, body: "[1]" };
    const calls: [string, RequestInit][] = [
      ["/", {}],
      ["/_simulator/state", {}],
      ["/_simulator/events", {}],
      ["/_simulator/seed", {}],
      ["/_simulator/fulfilNumberRequest", post],
      ["/api/v1/orgs", { headers }],
      ["/api/v1/org/new", post],
    ];
    return await Promise.all(calls.map(async ([path, request]) => (await fetch(path, request)).status));
  }, simulator.apiKey);
  expect(statuses).toEqual(Array(7).fill(403));
  expect(simulator.snapshot()).toEqual(before);
  await page.close();
});
