import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Client, type ClientOptions, createClient } from "pulumi-lumenone/client";
import recorded from "../../recorded/requests/every-operation.json";
import { callEverything, everythingSeed } from "../../support/client/call-everything";
import { mutate } from "../../support/contract-mutations/mutate";
import { recordRequests } from "../../support/client/record-requests";
import { rewritingProxy } from "../../support/contract-mutations/rewriting-proxy";

let simulator: Simulator;
let folder: string;
/** What the released API says. */
let expected: unknown[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lumenone-overlay-"));
  simulator = await createSimulator({ seed: everythingSeed });
  const { apiKey, url: baseUrl, accountId } = simulator;
  expected = await callEverything(createClient({ apiKey, baseUrl, accountId }));
}, 30_000);
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => simulator.reset(everythingSeed));

/** A client of the simulator, or of a server in front of it. */
function clientFor(baseUrl: string, overlay?: object, more: Partial<ClientOptions> = {}): Client {
  const { apiKey, accountId } = simulator;
  const contract = join(folder, `${++files}.json`);
  if (overlay) writeFileSync(contract, JSON.stringify(overlay));
  return createClient({ apiKey, baseUrl, accountId, maxRetries: 0, ...(overlay && { contract }), ...more });
}
let files = 0;

const overlayOf = (...actions: object[]) => ({ overlay: "1.0.0", info: { title: "x", version: "1" }, actions });

describe("requests of every operation, byte by byte", () => {
  const marks = overlayOf({ target: "$.paths[*][*]", update: { "x-provenance": "documented" } });

  test.each([
    ["without an overlay", undefined],
    ["with one that marks provenance alone", marks],
  ])("%s they are those of the release before overlays", async (_, overlay) => {
    const recorder = await recordRequests(simulator.url);
    try {
      await callEverything(clientFor(recorder.url, overlay));
      expect(recorder.requests).toEqual(recorded);
    } finally {
      await recorder.close();
    }
  });
});

test("two clients of one process use different contracts", async () => {
  const recorder = await recordRequests(simulator.url);
  const to = (path: string) => overlayOf({ target: "$.paths['/orgs'].get", update: { "x-wire-path": path } });
  const clients = [clientFor(recorder.url, to("/one")), clientFor(recorder.url), clientFor(recorder.url, to("/two"))];
  await Promise.allSettled(clients.map((client) => client.listOrganizations()));
  await recorder.close();
  expect(recorder.requests.map(({ request }) => request).sort()).toEqual([
    "GET /api/v1/one",
    "GET /api/v1/orgs",
    "GET /api/v1/two",
  ]);
});

test("lumenone:operations is applied after the overlay, and takes the parameters that are in the path then", async () => {
  const recorder = await recordRequests(simulator.url);
  const overlay = overlayOf(
    { target: "$.paths['/org/{orgSlug}'].get", update: { "x-wire-path": "/organization" } },
    {
      target: "$.paths['/org/{orgSlug}'].get.parameters[0]",
      update: { "x-wire-in": "query", "x-wire-name": "organization" },
    },
  );
  const operations = { getOrganization: { method: "get", path: "/o" } };
  await clientFor(recorder.url, overlay, { operations })
    .getOrganization({ orgSlug: "acme" })
    .catch(() => undefined);
  await recorder.close();
  expect(recorder.requests.map(({ request }) => request)).toEqual(["GET /api/v1/o?organization=61636d65"]);
});

test("an operation that is added elsewhere and removed is moved, with one placeholder of another name", async () => {
  const recorder = await recordRequests(simulator.url);
  const overlay = overlayOf(
    { target: "$.paths", update: { "/organizations/{hexSlug}": { put: { operationId: "updateOrganization" } } } },
    { target: "$.paths['/org/{orgSlug}/update'].post", remove: true },
  );
  await clientFor(recorder.url, overlay)
    .updateOrganization({ orgSlug: "acme" }, { name: "Acme" })
    .catch(() => undefined);
  await recorder.close();
  expect(recorder.requests).toMatchObject([{ request: "PUT /api/v1/organizations/61636d65", body: '{"name":"Acme"}' }]);
});

test("a newly required field or parameter is sent with its default, or has to be given", async () => {
  const recorder = await recordRequests(simulator.url);
  const client = clientFor(
    recorder.url,
    overlayOf(
      { target: "$.components.schemas.ToolCreate", update: { required: ["description"] } },
      { target: "$.components.parameters.Scope", update: { required: true } },
      {
        target: "$.paths['/orgs'].get",
        update: { parameters: [{ name: "v", in: "header", required: true, schema: { type: "string", default: "2" } }] },
      },
    ),
  );
  await client.createOrganizationTool({ orgSlug: "acme" }, { name: "a", type: "mcp" });
  await client.listOrganizations();
  await expect(client.listNumbers()).rejects.toThrow("listNumbers: scope is missing");
  await recorder.close();
  expect(recorder.requests).toMatchObject([
    { body: '{"name":"a","type":"mcp","description":null}' },
    { request: "GET /api/v1/orgs", headers: { v: "2" } },
  ]);
});

test("a field of an error's body has its corrected name, and no name of the wire hides LumenOne's words", async () => {
  const overlay = overlayOf({
    target: "$.components.schemas.Error.properties.message",
    update: { "x-wire-name": "reason" },
  });
  const server = createServer((_, response) => {
    response
      .writeHead(409, { "content-type": "application/json" })
      .end('{"success":false,"reason":"The name is taken"}');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const failed = clientFor(url, overlay).createOrganizationTool({ orgSlug: "acme" }, { name: "a", type: "mcp" });
  await expect(failed).rejects.toMatchObject({ responseText: "The name is taken", ownForm: true });
  server.close();
});

/** SEEDS=500 runs as many, from LUMENONE_MUTATION_SEED on. */
const firstSeed = Number(process.env["LUMENONE_MUTATION_SEED"] ?? 0);
const seeds = Array.from({ length: Number(process.env["SEEDS"] ?? 8) }, (_, at) => firstSeed + at);

test.each(seeds)(
  "with the overlay of the changes of seed %s, the client works against a proxy that speaks the changed API",
  async (seed) => {
    const mutation = mutate(seed);
    const proxy = await rewritingProxy(mutation, simulator.url);
    try {
      expect(await callEverything(clientFor(proxy.url, mutation.overlay))).toEqual(expected);
      expect(proxy.refused).toEqual([]);
    } catch (error) {
      (error as Error).message += `\n${JSON.stringify(mutation.changes)} ${proxy.refused.join("; ")}`;
      throw error;
    } finally {
      await proxy.close();
    }
  },
);

test.each(seeds)(
  "the simulator with the overlay of seed %s is the changed API, for the client with the same one",
  async (seed) => {
    const { overlay, changes } = mutate(seed);
    const contract = join(folder, `simulator-${seed}.json`);
    writeFileSync(contract, JSON.stringify(overlay));
    const changed = await createSimulator({ seed: everythingSeed, contract });
    try {
      const { apiKey, accountId, url } = changed;
      const client = clientFor(url, overlay, { apiKey, accountId });
      expect(await callEverything(client)).toEqual(expected);
      expect(changed.journal.filter(({ status = 0 }) => status > 299)).toEqual([]);
    } catch (error) {
      (error as Error).message += `\n${JSON.stringify(changes)}`;
      throw error;
    } finally {
      await changed.close();
    }
  },
);

test("a simulator with an overlay does not accept the names and places that the overlay replaces", async () => {
  const contract = join(folder, "replaced.json");
  const overlay = overlayOf(
    { target: "$.components.parameters.AccountId", update: { "x-wire-name": "X-Account" } },
    { target: "$.components.parameters.OptionalAccountId", update: { "x-wire-in": "query", "x-wire-name": "account" } },
    { target: "$.components.schemas.AccountCreate.properties.name", update: { "x-wire-name": "title" } },
  );
  writeFileSync(contract, JSON.stringify(overlay));
  const changed = await createSimulator({
    seed: { ...everythingSeed, accounts: [{ name: "One" }, { name: "Two" }] },
    contract,
  });
  const { apiKey, url } = changed;
  const [, other] = changed.snapshot().accounts;
  const accountId = other!.id;
  const plain = clientFor(url, undefined, { apiKey, accountId });
  await expect(plain.getOrganization({ orgSlug: "acme" })).rejects.toMatchObject({ reason: "badRequest" });
  await expect(plain.createAccount({}, { name: "Third" })).rejects.toMatchObject({ reason: "badRequest" });
  expect(await plain.listOrganizations()).toHaveLength(1);
  expect(await clientFor(url, overlay, { apiKey, accountId }).listOrganizations()).toHaveLength(0);
  await changed.close();
});
