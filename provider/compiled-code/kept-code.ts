import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const digestOf = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
const digestLength = 32;

/**
 * The compiled code of a source, kept in a file: the digest of the source, the digest of the code, the code. V8 itself compares
 * the length of the source alone. What cannot be read or written is as if it were not there.
 */
export class KeptCode {
  private readonly digest: Buffer;

  constructor(
    private readonly file: string,
    source: Buffer,
  ) {
    this.digest = digestOf(source);
  }

  /** @returns undefined where there is none, or another source's, or it is damaged */
  read(): Buffer | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.file);
    } catch {
      return undefined;
    }
    const [source, code] = [bytes.subarray(0, digestLength), bytes.subarray(digestLength, 2 * digestLength)];
    const compiled = bytes.subarray(2 * digestLength);
    return source.equals(this.digest) && code.equals(digestOf(compiled)) ? compiled : undefined;
  }

  /** Whole or not at all: other processes may read and write it now. */
  write(compiled: Buffer): void {
    const own = `${this.file}.${process.pid}`;
    try {
      writeFileSync(own, Buffer.concat([this.digest, digestOf(compiled), compiled]), { mode: 0o600 });
      renameSync(own, this.file);
    } catch {
      rmSync(own, { force: true });
    }
  }
}
