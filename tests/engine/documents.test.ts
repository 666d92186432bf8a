import { createHash } from "node:crypto";
import * as http from "node:http";
import { type AddressInfo } from "node:net";
import * as pulumi from "@pulumi/pulumi";
import { createSimulator, type Mode, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { lumenoneConfig } from "../support/lumenone-config";
import { type Program, testStack, type TestStack } from "../support/stack";
import { until } from "../support/until";

/** Accounts, documents and numbers as they meet in programs, on the real engine. */
let simulator: Simulator;
let stack: TestStack;

beforeEach(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }], workspaces: [{ name: "Support" }] } });
  stack = await testStack({ config: lumenoneConfig(simulator) });
});

afterEach(async () => {
  await simulator?.close();
  stack?.dispose();
});

const program =
  (declare: () => unknown): Program =>
  () =>
    Promise.resolve({ given: declare() });
const text = (content: string) => new pulumi.asset.StringAsset(content);
const embeddedTitles = () => {
  const { documents, embeddings } = simulator.snapshot();
  return embeddings.map(({ documentId }) => documents.find(({ id }) => id === documentId)?.title).sort();
};

/** A customer from its account to an answering workspace, all of it new. */
const customer = program(() => {
  const account = new lumenone.Account("globex");
  const organization = new lumenone.Organization("globex", { accountId: account.accountId, forceDestroy: true });
  const workspace = new lumenone.Workspace("helpdesk", { organization });
  const folder = new lumenone.Folder("manuals", { organization });
  const document = new lumenone.Document("faq", { organization, folder, source: text("# FAQ") });
  new lumenone.DocumentEmbedding("helpdesk-faq", { workspace, document });
  const request = new lumenone.NumberRequest("line", { organization, country: "US", numberType: "local" });
  new lumenone.VoiceConfig("helpdesk", { workspace, numberId: request.numberId });
  return account.accountId;
});

test.each<Mode>(["lumenone", "upstream"])(
  "a customer is made in one up, under the account of the same program (%s)",
  async (mode) => {
    simulator.reset({ mode });
    await stack.up(customer);
    const { accounts, organizations, documents } = simulator.snapshot();
    const made = accounts.find(({ name }) => name === "globex");
    expect(organizations).toMatchObject([{ name: "globex", account: made?.id }]);
    expect(documents).toMatchObject([{ folder: "manuals" }]);
    expect(embeddedTitles()).toEqual(["faq.txt"]);

    expect((await stack.preview(customer)).changed).toEqual([]);
    expect((await stack.refresh()).changed).toEqual([]);
    const { warnings } = await stack.destroy();
    expect(warnings.join("\n")).toMatch(/Account \([0-9a-f-]{36}\) leaves the state only.*cannot delete an account/);
    expect(warnings.join("\n")).toMatch(/NumberRequest \(globex\/1\) leaves the state only/);
    expect(simulator.snapshot()).toMatchObject({ organizations: [], documents: [], embeddings: [] });
    expect(simulator.snapshot().accounts).toContainEqual(made);
  },
);

test("a number that is waited for is in its assistant after the same up, which shows that it waits", async () => {
  const waiting = program(() => {
    const request = new lumenone.NumberRequest("line", {
      organization: "acme",
      country: "US",
      numberType: "local",
      waitUntilFulfilled: 60,
    });
    new lumenone.VoiceConfig("support", { workspace: "support", numberId: request.numberId });
    return request.status;
  });
  const up = stack.up(waiting);
  await until(() => simulator.journal.count("createNumberRequest") === 1);
  await until(() => simulator.snapshot().numberRequests.length === 1);
  simulator.person.fulfilNumberRequest(1);
  const { outputs, diagnostics } = await up;
  expect(outputs["given"]).toBe("fulfilled");
  expect(diagnostics.map(({ message }) => message).join("\n")).toMatch(/waiting up to 60 s for it to be fulfilled/);
  expect(simulator.snapshot().voiceIntegrations).toMatchObject([{ numberId: 1 }]);
  expect((await stack.preview(waiting)).changed).toEqual([]);
});

test("embeddings do not wait for each other without end: a document that depends on one is embedded after it", async () => {
  const chained = program(() => {
    const embed = (name: string, after?: pulumi.Resource) => {
      const options = after ? { dependsOn: after } : {};
      const document = new lumenone.Document(name, { organization: "acme", source: text(name) }, options);
      return new lumenone.DocumentEmbedding(name, { workspace: "support", document });
    };
    return embed("third", embed("second", embed("first"))).id;
  });
  await stack.up(chained);
  expect(embeddedTitles()).toEqual(["first.txt", "second.txt", "third.txt"]);
  expect((await stack.preview(chained)).changed).toEqual([]);
});

test("a remote file is uploaded, and is unchanged afterwards", async () => {
  const content = "# Opening hours";
  const server = http.createServer((_request, response) => response.end(content));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hours.md`;
    const remote = program(
      () => new lumenone.Document("hours", { organization: "acme", source: new pulumi.asset.RemoteAsset(uri) }).docpath,
    );
    await stack.up(remote);
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(simulator.snapshot().documents).toMatchObject([{ sha256, title: "hours.md" }]);
    expect((await stack.preview(remote)).changed).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("after a document that could not be uploaded, the next up does the rest, and nothing twice", async () => {
  const three = program(() =>
    ["one", "two", "three"].map((name) => {
      const document = new lumenone.Document(name, { organization: "acme", folder: name, source: text(name) });
      return new lumenone.DocumentEmbedding(name, { workspace: "support", document }).id;
    }),
  );
  simulator.faults.add({
    operationId: "uploadDocumentIntoFolder",
    where: { folderName: "two" },
    kind: "status",
    status: 400,
    body: { success: false, message: "File type is not supported" },
  });
  const failed = await stack.up(three, { expectFailure: true });
  expect(failed.errors.join("\n")).toMatch(/Document: uploadDocumentIntoFolder.*File type is not supported/);
  await stack.up(three);
  expect(embeddedTitles()).toEqual(["one.txt", "three.txt", "two.txt"]);
  expect(simulator.snapshot().documents).toHaveLength(3);
});

test("a document for a workspace or a folder of another organization is refused, and leaves nothing behind", async () => {
  simulator.person.add("organizations", { name: "Globex" });
  const foreign = program(() => {
    const document = new lumenone.Document("faq", { organization: "globex", source: text("# FAQ") });
    return new lumenone.DocumentEmbedding("support-faq", { workspace: "support", document }).id;
  });
  const refused = await stack.up(foreign, { expectFailure: true });
  expect(refused.errors.join("\n")).toMatch(
    /DocumentEmbedding: updateWorkspaceEmbeddings.*400, "globex.*faq.*is not a docpath of the organization acme/,
  );
  expect(embeddedTitles()).toEqual([]);
  await stack.destroy();
  expect(simulator.snapshot().documents).toEqual([]);

  const shelf = program(() => {
    const folder = new lumenone.Folder("shelf", { organization: "globex" });
    return new lumenone.Document("faq", { organization: "acme", folder, source: text("# FAQ") }).id;
  });
  const { errors } = await stack.up(shelf, { expectFailure: true });
  expect(errors.join("\n")).toMatch(/folder: is of another organization. Give a folder of the document's organization/);
  expect(simulator.snapshot().documents).toEqual([]);
});
