import { createSimulator, type Quirk, quirks, type Seed, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

const acme = { orgSlug: "acme" };
const support = { slug: "support" };
const document = "acme/custom-documents/a.json";
const seed: Seed = {
  organizations: [{ name: "Acme" }],
  workspaces: [{ name: "Support", chatModel: "gpt-4o", chatProvider: "openai" }],
  documents: [{ name: "a.json" }, { name: "broken.json", isBroken: true }, { name: "c.json" }],
  embeddings: [{ document }],
};

let simulator: Simulator;
const call = callerOf(() => simulator);

beforeAll(async () => {
  simulator = await createSimulator({ seed });
});
afterAll(() => simulator.close());

const withQuirks = (...names: Quirk[]) => simulator.reset({ ...seed, quirks: names });

/** Both sides of a quirk: what is shown without it, and with it. */
async function sides<T>(quirk: Quirk, look: () => Promise<T>): Promise<{ without: T; with: T }> {
  withQuirks();
  const without = await look();
  withQuirks(quirk);
  return { without, with: await look() };
}

const make = async (fields: object) =>
  (await call("createWorkspace", { params: acme, body: { name: "New", ...fields } })).body.workspace;
const change = async (fields: object) =>
  (await call("updateWorkspace", { params: support, body: fields })).body.workspace;

async function upload(filename: string, folderName?: string) {
  const form = new FormData();
  form.append("file", new Blob(["text"]), filename);
  if (folderName === undefined) return call("uploadDocument", { params: acme, form });
  return call("uploadDocumentIntoFolder", { params: { ...acme, folderName }, form });
}

test("promptIgnoredAtCreate: the prompt of a create is lost, that of an update is kept", async () => {
  const prompts = await sides("promptIgnoredAtCreate", async () => [
    (await make({ openAiPrompt: "Help." })).openAiPrompt,
    (await make({})).openAiPrompt,
    (await change({ openAiPrompt: "Help." })).openAiPrompt,
  ]);
  expect(prompts.without).toEqual(["Help.", null, "Help."]);
  const theirs = expect.stringMatching(/^Given the following conversation/) as string;
  expect(prompts.with).toEqual([theirs, theirs, "Help."]);
});

test("automaticChatMode: an absent, empty or unknown chatMode is automatic, a known one is kept", async () => {
  const modes = await sides("automaticChatMode", async () => [
    (await make({})).chatMode,
    (await change({ chatMode: null })).chatMode,
    (await change({ chatMode: "shout" })).chatMode,
    (await change({ chatMode: "query" })).chatMode,
  ]);
  expect(modes.without).toEqual(["chat", "chat", "chat", "query"]);
  expect(modes.with).toEqual(["automatic", "automatic", "automatic", "query"]);
});

test("routers: an update to a router empties the model, a create does not", async () => {
  const router = { chatProvider: "anythingllm-router", chatModel: "x" };
  const models = await sides("routers", async () => [
    (await make(router)).chatModel,
    (await change(router)).chatModel,
    (await change({ chatProvider: "openai", chatModel: "x" })).chatModel,
    (await change({ chatProvider: "openai" })).router_id,
  ]);
  expect(models.without).toEqual(["x", "x", "x", undefined]);
  expect(models.with).toEqual(["x", null, "x", null]);
});

test("without a quirk, an update to the provider default empties provider and model, and a create does not", async () => {
  withQuirks();
  expect(await make({ chatProvider: "default", chatModel: "x" })).toMatchObject({
    chatProvider: "default",
    chatModel: "x",
  });
  expect(await change({ chatProvider: "default", chatModel: "x" })).toMatchObject({
    chatProvider: null,
    chatModel: null,
  });
});

const embedded = async () => {
  const { workspace } = (await call("getWorkspace", { params: support })).body;
  return (Array.isArray(workspace) ? workspace : [workspace]).flatMap(({ documents = [] } = {}) => documents);
};

test("filenameIsFolder: an embedding's filename is the folder", async () => {
  const names = await sides("filenameIsFolder", async () => (await embedded())[0]?.filename);
  expect(names).toEqual({ without: "a.json", with: "custom-documents" });
});

test("twoSegmentDocpaths: responses leave the organization out, and requests may", async () => {
  const paths = await sides("twoSegmentDocpaths", async () => [
    (await embedded())[0]?.docpath,
    (await upload("b.txt")).body.documents[0]?.location?.split("/").length,
  ]);
  expect(paths.without).toEqual([document, 3]);
  expect(paths.with).toEqual(["custom-documents/a.json", 2]);

  for (const path of ["custom-documents/a.json", document]) {
    const removed = await call("updateWorkspaceEmbeddings", { params: support, body: { deletes: [path] } });
    expect(removed.body.workspace.documents).toEqual([]);
    const added = await call("updateWorkspaceEmbeddings", { params: support, body: { adds: [path] } });
    expect(added.body.workspace.documents).toHaveLength(1);
  }
  const files = ["custom-documents/a.json"];
  expect(await call("deleteDocuments", { params: acme, body: { files } })).toMatchObject({ status: 200 });
  withQuirks();
  expect(await call("deleteDocuments", { params: acme, body: { files } })).toMatchObject({ status: 400 });
});

test("slashInFolderNames: a folder with a slash can be made, and nothing goes into it", async () => {
  const statuses = await sides("slashInFolderNames", async () => [
    (await call("createFolder", { params: acme, body: { name: "a/b" } })).status,
    (await upload("b.txt", "a/b")).status,
  ]);
  expect(statuses).toEqual({ without: [400, 400], with: [200, 500] });
});

test("deletionProtected: a workspace is not deleted, whatever the key", async () => {
  const deleted = await sides("deletionProtected", async () => {
    const { status, body } = await call("deleteWorkspace", { params: support });
    return { status, body, left: simulator.snapshot().workspaces.length };
  });
  expect(deleted.without).toMatchObject({ status: 200, left: 0 });
  expect(deleted.with).toEqual({
    status: 403,
    body: { success: false, error: "Workspace deletion is blocked by the system administrator." },
    left: 1,
  });
});

test("folderPages: a folder comes in pages, without what is broken and with how many there are", async () => {
  const page = (more: object) => ({ ...acme, ...more });
  const lists = await sides("folderPages", async () => {
    const whole = await call("listDocumentsInFolder", { params: page({ folderName: "custom-documents" }) });
    const part = await call("listDocumentsInFolder", {
      params: page({ folderName: "custom-documents", offset: 1, limit: 1 }),
    });
    const query = await call("listDocuments", { params: page({ folder: "custom-documents", limit: 2 }) });
    return [whole.body, part.body, query.body];
  });
  const names = (documents: unknown) => (documents as { name: string }[]).map(({ name }) => name);
  expect(lists.without.slice(0, 2).map((body) => names((body as { documents: unknown }).documents))).toEqual([
    ["a.json", "broken.json", "c.json"],
    ["a.json", "broken.json", "c.json"],
  ]);
  expect(lists.without[2]).toHaveProperty("localFiles");
  const more = { folder: "custom-documents", totalCount: 3, code: 200, error: null };
  expect(lists.with.map((body) => ({ ...body, documents: names((body as { documents: unknown }).documents) }))).toEqual(
    [
      { ...more, hasMore: false, documents: ["a.json", "c.json"] },
      { ...more, hasMore: true, documents: [] },
      { ...more, hasMore: true, documents: ["a.json"] },
    ],
  );
});

test("quotesLost: a document made of a file loses typographic quotes of its name, and keeps a given title", async () => {
  const titles = await sides("quotesLost", async () => (await upload("“Preise”.txt")).body.documents[0]?.title);
  expect(titles).toEqual({ without: "“Preise”.txt", with: "Preise.txt" });
});

test("the mode upstream has the quirks of the newest version, and no others", async () => {
  simulator.reset({ ...seed, mode: "upstream" });
  expect((await make({})).chatMode).toBe("automatic");
  expect((await change({ chatProvider: "anythingllm-router", chatModel: "x" })).chatModel).toBeNull();
  expect((await make({ openAiPrompt: "Help." })).openAiPrompt).toBe("Help.");
  expect((await call("deleteWorkspace", { params: support })).status).toBe(200);
});

test("a quirk that is not one is refused, with those that are", async () => {
  const wrong = createSimulator({ quirks: ["router" as Quirk] });
  await expect(wrong).rejects.toThrow(`router is not a quirk; known are ${Object.keys(quirks).join(", ")}`);
});

test.each([[500], [200]])("the fault failed returns %d, changes nothing, and gives the reason", async (status) => {
  withQuirks();
  simulator.faults.add({ operationId: "updateWorkspace", kind: "failed", status });
  const { body, ...response } = await call("updateWorkspace", { params: support, body: { topN: 9 } });
  expect(response.status).toBe(status);
  expect(body).toEqual({ workspace: null, message: "Simulated failure of the database" });
  expect(simulator.snapshot().workspaces[0]?.topN).toBe(4);
});
