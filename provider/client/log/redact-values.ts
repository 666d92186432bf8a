import { formsOf, literal, replacement } from "./redact";

/** From this length on a value is recognised by a part of it, in characters. */
const fragment = 12;
/** Down to this length a value is replaced wherever it stands as a word of its own; a shorter one where it is quoted. */
const word = 3;

/**
 * A text of LumenOne's without the values that were sent: any of them may come from a secret of the program. The replacement is
 * the same for every value, whatever their case, and in whatever form a server may echo them, whole or cut off.
 *
 * Values of 12 characters or more are recognised by any 12 of them in a row. Shorter ones have to stand as a whole word, and
 * those of one or two characters in quotes, or behind a colon or an equals sign: without that rule, no message could be read.
 * @param values texts and numbers as texts
 * @param names words of the contract that stay: names of fields are not values
 */
export function withoutValues(text: string, values: readonly string[], names: readonly string[] = []): string {
  const kept = new Set(names.map((name) => name.toLowerCase()));
  const forms = [...new Set(values.filter((value) => value.trim() !== "").flatMap((value) => formsOf(value.trim())))]
    .filter((form) => !kept.has(form.toLowerCase()))
    .sort((one, other) => other.length - one.length);
  const long = forms.filter((form) => form.length >= fragment);
  const short = forms.filter((form) => form.length < fragment);
  return short.reduce(withoutWord, withoutFragments(text, long));
}

function withoutWord(text: string, value: string): string {
  const [before, after] = value.length < word ? quoted : alone;
  return text.replace(new RegExp(`${before}${literal(value)}${after}`, "giu"), replacement);
}

/** The boundaries of a value: no letter of the same word. A URL escape is not a letter. */
const alone = ["(?:(?<![\\p{L}\\p{N}_])|(?<=%[0-9a-f]{2}))", "(?![\\p{L}\\p{N}_])"];
const quoted = ["(?<=[\"'`\u201c\u2018\u00ab]|[:=]\\s?)", "(?![\\p{L}\\p{N}_.])"];

function withoutFragments(text: string, values: readonly string[]): string {
  const plain = lower(text);
  const at = new Map<string, number[]>();
  for (let start = 0; start + fragment <= plain.length; start++) {
    const gram = plain.slice(start, start + fragment);
    at.set(gram, [...(at.get(gram) ?? []), start]);
  }
  const hidden = new Uint8Array(text.length);
  for (const value of values.map(lower)) {
    for (let start = 0; start + fragment <= value.length; start++) {
      for (const found of at.get(value.slice(start, start + fragment)) ?? []) hidden.fill(1, found, found + fragment);
    }
  }
  let rest = "";
  for (let index = 0; index < text.length; index++) {
    if (!hidden[index]) rest += text[index];
    else if (!hidden[index - 1]) rest += replacement;
  }
  return rest;
}

/** In lower case where that has the same length, so that places in it are places in the text. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}
