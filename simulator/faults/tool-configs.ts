type Json = Record<string, unknown>;

/** Replaces every value in a tool's `config`, or the whole of it, by its mask. Without `mask` it removes `config`. */
export function mapConfigs(node: unknown, mask: ((value: unknown) => unknown) | undefined, whole = false): unknown {
  if (Array.isArray(node)) return node.map((item) => mapConfigs(item, mask, whole));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node as Json).flatMap(([key, value]) => {
      if (key !== "config") return [[key, mapConfigs(value, mask, whole)]];
      return mask ? [[key, whole ? mask(value) : maskLeaves(value, mask)]] : [];
    }),
  );
}

function maskLeaves(node: unknown, mask: (value: unknown) => unknown): unknown {
  if (node === null || node === undefined) return node;
  if (Array.isArray(node)) return node.map((item) => maskLeaves(item, mask));
  if (typeof node !== "object") return mask(node);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, maskLeaves(value, mask)]));
}
