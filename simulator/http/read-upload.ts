import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { digest, type Digest } from "./digest";
import { Refusal } from "./refusal";

/** A multipart upload: its file as it passed by, and its text fields. */
export interface Upload {
  file: Digest & { filename: string };
  fields: Record<string, string>;
}

/** Reads a multipart body as a stream: a file of any size takes no memory. */
export async function readUpload(message: IncomingMessage): Promise<Upload> {
  const fields: Record<string, string> = {};
  const files: Promise<Upload["file"]>[] = [];
  const parser = parserOf(message);
  parser.on("field", (name, value) => (fields[name] = value));
  parser.on("file", (name, stream, { filename }) => {
    if (name !== "file" || files.length > 0) return void stream.resume();
    const file = digest(stream).then((result) => ({ ...result, filename: filename || "document" }));
    file.catch(() => undefined); // It is awaited below, unless the parser fails first.
    files.push(file);
  });
  try {
    await pipeline(message, parser);
  } catch (cause) {
    throw new Refusal(400, `The multipart body cannot be read: ${(cause as Error).message}`);
  }
  const file = await files[0];
  if (!file) throw new Refusal(400, "The multipart field file is required");
  return { file, fields };
}

function parserOf({ headers }: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: "utf8" });
  } catch {
    throw new Refusal(400, "A multipart/form-data body is required");
  }
}
