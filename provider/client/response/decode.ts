import { isUtf8 } from "node:buffer";

/** The decoded body of a response. */
export type Decoded =
  | { readonly kind: "json"; readonly value: unknown }
  /** Plain words, as "OK"; empty too. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "html"; readonly text: string }
  /** Begins like JSON and is not JSON: mostly cut off. */
  | { readonly kind: "broken"; readonly text: string }
  /** JSON that would take far more memory than its bytes. */
  | { readonly kind: "immodest"; readonly text: string };

/** No text longer than this is kept for a message; a page is whole. */
const kept = 4000;

/**
 * Reads a body without trusting its content type: some responses of LumenOne's are plain words ("OK", "Not Found"), and JSON
 * may come under any name (upstream).
 */
export function decode(body: Buffer): Decoded {
  const text = body.toString("utf8").trim();
  if (/^<(?:!|html|head|body)/i.test(text)) return { kind: "html", text };
  const container = text.startsWith("{") || text.startsWith("[");
  if (!container && !/^(?:"|-?\d|(?:null|true|false)$)/.test(text)) return { kind: "text", text: text.slice(0, kept) };
  // A letter that is lost here would be a name or a setting of another kind.
  if (container && !isUtf8(body)) return { kind: "broken", text: text.slice(0, kept) };
  if (!isModest(body)) return { kind: "immodest", text: text.slice(0, kept) };
  try {
    return { kind: "json", value: parse(text) };
  } catch {
    return { kind: container ? "broken" : "text", text: text.slice(0, kept) };
  }
}

/** Code that copies such a key by assignment would change the prototype of the copy. */
function parse(text: string): unknown {
  if (!text.includes("__proto__") && !/\\u00/.test(text)) return JSON.parse(text);
  return JSON.parse(text, function (key, value: unknown) {
    if (key !== "__proto__") return value;
    delete (this as Record<string, unknown>)[key];
    return undefined;
  });
}

const deepest = 200;
const mostParts = 5_000_000;

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/**
 * Whether a JSON text is small enough to be data of a person: at most 200 levels and five million parts. A few megabytes of
 * brackets would take gigabytes once parsed, and deep nesting would overflow the stack.
 */
function isModest(json: Uint8Array): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) {
      at = endOfText(json, at);
    } else if (byte === openBracket || byte === openBrace) {
      parts++;
      if (++depth > deepest) return false;
    } else if (byte === closeBracket || byte === closeBrace) depth--;
    else if (byte === comma && ++parts > mostParts) return false;
  }
  return true;
}

/** Where the text that begins here ends: at the quote that is not escaped. */
function endOfText(json: Uint8Array, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === backslash) at++;
    else if (json[at] === quote) return at;
  }
  return json.length;
}
