import { isUtf8 } from "node:buffer";

/** The problem with the bytes of a text, and its place. */
export interface EncodingProblem {
  readonly encoding: string;
  readonly line: number;
  readonly column: number;
}

/** The text of a file in UTF-8, without a byte order mark. Other encodings are an error: their text would be read wrongly. */
export function decodeText(bytes: Buffer): string | EncodingProblem {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { encoding: `it is ${wide}`, line: 1, column: 1 };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const isWide = zero < 4 && bytes.length % 2 === 0;
    return { encoding: isWide ? "it looks like UTF-16" : "it holds NUL bytes", ...placeOfByte(bytes, zero) };
  }
  if (isUtf8(bytes)) return bytes.toString("utf8").replace(/^\uFEFF+/, "");
  const wrong = firstWrongByte(bytes);
  const hex = (bytes[wrong] ?? 0).toString(16).toUpperCase();
  return { encoding: `byte 0x${hex} looks like Latin-1 or Windows-1252`, ...placeOfByte(bytes, wrong) };
}

/** The encoding that a byte order mark names. */
function wideEncoding(bytes: Buffer): string | undefined {
  const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) return "UTF-32";
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return "UTF-16";
  return undefined;
}

/** Where it stops being UTF-8: a decoder puts U+FFFD there, whose bytes are EF BF BD. */
function firstWrongByte(bytes: Buffer): number {
  const replaced = Buffer.from(bytes.toString("utf8"));
  const differs = replaced.findIndex((byte, index) => byte !== bytes[index]);
  // What is wrong may begin with EF or EF BF itself.
  if (bytes[differs - 1] === 0xef) return differs - 1;
  return bytes[differs - 2] === 0xef && bytes[differs - 1] === 0xbf ? differs - 2 : differs;
}

function placeOfByte(bytes: Buffer, offset: number): { line: number; column: number } {
  const lines = bytes.subarray(0, offset).toString("utf8").split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
