import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { fileAsset } from "../../../provider/dynamic/program/file-asset";

const { FileArchive, FileAsset, RemoteAsset, StringAsset } = pulumi.asset;
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "source-"));
  fs.writeFileSync(path.join(folder, "a.md"), "# A");
  fs.writeFileSync(path.join(folder, "empty.md"), "");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** What reaches the engine of what a program gave. */
async function sent(source: unknown, afterwards: (() => void)[] = [], name = "handbook") {
  const given = await new Promise((resolve) => pulumi.output(source as string).apply(resolve));
  const asset = fileAsset({ kind: "Document", name, field: "source", afterwards }, given);
  const { path: file, uri, text } = asset as { path?: Promise<string>; uri?: Promise<string>; text?: Promise<string> };
  return { path: await file, uri: await uri, text: await text };
}

test("a path and a FileAsset, known now or later, become a file at an absolute path", async () => {
  const file = path.join(folder, "a.md");
  const relative = path.relative(process.cwd(), file);
  for (const source of [file, relative, new FileAsset(relative), pulumi.output(file), Promise.resolve(file)]) {
    expect(await sent(source)).toEqual({ path: file });
  }
});

test("a remote asset stays what it is", async () => {
  expect(await sent(new RemoteAsset("https://example.com/a.md"))).toEqual({ uri: "https://example.com/a.md" });
});

test("a text goes into a file of this user, which is removed afterwards", async () => {
  const afterwards: (() => void)[] = [];
  const { path: file = "" } = await sent(new StringAsset("# Text"), afterwards);
  expect(fs.readFileSync(file, "utf8")).toBe("# Text");
  expect(path.basename(file)).toBe("handbook.txt");
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  expect(fs.statSync(path.dirname(file)).mode & 0o077).toBe(0);
  afterwards.forEach((run) => run());
  expect(fs.existsSync(file)).toBe(false);
});

test("the same text twice makes two files: one resource does not take away the other's", async () => {
  const afterwards: (() => void)[] = [];
  const one = await sent(new StringAsset("same"), afterwards);
  const other = await sent(new StringAsset("same"));
  afterwards.forEach((run) => run());
  expect(fs.existsSync(one.path ?? "")).toBe(false);
  expect(fs.readFileSync(other.path ?? "", "utf8")).toBe("same");
});

test.each([
  ["faq.md", "faq.md"],
  ["a/b\\c", "a-b-c.txt"],
  ["../../etc/passwd", "-..-etc-passwd.txt"],
  ["Größe 📞", "Größe 📞.txt"],
  ["x".repeat(300), `${"x".repeat(200)}.txt`],
  ["..", "document.txt"],
])("the text of a resource called %s is in a file called %s", async (name, expected) => {
  const afterwards: (() => void)[] = [];
  const { path: file = "" } = await sent(new StringAsset("text"), afterwards, name);
  expect(path.basename(file)).toBe(expected);
  afterwards.forEach((run) => run());
});

test.each<[string, () => unknown, RegExp]>([
  ["a missing file", () => path.join(folder, "gone.md"), /names .*gone\.md, and there is no such file/],
  ["a missing FileAsset", () => new FileAsset(path.join(folder, "gone.md")), /there is no such file/],
  ["a folder", () => folder, /names the folder/],
  ["no file", () => "/dev/null", /names \/dev\/null, which is not a file/],
  ["an empty file", () => path.join(folder, "empty.md"), /which is empty/],
  ["an empty text", () => new StringAsset(""), /is an empty text/],
  ["an archive", () => new FileArchive(folder), /is not a file/],
  ["a number", () => 5, /is not a file/],
])("%s is an error without a stack that names the resource", async (_, source, reason) => {
  const error: unknown = await sent(source()).catch((thrown: unknown) => thrown);
  expect(pulumi.RunError.isInstance(error)).toBe(true);
  expect(String(error)).toMatch(reason);
  expect(String(error)).toContain('Document "handbook": source ');
});

test.each([
  ["a NUL", () => "a\0.md", "ERR_INVALID_ARG_VALUE"],
  ["a name that no disk takes", () => "x".repeat(300), "ENAMETOOLONG"],
  [
    "a circle of links",
    () => {
      const link = path.join(folder, "circle");
      fs.symlinkSync(link, link);
      return link;
    },
    "ELOOP",
  ],
])("a path with %s is refused in the program", async (_what, source, code) => {
  await expect(sent(source())).rejects.toThrow(
    new RegExp(`^Document "handbook": source names "[^]*", which cannot be read \\(${code}\\)`),
  );
});
