import { createReadStream, statSync } from "node:fs";
import { type Readable } from "node:stream";
import { SourceError } from "./source-error";
import { largestSource, longestRead, tooLarge } from "./limits";
import { type SourceText, sourceText } from "./source-text";

/** @throws {SourceError} the file is missing, is a folder, is too large, or holds no text */
export async function readFile(path: string): Promise<SourceText> {
  try {
    if (statSync(path).isDirectory()) throw new SourceError(path, "It is a folder.", "Give one file of it.");
    return await readStream(path, createReadStream(path));
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const looksLikeHost =
      code === "ENOENT" && /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(path) && !/\.(?:json|ya?ml|mdx?|txt)$/i.test(path);
    throw new SourceError(
      path,
      code === "ENOENT" ? "There is no such file." : `The file cannot be read: ${message}.`,
      looksLikeHost ? `For a site, give its address: https://${path}.` : "Check the path.",
    );
  }
}

/** Standard input, or another stream, to its end. */
export async function readStream(name: string, stream: Readable, milliseconds = longestRead): Promise<SourceText> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => {
    const problem = `It did not end within ${milliseconds / 1000} seconds.`;
    stream.destroy(new SourceError(name, problem, "Write it to a file first, and give that file."));
  }, milliseconds);
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > largestSource) throw tooLarge(name);
      chunks.push(bytes);
    }
  } finally {
    clearTimeout(timer);
  }
  return sourceText(name, Buffer.concat(chunks));
}
