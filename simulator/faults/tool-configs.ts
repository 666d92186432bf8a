import { mapProperties } from "../json";

/** Replaces every value in a tool's `config`, or the whole of it, by a mask. Without a mask it removes `config`. */
export function mapConfigs(node: unknown, mask: unknown, whole = false): unknown {
  return mapProperties(node, (key, value) => {
    if (key !== "config") return [[key, mapConfigs(value, mask, whole)]];
    if (mask === undefined) return [];
    return [[key, whole ? mask : maskLeaves(value, mask)]];
  });
}

function maskLeaves(node: unknown, mask: unknown): unknown {
  if (node === null || node === undefined) return node;
  if (typeof node !== "object") return mask;
  if (Array.isArray(node)) return node.map((item) => maskLeaves(item, mask));
  return mapProperties(node, (key, value) => [[key, maskLeaves(value, mask)]]);
}
