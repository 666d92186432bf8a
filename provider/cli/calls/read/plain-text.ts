import { createHash } from "node:crypto";

/** The most characters of a name, an id or a number. */
const longest = 120;

/**
 * A text of others in one line, without control characters and without marks that change the direction of what follows. A
 * longer one is cut, and ends with a digest of the whole: two texts that differ stay different.
 */
export function plainText(text: string, most = longest): string {
  // A copy: a slice would keep the whole text in memory.
  const begin = text.length > 4 * most ? Buffer.from(text.slice(0, 4 * most)).toString() : text;
  const line = begin
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .replace(
      /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu,
      "",
    )
    .trim();
  const characters = [...line];
  if (begin === text && characters.length <= most) return line;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${characters.slice(0, most).join("")}... (${digest})`;
}
