import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { pipeline, Readable, Transform } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Upload } from "../../lifecycle/process/api";
import { type Asset, fileNameOf } from "../../lifecycle/engine/asset";

/**
 * A file on its way to LumenOne. It is read from its beginning for every attempt, never as a whole, and hashed while it
 * passes by: what was sent is known without reading it twice.
 */
export class HashedFile implements Upload {
  /** As the file is called where it comes from. */
  readonly name: string;
  readonly size: number | undefined;
  /** SHA-256 of what the last attempt sent, in hex; undefined while none has sent all of it. */
  sentHash: string | undefined;
  /** Why the last attempt could not read it. */
  failure: Error | undefined;
  /** Bytes that the last attempt has sent. */
  sent = 0;
  private readonly path: string | undefined;

  /** @throws when there is no such file */
  constructor(private readonly asset: Asset) {
    this.name = fileNameOf(asset);
    this.path = asset.uri?.startsWith("file:") ? fileURLToPath(asset.uri) : asset.path;
    this.size = this.path === undefined ? undefined : sizeOf(this.path);
  }

  /** The content, read anew. */
  open(): Readable {
    this.sentHash = undefined;
    this.failure = undefined;
    const hash = createHash("sha256");
    this.sent = 0;
    const hashed = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        this.sent += chunk.length;
        done(null, chunk);
      },
      flush: (done) => {
        // The request has announced more, and would wait for it without an end.
        if (this.sent < (this.size ?? 0)) return done(this.failed(new Error("it has become shorter")));
        this.sentHash = hash.digest("hex");
        done();
      },
    });
    const content = this.content();
    content.once("error", (error: NodeJS.ErrnoException) => {
      // Either code means that the reader stopped early, which is not a failure of the file.
      if (!["ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"].includes(error.code ?? "")) this.failed(error);
    });
    pipeline(content, hashed, () => undefined);
    return hashed;
  }

  private failed(error: Error): Error {
    return (this.failure ??= error);
  }

  private content(): Readable {
    const { text, uri } = this.asset;
    // Up to the announced length: the rest was not declared.
    if (this.path !== undefined) return createReadStream(this.path, { end: Math.max(0, (this.size ?? 0) - 1) });
    return uri === undefined ? Readable.from([Buffer.from(text ?? "")]) : Readable.from(fetched(uri));
  }
}

function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  // The path may come from a secret.
  if (!stat?.isFile()) throw new Error("there is no such file");
  return stat.size;
}

async function* fetched(uri: string): AsyncGenerator<Uint8Array> {
  const response = await fetch(uri);
  // The rest of the address may be its secret.
  if (!response.ok || !response.body) throw new Error(`${new URL(uri).origin} returned ${response.status}`);
  yield* response.body as unknown as AsyncIterable<Uint8Array>;
}
