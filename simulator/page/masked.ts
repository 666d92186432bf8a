/** What stands where an API key was. */
const mask = "[API key]";

/** Texts of this length or more are cut: the page is not for reading documents. */
const longest = 20_000;

/**
 * Returns JSON as the page may show it: without API keys, wherever somebody may have put one, and with long texts cut.
 * A key of a few letters is left, because it would be found in any word.
 */
export function masked(value: unknown, keys: readonly string[]): unknown {
  return mapTexts(value, (text) => cut(withoutKeys(text, keys)));
}

/** Returns JSON without API keys, and with whole texts. */
export function withoutKeysIn(value: unknown, keys: readonly string[]): unknown {
  return mapTexts(value, (text) => withoutKeys(text, keys));
}

/** Replaces every text in JSON, names of properties included. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapTexts(item, change)]));
}

function withoutKeys(text: string, keys: readonly string[]): string {
  return keys.reduce((left, key) => (key.length < 6 ? left : left.replaceAll(key, mask)), text);
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… and ${(text.length - longest).toLocaleString("en")} more characters`;
}
