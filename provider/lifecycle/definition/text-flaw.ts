import { type Facts } from "./fields";

/** Texts that no field takes, and those that a field of one line does not take. */
const halfCharacter = /\p{Surrogate}/u;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for.
const breaksLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const blanksOnly = /^[\p{White_Space}\p{Format}]+$/u;

/**
 * The problem with the characters of a text, if any: first those that JSON or a database would not keep, then those that
 * the field does not accept.
 */
export function textFlaw(
  { line, trimmed, maxBytes }: Pick<Facts, "line" | "trimmed" | "maxBytes">,
  text: string,
): [reason: string, remedy: string] | undefined {
  if (halfCharacter.test(text))
    return ["holds half of a character (a lone surrogate)", "Give a text of whole characters."];
  if (text.includes("\0")) return ["holds a NUL character", "Remove it."];
  if (line && blanksOnly.test(text)) return ["holds blanks only", "Give at least one character that can be seen."];
  if (line && breaksLine.test(text))
    return ["holds a line break or another control character", "Give one line of text."];
  if (trimmed && text.trim() !== text) return ["begins or ends with a blank", "Remove it: LumenOne may do so, too."];
  if (maxBytes !== undefined && Buffer.byteLength(text) > maxBytes) {
    return [`has ${Buffer.byteLength(text)} bytes in UTF-8`, `Give at most ${maxBytes}.`];
  }
  return undefined;
}
