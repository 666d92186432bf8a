/**
 * The value at a property path as the engine writes it: `voice.model`, `fallbackVoices[1].voiceId`, `config["a.b"]`; undefined
 * where there is none.
 */
export function valueAt(value: unknown, path: string): unknown {
  let inner = value;
  for (const [, quoted, index, plain = ""] of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)) {
    if (typeof inner !== "object" || inner === null) return undefined;
    const key = quoted?.replace(/\\(.)/g, "$1") ?? index ?? plain;
    inner = (inner as Record<string, unknown>)[key];
  }
  return inner;
}
