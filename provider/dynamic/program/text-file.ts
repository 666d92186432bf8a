import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Longest file name that every common file system takes, in bytes, with room for an extension. */
const longestName = 200;

let folder: string | undefined;
let count = 0;

/** A folder of this process alone: two programs on one machine must not take each other's files away. */
function ownFolder(): string {
  if (folder === undefined) {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "pulumi-lumenone-"));
    process.once("exit", () => fs.rmSync(folder ?? "", { recursive: true, force: true }));
  }
  return folder;
}

/** A file name made of a resource's name. */
function fileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must not stand in a file's name.
  const plain = name.replace(/[/\\\u0000-\u001f]/g, "-").replace(/^\.+/, "");
  const cut = [...(plain || "document")].reduce((all, letter) =>
    Buffer.byteLength(all + letter) > longestName ? all : all + letter,
  );
  return /\.[a-z0-9]{1,10}$/i.test(cut) ? cut : `${cut}.txt`;
}

/**
 * Puts a text into a file that only this user can read. It is gone when the process ends, or when it is not needed any
 * more.
 */
export function textFile(name: string, text: string): { readonly path: string; remove(): void } {
  const place = path.join(ownFolder(), String(++count));
  fs.mkdirSync(place, { mode: 0o700 });
  const file = path.join(place, fileName(name));
  fs.writeFileSync(file, text, { mode: 0o600 });
  return { path: file, remove: () => fs.rmSync(place, { recursive: true, force: true }) };
}
