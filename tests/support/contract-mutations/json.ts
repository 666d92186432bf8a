/** A JSON object, as far as tests look into it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = Record<string, any>;

/** What stands below these keys; undefined where it is not there. */
export function within(node: Json | undefined, ...keys: readonly (string | number | undefined)[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (inner, key) => (key === undefined ? undefined : (inner?.[key] as Json | undefined)),
    node,
  );
}
