import { createReadStream, statSync } from "node:fs";
import { type Readable } from "node:stream";
import { type DocsOperation } from "../readers/read-operations";
import { readText } from "../readers/read-text";
import { type Accepts, readSite } from "./read-site";
import { Site } from "./site";
import { largestSource, longestRead, tooLarge } from "./limits";
import { SourceError } from "./source-error";
import { type SourceText, sourceText } from "./source-text";

/** Options of reading a source. */
export interface Reads {
  readonly stdin: Readable;
  /** Milliseconds for everything. */
  readonly milliseconds?: number;
  /** Distinguishes the operations of LumenOne from those of another product. */
  readonly accepts: Accepts;
  readonly onPage: (address: string) => void;
}

/**
 * The operations that a source documents.
 * @param source a site's address, a file, or `-` for standard input
 * @throws {SourceError} it cannot be read, or documents no operation
 */
export async function readSource(source: string, reads: Reads): Promise<DocsOperation[]> {
  const operations = await read(source, reads);
  if (operations.length === 0) {
    throw new SourceError(
      source,
      "No operation is documented there.",
      "Give the site's address, its openapi.json, its llms-full.txt, or the Markdown of an endpoint's page.",
    );
  }
  if (!reads.accepts(operations)) {
    throw new SourceError(
      source,
      `It documents ${operations.length} operations of something else: none of them is LumenOne's.`,
      "Check the address or the file.",
    );
  }
  return operations;
}

async function read(source: string, { stdin, milliseconds, accepts, onPage }: Reads): Promise<DocsOperation[]> {
  if (source === "-") return readText(await readStream("standard input", stdin, milliseconds));
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
    if (!URL.canParse(source) || !/^https?:/i.test(source)) {
      throw new SourceError(source, "It is not the address of a site.", "Give one as https://docs.example.com.");
    }
    return readSite(new Site(new URL(source), milliseconds), accepts, onPage);
  }
  return readText(await readFile(source));
}

/** @throws {SourceError} the file is missing, is a folder, is too large, or holds no text */
async function readFile(path: string): Promise<SourceText> {
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
async function readStream(name: string, stream: Readable, milliseconds = longestRead): Promise<SourceText> {
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
