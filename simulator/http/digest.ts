import { createHash } from "node:crypto";
import type { Readable } from "node:stream";

/** What is known of a file once it has passed by. */
export interface Digest {
  bytes: number;
  sha256: string;
  wordCount: number;
  characters: number;
  /** The beginning of its text. */
  head: string;
}

const headLength = 4096;

/** Reads a file to its end without keeping it. */
export async function digest(file: Readable): Promise<Digest> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf8");
  const result: Digest = { bytes: 0, sha256: "", wordCount: 0, characters: 0, head: "" };
  let endsInWord = false;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    result.bytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    if (text === "") continue;
    result.characters += text.length;
    result.head += text.slice(0, headLength - result.head.length);
    const words = text.match(/\S+/gu)?.length ?? 0;
    const continues = endsInWord && /^\S/u.test(text);
    result.wordCount += continues ? words - 1 : words;
    endsInWord = /\S$/u.test(text);
  }
  return { ...result, sha256: hash.digest("hex") };
}
