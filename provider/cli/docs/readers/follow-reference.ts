import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";

/** A part of a document, and the way to it. */
export interface Part {
  readonly value: Values;
  readonly path: readonly (string | number)[];
}

/**
 * Where a part leads by its `$ref`s, which stay in the document; undefined where they lead nowhere or in a circle.
 * Names may hold spaces, which a folded text of YAML can lose or double.
 */
export function followReference(root: Values, part: Part): Part | undefined {
  let current = part;
  for (let hops = 0; hops < 50; hops++) {
    const reference = current.value["$ref"];
    if (typeof reference !== "string") return current;
    if (!reference.startsWith("#/")) return undefined;
    const path = reference.slice(2).split("/").map(unescaped);
    const found = lookUp(root, path);
    if (!found) return undefined;
    current = found;
  }
  return undefined;
}

function lookUp(root: Values, path: readonly string[]): Part | undefined {
  let value: unknown = root;
  const taken: string[] = [];
  for (const segment of path) {
    if (!isObject(value)) return undefined;
    const names = Object.keys(value);
    const name =
      names.find((each) => each === segment) ??
      names.find((each) => each === percentDecoded(segment)) ??
      names.find((each) => withoutSpace(each) === withoutSpace(segment));
    if (name === undefined) return undefined;
    value = value[name];
    taken.push(name);
  }
  return isObject(value) ? { value, path: taken } : undefined;
}

const unescaped = (segment: string) => segment.replace(/~1/g, "/").replace(/~0/g, "~");

const withoutSpace = (text: string) => text.replace(/\s+/g, "");

function percentDecoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
