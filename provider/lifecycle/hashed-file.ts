import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import * as path from "node:path";
import { pipeline, Readable, Transform } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Asset } from "./asset";

/**
 * A file on its way to LumenOne. It is read from its beginning for every attempt, never as a whole, and hashed while it
 * passes by: what was sent is known without reading it twice.
 */
export class HashedFile {
  /** As the file is called where it comes from. */
  readonly name: string;
  /** SHA-256 of what the last attempt sent, in hex; undefined while none has sent all of it. */
  sentHash: string | undefined;

  constructor(private readonly asset: Asset) {
    this.name = nameOf(asset);
  }

  /** The content, read anew. */
  open(): Readable {
    this.sentHash = undefined;
    const hash = createHash("sha256");
    const hashed = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        done(null, chunk);
      },
      flush: (done) => {
        this.sentHash = hash.digest("hex");
        done();
      },
    });
    // An error of the source becomes one of the result, which its reader sees.
    pipeline(contentOf(this.asset), hashed, () => undefined);
    return hashed;
  }
}

function nameOf({ path: file, uri }: Asset): string {
  if (file !== undefined) return path.basename(file);
  const last = uri === undefined ? "" : (new URL(uri).pathname.split("/").at(-1) ?? "");
  return decoded(last) || "document.txt";
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function contentOf({ path: file, text, uri }: Asset): Readable {
  if (file !== undefined) return createReadStream(file);
  if (uri?.startsWith("file:")) return createReadStream(fileURLToPath(uri));
  if (uri !== undefined) return Readable.from(fetched(uri));
  return Readable.from([Buffer.from(text ?? "")]);
}

async function* fetched(uri: string): AsyncGenerator<Uint8Array> {
  const answer = await fetch(uri);
  if (!answer.ok || !answer.body) throw new Error(`${uri} answers ${answer.status} ${answer.statusText}`);
  yield* answer.body as unknown as AsyncIterable<Uint8Array>;
}
