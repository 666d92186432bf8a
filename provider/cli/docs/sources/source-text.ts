import { SourceError } from "./source-error";

/** A text of the documentation, and where it came from. */
export interface SourceText {
  /** For messages: a path, an address, or "standard input". */
  readonly name: string;
  readonly text: string;
}

/**
 * The text of a file or a response.
 * @throws {SourceError} it is empty, or is not UTF-8
 */
export function sourceText(name: string, bytes: Uint8Array): SourceText {
  let text: string | undefined;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = undefined;
  }
  if (text === undefined || text.includes("\0")) {
    throw new SourceError(
      name,
      "It is not a text in UTF-8: an archive, a PDF, or a file in another encoding such as UTF-16.",
      "Unpack it, or save it as UTF-8, and give that file.",
    );
  }
  if (text.trim() === "") throw new SourceError(name, "It is empty.", "Download it again, or give another source.");
  return { name, text };
}
