/** Returns whether this is a plain object (and not a list, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns what a text of JSON says. Another text stays as it is. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Changes the properties of an object, or of each object in a list. Another value stays as it is. */
export function mapProperties(node: unknown, change: (key: string, value: unknown) => [string, unknown][]): unknown {
  if (Array.isArray(node)) return node.map((item) => mapProperties(item, change));
  if (!isObject(node)) return node;
  return Object.fromEntries(Object.entries(node).flatMap(([key, value]) => change(key, value)));
}
