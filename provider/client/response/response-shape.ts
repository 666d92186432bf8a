import { type Decoded } from "./decode";

/** Describes a response without a message of its own. Shows none of its values: they may be anybody's data. */
export function shapeOf(decoded: Decoded): string {
  if (decoded.kind === "text") return "an empty body";
  if (decoded.kind !== "json") return "a response of another form";
  const { value } = decoded;
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a bare list of ${value.length}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return "an empty object";
  const holdsNothing = entries.every(([, inner]) => inner === null || (Array.isArray(inner) && inner.length === 0));
  return holdsNothing ? "an object with nothing in it" : "a response of another form";
}
