import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";

/** The resource and the field that a file is given to. */
export interface Place {
  readonly kind: string;
  readonly name: string;
  readonly field: string;
  /** What is given is a secret of the program: no message shows it. */
  readonly isSecret?: boolean;
  /** Collects what to do once the file has been used. */
  readonly afterwards: (() => void)[];
}

/**
 * A file as it goes to the engine. The engine stores the asset in the state, twice. A path does no harm there; a text
 * does, so it is put into a file first.
 * @param given a path, or one of Pulumi's assets with its promises kept
 * @throws {pulumi.RunError} shown without a stack
 */
export function fileAsset(place: Place, given: unknown): pulumi.asset.Asset {
  if (typeof given === "string") return assetAt(place, given);
  if (!pulumi.asset.Asset.isInstance(given)) {
    return refuse(place, "is not a file", "Give a path, or a FileAsset, StringAsset or RemoteAsset of Pulumi.");
  }
  const { path: file, text, uri } = given as { path?: unknown; text?: unknown; uri?: unknown };
  if (typeof file === "string") return assetAt(place, file);
  if (typeof uri === "string") return new pulumi.asset.RemoteAsset(uri);
  if (typeof text !== "string" || text === "") return refuse(place, "is an empty text", nothingThere);
  const written = textFile(place.name, text);
  place.afterwards.push(() => written.remove());
  return new pulumi.asset.FileAsset(written.path);
}

const nothingThere = "LumenOne has nothing to embed there.";

function assetAt(place: Place, given: string): pulumi.asset.Asset {
  // The engine and the host process may run in another folder than an inline program.
  const file = path.resolve(given);
  const shown = place.isSecret ? "a path that is a secret" : file;
  const stat = statOf(place, file, shown);
  if (!stat)
    refuse(place, `names ${shown}, and there is no such file`, "A relative path begins at the program's folder.");
  else if (stat.isDirectory()) refuse(place, `names the folder ${shown}`, "Declare one resource for each file in it.");
  else if (!stat.isFile()) refuse(place, `names ${shown}, which is not a file`, "Give a file.");
  else if (stat.size === 0) refuse(place, `names ${shown}, which is empty`, nothingThere);
  return new pulumi.asset.FileAsset(file);
}

/** @throws {pulumi.RunError} for a file that may not be read, a path in a circle, a name that no disk takes */
function statOf(place: Place, file: string, shown: string): fs.Stats | undefined {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.isFile()) fs.accessSync(file, fs.constants.R_OK);
    return stat;
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    const path = JSON.stringify(shown.slice(0, 300));
    return refuse(place, `names ${path}, which cannot be read (${code})`, "Give a file that this user may read.");
  }
}

function refuse({ kind, name, field }: Place, problem: string, remedy: string): never {
  throw new pulumi.RunError(`${kind} "${name}": ${field} ${problem}. ${remedy}`);
}

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
function textFile(name: string, text: string): { readonly path: string; remove(): void } {
  const place = path.join(ownFolder(), String(++count));
  fs.mkdirSync(place, { mode: 0o700 });
  const file = path.join(place, fileName(name));
  fs.writeFileSync(file, text, { mode: 0o600 });
  return { path: file, remove: () => fs.rmSync(place, { recursive: true, force: true }) };
}
