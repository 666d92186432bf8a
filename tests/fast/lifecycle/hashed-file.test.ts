import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as http from "node:http";
import { type AddressInfo } from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { HashedFile } from "../../../provider/definitions/document/hashed-file";

const content = "Grüße aus Köln\n".repeat(10_000);
const hash = createHash("sha256").update(content).digest("hex");
let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "hashed-"))));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const written = (name: string) => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
};

test("a file is read anew for each attempt, and hashed when it was read to its end", async () => {
  const file = new HashedFile({ hash, path: written("größe 1.md") });
  expect(file.name).toBe("größe 1.md");
  const first = file.open();
  await new Promise((resolve) => first.once("readable", resolve));
  first.destroy();
  await new Promise((resolve) => setImmediate(resolve));
  expect(file.sentHash).toBeUndefined();
  expect(file.failure).toBeUndefined();
  expect(await text(file.open())).toBe(content);
  expect(file.sentHash).toBe(hash);
  file.open().destroy();
  expect(file.sentHash).toBeUndefined();
});

test("the hash of a file that has changed is not the declared one", async () => {
  const at = written("b.md");
  const file = new HashedFile({ hash, path: at });
  fs.writeFileSync(at, content.replaceAll("Köln", "Bonn "));
  await text(file.open());
  expect(file.sentHash).not.toBe(hash);
});

test("a file that has grown is sent up to its announced length; one that has shrunk fails", async () => {
  const at = written("grows.md");
  const file = new HashedFile({ hash, path: at });
  fs.appendFileSync(at, "more");
  expect(await text(file.open())).toBe(content);
  fs.truncateSync(at, 100);
  await expect(text(file.open())).rejects.toThrow(/has become shorter/);
  expect(file.failure).toMatchObject({ message: "it has become shorter" });
});

test("a missing file is an error at once, and one that disappears later is an error of the stream", async () => {
  expect(() => new HashedFile({ hash, path: path.join(folder, "gone") })).toThrow(/^there is no such file$/);
  const at = written("gone.md");
  const file = new HashedFile({ hash, path: at });
  fs.rmSync(at);
  await expect(text(file.open())).rejects.toThrow(/ENOENT/);
  expect(file.failure?.message).toMatch(/ENOENT/);
});

test("a file URL and a text are read as a path is", async () => {
  const file = new HashedFile({ hash, uri: pathToFileURL(written("c d.md")).href });
  expect(file.name).toBe("c d.md");
  expect(await text(file.open())).toBe(content);
  expect(await text(new HashedFile({ hash, text: content }).open())).toBe(content);
});

test("a remote file is read from its server; a 404 of the server is an error", async () => {
  const server = http.createServer((request, response) => {
    if (request.url === "/files/Handbuch%20Gro%C3%9F.md?v=1") response.end(content);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const file = new HashedFile({ hash, uri: `${base}/files/Handbuch%20Gro%C3%9F.md?v=1` });
    expect(file.name).toBe("Handbuch Groß.md");
    expect(await text(file.open())).toBe(content);
    expect(file.sentHash).toBe(hash);
    await expect(text(new HashedFile({ hash, uri: `${base}/none` }).open())).rejects.toThrow(
      /^http:\/\/127.0.0.1:\d+ returned 404$/,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
