import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { ArgumentError } from "../../errors/argument-error";
import { type OutgoingBody } from "../send/transport";
import { formFields, textOf } from "./form-fields";

/**
 * What is uploaded: the path of a file, its bytes, or something that opens a stream for every attempt. A stream of its own
 * can be sent only once, so such an upload is not retried.
 */
export type FileSource =
  | string
  | Uint8Array
  | Readable
  | {
      readonly name: string;
      /** In bytes; without it the upload is sent in chunks. */
      readonly size?: number;
      open(): Readable;
    };

interface File {
  readonly name: string;
  readonly size?: number;
  readonly once?: boolean;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * A multipart body that is streamed: no attempt holds the file in memory, and each opens it afresh.
 * @param fields the file, and texts beside it: see {@link formFields}; beside a file lists are joined by commas, and null is left out
 * @param fileField the name of the file's field; null for a form without one
 */
export async function multipart(
  operationId: string,
  fields: Readonly<Record<string, unknown>>,
  fileField: string | null = "file",
): Promise<OutgoingBody> {
  const { [fileField ?? ""]: source, ...texts } = fields;
  const file = fileField === null ? undefined : await fileOf(operationId, source as FileSource);
  const boundary = `lumenone-${randomBytes(16).toString("hex")}`;
  const part = (name: string, rest: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${rest}\r\n\r\n`;
  const given = file ? besideFile(texts) : formFields(texts);
  const head = Buffer.from(
    given.map(([name, text]) => `${part(name, "")}${text}\r\n`).join("") +
      (file
        ? part(fileField ?? "", `; filename="${escaped(file.name)}"\r\nContent-Type: application/octet-stream`)
        : `--${boundary}--\r\n`),
  );
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  if (!file) return { headers: { ...headers, "Content-Length": String(head.length) }, open: () => head };
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = async function* () {
    yield head;
    yield* file.open();
    yield tail;
  };
  return {
    headers: {
      ...headers,
      ...(file.size === undefined ? {} : { "Content-Length": String(head.length + file.size + tail.length) }),
    },
    once: file.once,
    open: () => Readable.from(bytes(), { objectMode: false }),
  };
}

async function fileOf(operationId: string, source: FileSource | undefined): Promise<File> {
  if (typeof source === "string") {
    const found = await stat(source).catch(() => undefined);
    if (!found?.isFile()) throw new ArgumentError(operationId, "file", `is not a file that can be read: ${source}`);
    // A file that grows meanwhile must not break the announced length.
    const open = () => (found.size === 0 ? Readable.from([]) : createReadStream(source, { end: found.size - 1 }));
    return { name: basename(source), size: found.size, open };
  }
  if (source instanceof Uint8Array) {
    return { name: "document", size: source.length, open: () => Readable.from([source]) };
  }
  if (source instanceof Readable) {
    const { path } = source as { path?: unknown };
    return { name: typeof path === "string" ? basename(path) : "document", once: true, open: () => source };
  }
  if (typeof source?.open === "function") return source;
  throw new ArgumentError(operationId, "file", "must be a path, bytes, a stream, or { name, open }");
}

function besideFile(fields: Readonly<Record<string, unknown>>): [name: string, text: string][] {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return given.map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : textOf(value)]);
}

/** As browsers do it. */
function escaped(name: string): string {
  return name.replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");
}
