import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { everythingSeed } from "../../support/client/call-everything";

let folder: string;
let simulator: Simulator | undefined;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lumenone-corrected-"))));
afterEach(() => simulator?.close());
afterAll(() => rmSync(folder, { recursive: true }));

async function corrected(...actions: object[]): Promise<Simulator> {
  const contract = join(folder, "overlay.json");
  writeFileSync(contract, JSON.stringify({ overlay: "1.0.0", info: { title: "x", version: "1" }, actions }));
  return (simulator = await createSimulator({ seed: everythingSeed, contract }));
}

const hex = (text: string) => Buffer.from(text).toString("hex");

async function ask(path: string, method = "GET", body?: object, headers: Record<string, string> = {}) {
  const { url, apiKey, accountId } = simulator!;
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      "x-account-id": accountId,
      ...(body && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const tools = `/org/${hex("acme")}/tools`;
const toolsAt = "$.paths['/org/{orgSlug}/tools'].post.requestBody.content['application/json'].schema";

test("a field that one request requires: without it, 400", async () => {
  await corrected({ target: toolsAt, update: { required: ["description"] } });
  const without = await ask(tools, "POST", { name: "a", type: "mcp" });
  expect(without).toEqual({ status: 400, text: expect.stringContaining("'description'") as string });
  expect(await ask(tools, "POST", { name: "a", type: "mcp", description: null })).toMatchObject({ status: 200 });
});

test("a field that a shared schema requires, under its new name", async () => {
  await corrected(
    { target: "$.components.schemas.ToolCreate", update: { required: ["description"] } },
    { target: "$.components.schemas.ToolCreate.properties.description", update: { "x-wire-name": "summary" } },
  );
  expect(await ask(tools, "POST", { name: "a", type: "mcp", description: "x" })).toMatchObject({ status: 400 });
  expect(await ask(tools, "POST", { name: "a", type: "mcp", summary: "x" })).toMatchObject({ status: 200 });
});

test("a field of a workspace, whose values are coerced, is required", async () => {
  await corrected({ target: "$.components.schemas.WorkspaceCreate", update: { required: ["topN"] } });
  const path = `/org/${hex("acme")}/workspace/new`;
  expect(await ask(path, "POST", { name: "Sales" })).toMatchObject({ status: 400 });
  expect(await ask(path, "POST", { name: "Sales", topN: "seven" })).toMatchObject({ status: 200 });
});

test("the values of a field in one request are those of the overlay", async () => {
  await corrected({ target: toolsAt, update: { properties: { type: { enum: ["webhook"] } } } });
  expect(await ask(tools, "POST", { name: "a", type: "mcp" })).toMatchObject({ status: 400 });
  expect(await ask(tools, "POST", { name: "a", type: "webhook" })).toMatchObject({ status: 200 });
});

describe("an enum of a parameter", () => {
  const schema = "$.components.parameters.NumberRequestStatus.schema";
  const list = (status: string) => ask(`/org/${hex("acme")}/number-requests?status=${status}`);

  test("a value is added", async () => {
    await corrected({ target: schema, update: { enum: ["archived"] } });
    expect((await list("archived")).status).toBe(200);
    expect((await list("pending")).status).toBe(200);
    expect((await list("lost")).status).toBe(400);
  });

  test("a value is removed", async () => {
    await corrected({ target: `${schema}.enum`, remove: true }, { target: schema, update: { enum: ["pending"] } });
    expect((await list("pending")).status).toBe(200);
    expect((await list("approved")).status).toBe(400);
  });

  test("a parameter of one operation is required", async () => {
    await corrected({
      target:
        "$.paths['/org/{orgSlug}/number-requests'].get.parameters[?@['$ref'] == '#/components/parameters/NumberRequestStatus']",
      update: { required: true },
    });
    expect((await ask(`/org/${hex("acme")}/number-requests`)).status).toBe(400);
    expect((await list("pending")).status).toBe(200);
  });
});

test("a word that the overlay adds to a coerced field is kept, and others are replaced", async () => {
  await corrected({
    target: "$.components.schemas.WorkspaceSettings.properties.vectorSearchMode",
    update: { "x-known-values": ["hybrid"] },
  });
  const path = `/org/${hex("acme")}/workspace/new`;
  const modeOf = async (vectorSearchMode: string) =>
    (JSON.parse((await ask(path, "POST", { name: "Sales", vectorSearchMode })).text) as { workspace: object })
      .workspace;
  expect(await modeOf("hybrid")).toMatchObject({ vectorSearchMode: "hybrid" });
  expect(await modeOf("rerank")).toMatchObject({ vectorSearchMode: "rerank" });
  expect(await modeOf("other")).toMatchObject({ vectorSearchMode: "default" });
});

test("what a response requires more than it was released is not an error of the simulator", async () => {
  await corrected({ target: "$.components.schemas.Tool", update: { required: ["createdAt"] } });
  expect(await ask(tools, "POST", { name: "a", type: "mcp" })).toMatchObject({ status: 200 });
});

test("metadata of an upload that only begins like JSON: 400, as without a correction", async () => {
  const { url, apiKey, accountId } = await corrected({ target: "$.info", update: { title: "Another" } });
  const body = new FormData();
  body.set("file", new Blob(["text"]), "a.txt");
  body.set("metadata", "{ title");
  const headers = { authorization: `Bearer ${apiKey}`, "x-account-id": accountId };
  const response = await fetch(`${url}/api/v1/org/${hex("acme")}/document/upload`, { method: "POST", headers, body });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ message: "metadata must be JSON" });
});
