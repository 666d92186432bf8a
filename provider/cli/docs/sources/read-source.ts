import { type Readable } from "node:stream";
import { type DocsOperation } from "../readers/read-operations";
import { readText } from "../readers/read-text";
import { readFile, readStream } from "./read-file";
import { type Accepts, readSite } from "./read-site";
import { Site } from "./site";
import { SourceError } from "./source-error";

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
