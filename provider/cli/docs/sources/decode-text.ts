import { SourceError } from "./source-error";

/**
 * The text of a file or a response.
 * @throws {SourceError} it is empty, or is not UTF-8
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notText(name);
  }
  if (text.trim() === "") throw new SourceError(name, "It is empty.", "Download it again, or give another source.");
  if (text.includes("\0")) throw notText(name);
  return text;
}

const notText = (name: string) =>
  new SourceError(
    name,
    "It is not a text in UTF-8: an archive, a PDF, or a file in another encoding such as UTF-16.",
    "Unpack it, or save it as UTF-8, and give that file.",
  );
