/** What an answer's body turned out to be. */
export type Decoded =
  { readonly kind: "json"; readonly value: unknown } | { readonly kind: "text"; readonly text: string };

/**
 * Reads a body without trusting its content type: some answers of LumenOne's are plain words ("OK", "Not Found"), and JSON
 * may come under any name (upstream).
 */
export function decode(body: Buffer): Decoded {
  const text = body.toString("utf8").trim();
  if (/^[[{"]|^(?:null|true|false|-?\d[\d.eE+-]*)$/.test(text)) {
    try {
      return { kind: "json", value: JSON.parse(text) as unknown };
    } catch {
      // Cut off, or no JSON after all.
    }
  }
  return { kind: "text", text };
}

/** What a body says in words, short enough for a message. */
export function wordsOf(decoded: Decoded): string {
  const limit = 300;
  let words: unknown = decoded.kind === "text" ? decoded.text : undefined;
  if (decoded.kind === "json" && typeof decoded.value === "object" && decoded.value !== null) {
    // Documented under `message`, upstream under `error`.
    const { message, error } = decoded.value as { message?: unknown; error?: unknown };
    words = typeof message === "string" && message !== "" ? message : error;
  } else if (decoded.kind === "json") words = decoded.value;
  if (typeof words !== "string") return "";
  if (/^\s*<(?:!doctype|html)/i.test(words)) {
    const title = /<title>([^<]*)<\/title>/i.exec(words)?.[1]?.trim();
    return `an HTML page${title ? ` ("${title.slice(0, 80)}")` : ""}`;
  }
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit)}...` : line;
}
