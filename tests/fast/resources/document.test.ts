import * as fs from "node:fs";
import { definitionOf } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { sampleFiles, sha256 } from "../../support/sample-files";
import { simulated } from "../../support/simulated";

const world = simulated({ organizations: [{ name: "Acme" }, { name: "Globex" }] });
const files = sampleFiles();
const uploads = () => world.simulator.journal.count("uploadDocument");
const documents = () => world.simulator.snapshot().documents;

/** A document of a text, as the engine declares it. */
const document = (name: string, content = `# ${name}`) => ({
  organization: "acme",
  source: files.asset(name, content),
});

describe("uploading", () => {
  test("the uploaded content is the declared one, under the file's name", async () => {
    const { create } = world.process();
    const { id, outputs } = await create("Document", document("Grüße & Küsse.md", "one two three"));
    expect(documents()).toMatchObject([
      { title: "Grüße & Küsse.md", sha256: sha256("one two three"), folder: "custom-documents" },
    ]);
    expect(id).toBe(`acme/custom-documents/${documents()[0]?.name}`);
    expect(outputs).toMatchObject({
      organization: "acme",
      contentHash: sha256("one two three"),
      documentId: documents()[0]?.id,
      wordCount: 3,
    });
    expect(JSON.stringify(outputs)).not.toContain("one two");
    expect(outputs).not.toHaveProperty("source");
  });

  test("metadata and folder go along, the folder also by its resource's id", async () => {
    const { create } = world.process();
    const metadata = { title: 'A / B: "quoted"', docAuthor: "Ünal", description: "long", docSource: "wiki" };
    await create("Document", { ...document("a.md"), ...metadata, folder: "acme/manuals" });
    expect(documents()).toMatchObject([{ ...metadata, folder: "manuals" }]);
  });

  test("a text and a remote file of another host are uploaded too", async () => {
    const { create } = world.process();
    await create("Document", { organization: "acme", source: { ...assetOfHash(sha256("text")), text: "text" } });
    const uri = `file://${files.write("remote.md", "remote")}`;
    await create("Document", { organization: "acme", source: { ...assetOfHash(sha256("remote")), uri } });
    expect(documents().map((each) => each.sha256)).toEqual([sha256("text"), sha256("remote")]);
  });

  test("a file name of the greatest length that there is", async () => {
    const name = `${"n".repeat(252)}.md`;
    await world.process().create("Document", document(name));
    expect(documents()).toMatchObject([{ title: name }]);
  });
});

describe("exactly once", () => {
  test("a file whose response is lost is not uploaded twice", async () => {
    world.simulator.faults.add({ operationId: "uploadDocument", kind: "resetAfter" });
    const { id } = await world.process().create("Document", document("a.md"));
    expect(documents()).toHaveLength(1);
    expect(id).toContain(documents()[0]?.name);
    expect(uploads()).toBe(1);
  });

  test("what did not arrive is sent again, from its beginning", async () => {
    world.simulator.faults.add({ operationId: "uploadDocument", kind: "resetBefore", times: 2 });
    const content = "all of it\n".repeat(50_000);
    await world.process().create("Document", document("a.md", content));
    expect(documents().map((each) => each.sha256)).toEqual([sha256(content)]);
  });

  test("documents of one name are distinguished from each other and from an existing one", async () => {
    const before = await world.process().create("Document", document("README.md", "old"));
    world.simulator.faults.add({ operationId: "uploadDocument", kind: "resetAfter", times: 3 });
    const { create } = world.process();
    const made = await Promise.all(
      ["one", "two", "three"].map((content) => create("Document", document(`${content}/README.md`, content))),
    );
    expect(documents()).toHaveLength(4);
    const ids = made.map(({ id }) => id);
    expect(new Set([...ids, before.id]).size).toBe(4);
    // Each resource has its own content.
    const hashes = ids.map((id) => documents().find(({ name }) => id.endsWith(name))?.sha256);
    expect(hashes).toEqual(["one", "two", "three"].map(sha256));
  });
});

describe("in different folders", () => {
  test("documents of one name are created at the same time, and each resource gets its own", async () => {
    world.simulator.faults.add({ operationId: "uploadDocumentIntoFolder", kind: "resetAfter", times: 2 });
    const { create } = world.process();
    const made = await Promise.all(
      ["one", "two"].map((folder) => create("Document", { ...document(`${folder}/README.md`, folder), folder })),
    );
    expect(made.map(({ id }) => id.split("/")[1])).toEqual(["one", "two"]);
    expect(made.map(({ outputs }) => outputs["contentHash"])).toEqual(["one", "two"].map(sha256));
    expect(world.simulator.journal.maxConcurrent()).toBe(2);
  });
});

describe("refused", () => {
  test("a file that changes while it is uploaded: nothing is left of it", async () => {
    const declared = document("a.md", "as it was");
    files.write("a.md", "as it is!");
    await expect(world.process().create("Document", declared)).rejects.toThrow(
      /Document \(acme\): its file was changed while it was uploaded.*has been deleted again/,
    );
    expect(documents()).toEqual([]);
  });

  test("where deleting it again fails, the message says what is left", async () => {
    world.simulator.faults.add({ operationId: "deleteDocuments", kind: "status", status: 403 });
    const declared = document("a.md", "as it was");
    files.write("a.md", "as it is!");
    await expect(world.process().create("Document", declared)).rejects.toThrow(
      /Delete acme\/custom-documents\/a\.md-.*\.json at LumenOne/,
    );
  });

  test("a file that is gone by now", async () => {
    const declared = document("gone.md");
    fs.rmSync(String((declared.source as Record<string, unknown>)["path"]));
    await expect(world.process().create("Document", declared)).rejects.toThrow(
      /its file cannot be read: there is no such file/,
    );
    expect(uploads()).toBe(0);
  });

  test("a remote file that its server does not give", async () => {
    const uri = `${world.simulator.url}/nowhere.md`;
    const source = { ...assetOfHash(sha256("x")), uri };
    await expect(world.process().create("Document", { organization: "acme", source })).rejects.toThrow(
      /its file cannot be read: http:.* returned 404/,
    );
    expect(documents()).toEqual([]);
  });

  test("a file that becomes several documents", async () => {
    const two = ["one", "two"].map((name) => ({
      id: name,
      title: name,
      location: `acme/custom-documents/${name}.json`,
    }));
    world.simulator.faults.add({
      operationId: "uploadDocument",
      kind: "status",
      status: 200,
      body: { success: true, documents: two },
    });
    await expect(world.process().create("Document", document("a.xlsx"))).rejects.toThrow(
      /makes 2 documents of its file/,
    );
    expect(world.simulator.journal.at(-1)).toMatchObject({
      operationId: "deleteDocuments",
      body: { files: two.map(({ location }) => location) },
    });
  });

  test("a folder of another organization, in preview", async () => {
    await expect(world.process().create("Document", { ...document("a.md"), folder: "globex/manuals" })).rejects.toThrow(
      /^folder: is of another organization. Give a folder of the document/,
    );
  });
});

describe("a change that creates a new document", () => {
  const definition = definitionOf("Document");

  test.each<[string, Record<string, unknown>]>([
    ["another content", { source: assetOfHash(sha256("other")) }],
    ["a title", { title: "New" }],
    ["an author", { docAuthor: "New" }],
    ["a description", { description: "New" }],
    ["a source", { docSource: "New" }],
    ["a folder", { folder: "manuals" }],
    ["another organization", { organization: "globex" }],
  ])("%s, made before the old one is deleted", async (_, change) => {
    const { create, context } = world.process();
    const inputs = { ...document("a.md"), accountId: world.simulator.accountId };
    const { id, outputs } = await create("Document", inputs);
    expect(diff(definition, context, id, outputs, inputs)).toMatchObject({ changed: [] });
    expect(diff(definition, context, id, outputs, { ...inputs, ...change })).toMatchObject({
      replaces: Object.keys(change),
      deleteBeforeReplace: false,
    });
  });
});

describe("refresh", () => {
  test("of many documents reads two lists, requests the document that both lack, and reports it as gone", async () => {
    const { create } = world.process();
    const made = await Promise.all(
      ["a", "b", "c"].map((name) => create("Document", { ...document(`${name}.md`), title: name, docAuthor: "Ada" })),
    );
    world.simulator.person.remove("documents", made[1]?.id ?? "");
    world.simulator.person.change("documents", made[0]?.id ?? "", { title: "Another spelling", docAuthor: "ADA" });
    world.simulator.journal.clear();
    const { read, context } = world.process();
    const found = await Promise.all(made.map(({ id, outputs }) => read("Document", id, outputs)));
    expect(found.map((each) => each?.outputs)).toEqual([made[0]?.outputs, undefined, made[2]?.outputs]);
    expect(found[0]?.inputs["source"]).toEqual(assetOfHash(sha256("# a.md")));
    expect(context.warnings).toEqual([expect.stringContaining("b.md")]);
    expect(world.simulator.journal.count()).toBe(3);
  });

  test("a `.get` of a document shows the fields of LumenOne", async () => {
    const { id } = await world.process().create("Document", { ...document("a.md"), title: "T", folder: "manuals" });
    const found = await world.process().read("Document", id, {});
    expect(found?.outputs).toMatchObject({ organization: "acme", folder: "manuals", title: "T", wordCount: 2 });
    await expect(world.process().read("Document", "acme/manuals/none.json", {})).rejects.toThrow(/no such object/);
    await expect(world.process().read("Document", "acme/none.json", {})).rejects.toThrow(/not an id of this kind/);
  });
});

describe("deleting", () => {
  test("documents of one organization that go together cost one call", async () => {
    const { create, remove } = world.process();
    const made = await Promise.all(["a", "b", "c"].map((name) => create("Document", document(`${name}.md`))));
    const other = await create("Document", { ...document("d.md"), organization: "globex" });
    await Promise.all([...made, other].map(({ id, outputs }) => remove("Document", id, outputs)));
    expect(documents()).toEqual([]);
    expect(world.simulator.journal.count("deleteDocuments")).toBe(2);
  });

  test("a document that LumenOne could not delete fails with the reason; the others are deleted", async () => {
    const { create, remove } = world.process();
    const made = await Promise.all(["a", "b"].map((name) => create("Document", document(`${name}.md`))));
    const [a = "", b = ""] = made.map(({ id }) => id);
    world.simulator.person.remove("documents", a);
    world.simulator.faults.add({
      operationId: "deleteDocuments",
      kind: "status",
      status: 207,
      body: { success: false, purged: [a], failed: [{ path: b, reason: "file is locked" }] },
    });
    const results = await Promise.allSettled(made.map(({ id, outputs }) => remove("Document", id, outputs)));
    expect(results).toMatchObject([{ status: "fulfilled" }, { status: "rejected" }]);
    expect(String((results[1] as PromiseRejectedResult).reason)).toMatch(/b\.md.*did not delete it: file is locked/);
  });

  test("one that is gone already counts as deleted, and so does one whose organization is gone", async () => {
    const { create, remove } = world.process();
    const made = await Promise.all(["a", "b"].map((name) => create("Document", document(`${name}.md`))));
    world.simulator.person.remove("documents", made[0]?.id ?? "");
    await expect(remove("Document", made[0]?.id ?? "", made[0]?.outputs ?? {})).resolves.toBeUndefined();
    world.simulator.person.remove("organizations", "acme");
    await expect(remove("Document", made[1]?.id ?? "", made[1]?.outputs ?? {})).resolves.toBeUndefined();
  });
});
