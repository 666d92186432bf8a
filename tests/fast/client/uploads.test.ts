import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Client, clientFrom } from "../../../provider/client/client";
import { type FileSource, multipart } from "../../../provider/client/request/multipart";
import { settingsFrom } from "../../../provider/client/settings";
import { InstantClock } from "../../support/test-clock";
import { oddServer } from "../../support/odd-server";

const content = "Open from nine to five.\r\n--\r\nÖffnungszeiten";
const seed = { organizations: [{ name: "Acme" }], workspaces: [{ organization: "acme", name: "Support" }] };

let simulator: Simulator;
let folder: string;
let path: string;

beforeAll(async () => {
  simulator = await createSimulator({ seed });
  folder = await mkdtemp(join(tmpdir(), "lumenone-upload-"));
  path = join(folder, 'öffnungs"zeiten.txt');
  await writeFile(path, content);
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => simulator.reset(seed));

function clientOf(baseUrl: string, config: Record<string, string> = {}): Client {
  const given: Record<string, string> = {
    apiKey: simulator.apiKey,
    accountId: simulator.accountId,
    baseUrl,
    ...config,
  };
  return clientFrom(
    settingsFrom((name) => given[name.replace("lumenone:", "")], {}),
    new InstantClock(),
  );
}

const sources: [what: string, source: () => FileSource][] = [
  ["a path", () => path],
  ["bytes", () => Buffer.from(content)],
  ["a stream", () => createReadStream(path)],
  ["something that opens a stream", () => ({ name: "hours.txt", open: () => Readable.from([content]) })],
  [
    "the same with its size",
    () => ({ name: "hours.txt", size: Buffer.byteLength(content), open: () => createReadStream(path) }),
  ],
];

test.each(sources)("uploads %s, with metadata and into a workspace", async (_what, source) => {
  const client = clientOf(simulator.url);
  const metadata = { title: "Hours", docAuthor: "Acme" };
  const [document] = await client.uploadDocument(
    { orgSlug: "acme" },
    { file: source(), addToWorkspaces: "support", metadata },
  );
  expect(document).toMatchObject({ title: "Hours", docAuthor: "Acme", pageContent: content });
  expect(document!.location).toMatch(/^acme\/custom-documents\//);
  const workspace = await client.getWorkspace({ slug: "support" });
  expect(workspace.documents?.map(({ docpath }) => docpath)).toEqual([document!.location]);
});

test("an empty file is uploaded into a folder", async () => {
  await writeFile(join(folder, "empty.txt"), "");
  const given = { orgSlug: "acme", folderName: "a b" };
  const documents = await clientOf(simulator.url).uploadDocumentIntoFolder(given, { file: join(folder, "empty.txt") });
  expect(documents[0]!.location).toMatch(/^acme\/a b\//);
});

test("an upload that is sent again sends the whole file", async () => {
  simulator.faults.add({ operationId: "uploadDocument", kind: "status", status: 429, times: 2 });
  const [document] = await clientOf(simulator.url).uploadDocument({ orgSlug: "acme" }, { file: path });
  expect(document!.pageContent).toBe(content);
  expect(simulator.journal.count("uploadDocument")).toBe(3);
});

test("a file that grows is sent with its announced length", async () => {
  const growing = join(folder, "growing.log");
  await writeFile(growing, "one line\n");
  const body = await multipart("uploadDocument", { file: growing });
  await writeFile(growing, "one line\nand another\n");
  expect(Number(body.headers["Content-Length"])).toBe((await buffer(body.open() as Readable)).length);
});

test("an upload of a stream is sent once", async () => {
  simulator.faults.add({ operationId: "uploadDocument", kind: "status", status: 429 });
  const call = clientOf(simulator.url).uploadDocument({ orgSlug: "acme" }, { file: createReadStream(path) });
  await expect(call).rejects.toMatchObject({ reason: "rateLimited" });
  expect(simulator.journal.count("uploadDocument")).toBe(1);
});

test.each<[string, unknown, RegExp]>([
  ["a path that is none", "/no/such/file", /is not a file that can be read: \/no\/such\/file/],
  ["a folder", tmpdir(), /is not a file/],
  ["nothing", undefined, /must be a path/],
])("%s is refused before anything is sent", async (_what, file, problem) => {
  const call = clientOf(simulator.url).uploadDocument({ orgSlug: "acme" }, { file: file as FileSource });
  await expect(call).rejects.toThrow(problem);
  expect(simulator.journal.length).toBe(0);
});

test("an upload of 150 MB reads less than 16 MB ahead of the server", async () => {
  const piece = Buffer.alloc(1024 * 1024, "x");
  const pieces = 150;
  let received = 0;
  let open = 0;
  let most = 0;
  const server = await oddServer((response, request) => {
    request.on("data", (chunk: Buffer) => (received += chunk.length));
    request.on("end", () => response.end('{"documents": [{"location": "acme/custom-documents/large.json"}]}'));
  }, true);
  function* bytes() {
    for (let index = 0; index < pieces; index++) {
      open = index * piece.length;
      most = Math.max(most, open - received);
      yield piece;
    }
  }
  const file = {
    name: "large.bin",
    size: pieces * piece.length,
    open: () => Readable.from(bytes(), { objectMode: false }),
  };
  const [document] = await clientOf(server.url).uploadDocument({ orgSlug: "acme" }, { file });
  await server.close();
  expect(document).toEqual({ location: "acme/custom-documents/large.json" });
  expect(received).toBeGreaterThan(file.size);
  expect(most).toBeLessThan(16 * piece.length);
});

test("a refusal in the middle of an upload is reported, and the file is closed", async () => {
  let closed = false;
  const server = await oddServer((response) => {
    response.writeHead(413, { connection: "close" }).end("Payload Too Large");
  }, true);
  const endless = new Readable({
    read() {
      setImmediate(() => this.push(Buffer.alloc(65_536)));
    },
    destroy(error, done) {
      closed = true;
      done(error);
    },
  });
  const call = clientOf(server.url).uploadDocument({ orgSlug: "acme" }, { file: { name: "x", open: () => endless } });
  await expect(call).rejects.toThrow(/413|EPIPE|ECONNRESET/);
  await server.close();
  for (let turn = 0; turn < 100 && !closed; turn++) await new Promise(setImmediate);
  expect(closed).toBe(true);
});

test("a file that cannot be read to its end fails the call", async () => {
  const failing = () =>
    new Readable({
      read() {
        this.destroy(new Error("the disk is gone"));
      },
    });
  const call = clientOf(simulator.url).uploadDocument({ orgSlug: "acme" }, { file: { name: "x", open: failing } });
  await expect(call).rejects.toThrow(/the disk is gone/);
});
