const namespace = "lumenone:";

/** Settings by their name alone: in a stack's configuration, `lumenone:` stands before it. */
export function withoutNamespace<T>(settings: Readonly<Record<string, T>>): Record<string, T> {
  const nameOf = (key: string) => (key.startsWith(namespace) ? key.slice(namespace.length) : key);
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [nameOf(key), value]));
}
