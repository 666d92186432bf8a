/** The keys of a property path as the engine writes it: `voice.model`, `fallbackVoices[1].voiceId`, `config["a.b"]`. */
export function keysOf(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  for (const match of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)) {
    const [, quoted, index, plain = ""] = match;
    if (quoted !== undefined) keys.push(quoted.replace(/\\(.)/g, "$1"));
    else keys.push(index === undefined ? plain : Number(index));
  }
  return keys;
}

/** The value at that path; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}
