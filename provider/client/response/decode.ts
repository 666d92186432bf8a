import { isUtf8 } from "node:buffer";
import { isModest } from "./modest-json";

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
