import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { assetOfHash } from "../../provider/lifecycle/engine/asset";
import { type Values } from "../../provider/lifecycle/state/values";

/** Files for the tests of one test file. */
export interface SampleFiles {
  readonly folder: string;
  /** Writes a file. @returns its path */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Writes a file. @returns it as the engine hands it to a host process */
  readonly asset: (name: string, content: string) => Values;
}

/** Gives the tests of a file a folder that is gone afterwards. */
export function sampleFiles(): SampleFiles {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sample-files-"));
  beforeAll(() => void fs.mkdirSync(folder, { recursive: true }));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    return file;
  };
  const asset = (name: string, content: string) => ({ ...assetOfHash(sha256(content)), path: write(name, content) });
  return { folder, write, asset };
}

/** In hex. */
export function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
