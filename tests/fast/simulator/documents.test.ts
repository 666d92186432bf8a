import { createHash } from "node:crypto";
import { request } from "node:http";
import { createSimulator, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

let simulator: Simulator;
const call = callerOf(() => simulator);
const acme = { orgSlug: "acme" };
const support = { slug: "support" };
const handbook = "acme/handbook/a.json";

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Acme" }, { name: "Beta" }],
      workspaces: [
        { organization: "acme", name: "Support" },
        { organization: "beta", name: "Sales" },
      ],
      folders: [
        { organization: "acme", name: "handbook" },
        { organization: "acme", name: "archive" },
      ],
      documents: [
        { organization: "acme", folder: "handbook", name: "a.json", title: "A", pageContent: "one two three" },
        { organization: "acme", folder: "handbook", name: "b.json" },
        { organization: "beta", name: "c.json" },
      ],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

function form(
  fields: Record<string, string> = {},
  content = "Open from nine to five.",
  filename = "Opening hours.txt",
) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set("file", new Blob([content]), filename);
  return data;
}

const embedded = async () => {
  const { body } = await call("getWorkspace", { params: support });
  const [workspace] = [body.workspace].flat();
  return workspace?.documents?.map(({ docpath }) => docpath);
};

describe("an upload", () => {
  test("returns the new document, whose docpath is its location", async () => {
    const { status, body } = await call("uploadDocument", { params: acme, form: form() });
    expect(status).toBe(200);
    const { id, location } = body.documents[0] ?? {};
    expect(location).toBe(`acme/custom-documents/opening-hours.txt-${id}.json`);
    expect(body).toMatchObject({
      success: true,
      error: null,
      documents: [
        { title: "Opening hours.txt", wordCount: 5, pageContent: "Open from nine to five.", docAuthor: null },
      ],
    });
    const docName = location?.split("/").at(-1) ?? "";
    const got = await call("getDocument", { params: { ...acme, docName } });
    expect(got.body.document).toMatchObject({ id, name: docName, title: "Opening hours.txt", type: "file" });
    expect(got.body.document).not.toHaveProperty("pageContent");
  });

  test("is a new document every time", async () => {
    const first = await call("uploadDocument", { params: acme, form: form() });
    const second = await call("uploadDocument", { params: acme, form: form() });
    expect(first.body.documents[0]?.location).not.toBe(second.body.documents[0]?.location);
  });

  test("takes metadata, and makes the folder", async () => {
    const metadata = {
      title: "Hours",
      docAuthor: "Ann",
      description: "When",
      docSource: "web",
      colour: "red",
      url: "x",
    };
    const params = { ...acme, folderName: "new one" };
    const { body } = await call("uploadDocumentIntoFolder", {
      params,
      form: form({ metadata: JSON.stringify(metadata) }),
    });
    expect(body.documents[0]?.location).toMatch(/^acme\/new one\/opening-hours\.txt-/);
    const { colour: _colour, url: _url, ...known } = metadata;
    expect(body.documents[0]).toMatchObject(known);
    expect(body.documents[0]).not.toHaveProperty("colour");
    const listed = await call("listDocumentsInFolder", { params });
    expect(listed.body.documents).toMatchObject([known]);
  });

  test("can be embedded at once", async () => {
    const { body } = await call("uploadDocument", { params: acme, form: form({ addToWorkspaces: "support" }) });
    expect(await embedded()).toEqual([body.documents[0]?.location]);
  });

  test.each([
    ["a workspace of another organization", form({ addToWorkspaces: "support,sales" })],
    ["the hex form of a workspace", form({ addToWorkspaces: "737570706f7274" })],
    ["metadata that is not JSON", form({ metadata: "{" })],
    ["no file", new FormData()],
  ])("is refused for %s, and leaves nothing", async (_what, data) => {
    data.append("x", "y");
    const before = simulator.snapshot();
    expect((await call("uploadDocument", { params: acme, form: data })).status).toBe(400);
    expect(simulator.snapshot()).toEqual(before);
  });

  test("is refused when it is not multipart", async () => {
    expect((await call("uploadDocument", { params: acme, body: {} })).status).toBe(400);
  });

  test("of any size is counted and hashed while it passes by", async () => {
    const chunk = Buffer.from("lorem ipsum ".repeat(8192));
    const chunks = 100;
    const { url, apiKey, accountId, journal } = simulator;
    const headers = {
      authorization: `Bearer ${apiKey}`,
      "x-account-id": accountId,
      "content-type": "multipart/form-data; boundary=b",
    };
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${url}/api/v1/org/61636d65/document/upload`, { method: "POST", headers }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      sending.on("error", reject);
      sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="big.txt"\r\n\r\n');
      let left = chunks;
      const send = (): void => {
        while (left-- > 0) {
          if (!sending.write(chunk)) return void sending.once("drain", send);
        }
        sending.end("\r\n--b--\r\n");
      };
      send();
    });
    expect(status).toBe(200);
    const hash = createHash("sha256");
    for (let i = 0; i < chunks; i++) hash.update(chunk);
    const sha256 = hash.digest("hex");
    const bytes = chunks * chunk.length;
    expect(simulator.snapshot().documents.at(-1)).toMatchObject({ sha256, bytes, wordCount: chunks * 16384 });
    expect(journal.at(-1)?.body).toEqual({ file: { filename: "big.txt", bytes, sha256 } });
  });
});

describe("embeddings", () => {
  const change = (body: { adds?: string[]; deletes?: string[] }) =>
    call("updateWorkspaceEmbeddings", { params: support, body });

  test.each([
    ["are added", { adds: [handbook] }, [handbook]],
    ["are added twice as two rows", { adds: [handbook, handbook] }, [handbook, handbook]],
    ["of unknown documents are passed over", { adds: ["acme/handbook/none.json", handbook] }, [handbook]],
    ["that are not there are removed without a word", { deletes: [handbook, "acme/x/y.json"] }, []],
    ["are removed before they are added", { deletes: [handbook], adds: [handbook] }, [handbook]],
    ["stay when nothing is asked", {}, []],
  ])("%s", async (_what, body, docpaths) => {
    const response = await change(body);
    expect(response.status).toBe(200);
    expect(response.body.workspace.documents?.map(({ docpath }) => docpath)).toEqual(docpaths);
    expect(await embedded()).toEqual(docpaths);
  });

  test("lose one row of two when one is removed", async () => {
    await change({ adds: [handbook, handbook] });
    await change({ deletes: [handbook] });
    expect(await embedded()).toEqual([handbook]);
  });

  test.each([
    ["another organization's", "beta/custom-documents/c.json"],
    ["one with the hex form", "61636d65/handbook/a.json"],
  ])("refuse %s docpath", async (_what, docpath) => {
    expect((await change({ adds: [handbook, docpath] })).status).toBe(400);
    expect((await change({ deletes: [docpath] })).status).toBe(400);
    expect(await embedded()).toEqual([]);
  });
});

describe("moving documents", () => {
  const move = (...files: { from: string; to: string }[]) => call("moveDocuments", { params: acme, body: { files } });

  test("changes the docpath", async () => {
    const response = await move({ from: handbook, to: "acme/archive/a.json" });
    expect(response).toMatchObject({ status: 200, body: { success: true, message: null } });
    const { body } = await call("listDocumentsInFolder", { params: { ...acme, folderName: "archive" } });
    expect(body.documents).toMatchObject([{ name: "a.json", title: "A" }]);
  });

  test("skips what is embedded, with a 200", async () => {
    simulator.person.add("embeddings", { workspace: "support", document: handbook });
    const response = await move(
      { from: handbook, to: "acme/archive/a.json" },
      { from: "acme/handbook/b.json", to: "acme/archive/b.json" },
    );
    expect(response).toMatchObject({
      status: 200,
      body: { success: true, message: "1/2 files not moved. Unembed them from all workspaces." },
    });
    expect(simulator.snapshot().documents.map(({ folder }) => folder)).toEqual([
      "handbook",
      "archive",
      "custom-documents",
    ]);
  });

  test.each([
    ["a folder that is not there", handbook, "acme/nowhere/a.json", 500],
    ["a document that is not there", "acme/handbook/none.json", "acme/archive/a.json", 500],
    ["a place that is taken", handbook, "acme/handbook/b.json", 500],
    ["another organization", handbook, "beta/custom-documents/a.json", 400],
  ])("fails for %s", async (_what, from, to, status) => {
    expect((await move({ from, to })).status).toBe(status);
  });
});

describe("deleting documents", () => {
  const remove = (...files: string[]) => call("deleteDocuments", { params: acme, body: { files } });

  test("takes them out of every workspace", async () => {
    simulator.person.add("embeddings", { workspace: "support", document: handbook });
    expect(await remove(handbook)).toMatchObject({
      status: 200,
      body: { success: true, purged: [handbook], failed: [] },
    });
    expect(await embedded()).toEqual([]);
    expect((await call("getDocument", { params: { ...acme, docName: "a.json" } })).status).toBe(404);
  });

  test("says with 207 what could not be deleted", async () => {
    const unknown = "acme/handbook/none.json";
    expect(await remove(unknown, handbook)).toMatchObject({
      status: 207,
      body: { success: false, purged: [handbook], failed: [{ path: unknown, reason: "Document not found" }] },
    });
  });

  test("of another organization is refused as a whole", async () => {
    expect((await remove(handbook, "beta/custom-documents/c.json")).status).toBe(400);
    expect(simulator.snapshot().documents).toHaveLength(3);
  });
});
