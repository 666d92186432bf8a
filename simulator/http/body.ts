import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { HttpError } from "./http-error";

/** Returns the text of a JSON body. Other bodies stay unread and give undefined. */
export async function readText(message: IncomingMessage): Promise<string | undefined> {
  if (!message.headers["content-type"]?.includes("json")) return undefined;
  return (await buffer(message)).toString("utf8") || undefined;
}

/** A form: its text fields, and facts about its file if it has one. */
export interface Form {
  file?: ReadFile;
  fields: Record<string, string>;
}

/** A form with a file. */
export type Upload = Required<Form>;

/**
 * Reads a form. Its file is read as a stream: one of any size takes no memory.
 * @param fileField the name of the form field that holds the file
 */
export async function readForm(message: IncomingMessage, fileField?: string): Promise<Form> {
  if (message.headers["content-type"]?.includes("x-www-form-urlencoded")) {
    return { fields: Object.fromEntries(new URLSearchParams((await buffer(message)).toString("utf8"))) };
  }
  const fields: Record<string, string> = {};
  const files: Promise<ReadFile>[] = [];
  const parser = parserOf(message);
  parser.on("field", (name, value) => (fields[name] = value));
  parser.on("file", (name, stream, { filename }) => {
    if (name !== fileField || files.length > 0) return void stream.resume();
    const file = digest(stream, filename || "document");
    file.catch(() => undefined); // Awaited below, unless the parser fails first.
    files.push(file);
  });
  try {
    await pipeline(message, parser);
  } catch (cause) {
    throw new HttpError(400, `The multipart body cannot be read: ${(cause as Error).message}`);
  }
  const file = await files[0];
  return { ...(file && { file }), fields };
}

function parserOf({ headers }: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: "utf8" });
  } catch {
    throw new HttpError(400, "A multipart/form-data body is required");
  }
}

/** Facts about a file that was read. */
interface ReadFile {
  filename: string;
  bytes: number;
  sha256: string;
  wordCount: number;
  characters: number;
  /** The beginning of its text. */
  head: string;
}

const headLength = 4096;

/** Reads a file to its end without keeping it. */
async function digest(file: Readable, filename: string): Promise<ReadFile> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf8");
  const result: ReadFile = { filename, bytes: 0, sha256: "", wordCount: 0, characters: 0, head: "" };
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
