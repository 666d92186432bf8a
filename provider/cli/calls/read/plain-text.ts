import { createHash } from "node:crypto";

/** Characters that steer a terminal, change the direction of the text or are invisible, and half characters. */
const unwanted =
  /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu;

/** A text that somebody else wrote, in one line; a longer one is cut. */
export function plainText(text: string, most: number): string {
  // A copy: a slice would keep the whole text in memory.
  const begin = text.length > 4 * most ? Buffer.from(text.slice(0, 4 * most)).toString() : text;
  const line = begin
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .replace(unwanted, "")
    .trim();
  const characters = [...line];
  return begin === text && characters.length <= most ? line : `${characters.slice(0, most).join("")}...`;
}

/** The most characters of a name. */
const longestName = 120;

/** A name or an id of others, in one line. A changed one ends with a digest: different names stay different. */
export function plainName(name: string): string {
  const shown = plainText(name, longestName);
  if (shown === name) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return shown === "" ? `(${digest})` : `${shown} (${digest})`;
}
