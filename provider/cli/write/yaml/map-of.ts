import { type Node, Pair, type Scalar, YAMLMap } from "yaml";
import { keyScalar } from "./scalar";

/** A key, or one that has been made already, and its value. */
export type MapEntry = readonly [key: string | Scalar, value: Node];

/** A map that stands in lines of its own. */
export function mapOf(entries: readonly MapEntry[]): YAMLMap {
  const map = new YAMLMap();
  map.items = entries.map(([key, value]) => new Pair(typeof key === "string" ? keyScalar(key) : key, value));
  map.flow = entries.length === 0;
  return map;
}
