import { createSimulator, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

let simulator: Simulator;
const call = callerOf(() => simulator);
const acme = { orgSlug: "acme" };
const support = { slug: "support" };

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Acme" }, { name: "Beta" }],
      workspaces: [{ organization: "acme", name: "Support" }],
      tools: [
        { organization: "acme", name: "lookup", config: { token: "secret" } },
        { organization: "beta", name: "lookup" },
      ],
      folders: [{ organization: "acme", name: "handbook" }],
      documents: [{ organization: "acme", folder: "handbook", name: "a.json" }],
      embeddings: [{ workspace: "support", document: "acme/handbook/a.json" }],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe("a tool", () => {
  test("has defaults", async () => {
    const { body } = await call("createOrganizationTool", { params: acme, body: { name: "one", type: "mcp" } });
    expect(body.tool).toEqual({ id: 3, name: "one", type: "mcp", description: null, config: null, enabled: true });
    expect((await call("listOrganizationTools", { params: acme })).body.tools).toHaveLength(2);
  });

  test.each([
    ["without a type", { name: "one" }, 400],
    ["with a space in its name", { name: "one two", type: "function" }, 400],
    ["with a name of 65 characters", { name: "x".repeat(65), type: "function" }, 400],
    ["with a config that is not an object", { name: "one", type: "function", config: "x" }, 400],
    ["with a type that nobody knows", { name: "one", type: "telepathy" }, 200],
    ["of a name in use", { name: "lookup", type: "function" }, 409],
  ])("%s", async (_what, body, status) => {
    expect((await call("createOrganizationTool", { params: acme, body })).status).toBe(status);
  });

  test.each([
    [
      "changes what is sent alone",
      { enabled: false },
      200,
      { name: "lookup", enabled: false, config: { token: "secret" } },
    ],
    ["can be renamed", { name: "find" }, 200, { name: "find", id: 1 }],
    ["can keep its name", { name: "lookup" }, 200, { name: "lookup" }],
    ["can lose its config", { config: null }, 200, { config: null }],
    ["gets its config replaced", { config: { url: "x" } }, 200, { config: { url: "x" } }],
    ["cannot have a name in use", { name: "other" }, 409, undefined],
    ["cannot have an odd name", { name: "a/b" }, 400, undefined],
  ])("%s", async (_what, body, status, tool) => {
    simulator.person.add("tools", { organization: "acme", name: "other" });
    const response = await call("updateOrganizationTool", { params: { ...acme, toolId: 1 }, body });
    expect(response.status).toBe(status);
    if (tool) expect(response.body.tool).toMatchObject(tool);
  });

  test.each([2, 99, "lookup"])("%s is not one of this organization", async (toolId) => {
    const params = { ...acme, toolId };
    expect((await call("updateOrganizationTool", { params, body: { enabled: false } })).status).toBe(404);
    expect((await call("deleteOrganizationTool", { params })).status).toBe(404);
  });

  test("is attached once, listed, and leaves the workspace when it is deleted", async () => {
    for (const toolId of [1, "1"]) {
      expect(await call("attachWorkspaceTool", { params: support, body: { toolId } })).toMatchObject({
        status: 200,
        body: { success: true },
      });
    }
    expect((await call("listWorkspaceTools", { params: support })).body.tools).toMatchObject([{ id: 1 }]);
    expect((await call("deleteOrganizationTool", { params: { ...acme, toolId: 1 } })).status).toBe(200);
    expect((await call("listWorkspaceTools", { params: support })).body.tools).toEqual([]);
  });

  test.each([
    ["of another organization", 2, 400],
    ["that is not there", 99, 404],
  ])("%s is not attached", async (_what, toolId, status) => {
    expect((await call("attachWorkspaceTool", { params: support, body: { toolId } })).status).toBe(status);
  });

  test("is detached once", async () => {
    simulator.person.add("toolAttachments", { workspace: "support", tool: "lookup" });
    const detach = () => call("detachWorkspaceTool", { params: { ...support, toolId: 1 } });
    expect((await detach()).status).toBe(200);
    expect((await detach()).status).toBe(404);
    expect((await call("listOrganizationTools", { params: acme })).body.tools).toHaveLength(1);
  });
});

describe("a folder", () => {
  const create = (name: string) => call("createFolder", { params: acme, body: { name } });
  const remove = (name: string) => call("deleteFolder", { params: acme, body: { name } });

  test("returns neither an id nor a path, and is listed while it is empty", async () => {
    expect((await create("Prices 2026")).body).toEqual({ success: true, message: null });
    const { body } = await call("listDocumentsInFolder", { params: { ...acme, folderName: "Prices 2026" } });
    expect(body).toEqual({ folder: "Prices 2026", documents: [] });
    const { localFiles } = (await call("listDocuments", { params: acme })).body;
    expect(localFiles).toMatchObject({
      name: "documents",
      items: [
        { name: "custom-documents", type: "folder", items: [] },
        { name: "handbook", type: "folder", items: [{ name: "a.json", type: "file" }] },
        { name: "Prices 2026", type: "folder", items: [] },
      ],
    });
  });

  test.each([
    ["handbook", 500],
    ["custom-documents", 500],
    ["a/b", 400],
    ["..", 400],
    ["", 400],
    ["x".repeat(256), 400],
    ["x".repeat(255), 200],
  ])("named %s", async (name, status) => {
    const response = await create(name);
    expect(response.status).toBe(status);
    if (status === 500) expect(response.body).toMatchObject({ message: "Folder by that name already exists" });
  });

  test("can have the name of another organization's", async () => {
    const response = await call("createFolder", { params: { orgSlug: "beta" }, body: { name: "handbook" } });
    expect(response.status).toBe(200);
  });

  test("takes its documents and their embeddings with it", async () => {
    expect((await remove("handbook")).body).toMatchObject({ success: true });
    expect(simulator.snapshot()).toMatchObject({ folders: [], documents: [], embeddings: [] });
    const { status, body } = await call("listDocumentsInFolder", { params: { ...acme, folderName: "handbook" } });
    expect(status).toBe(404);
    expect(body).toMatchObject({ folder: "handbook", documents: [], error: expect.any(String) as string });
  });

  test.each([
    ["is gone, with 200 again", "nobody", 200],
    ["is the default one, and stays", "custom-documents", 400],
  ])("that %s", async (_what, name, status) => {
    expect((await remove(name)).status).toBe(status);
  });
});
