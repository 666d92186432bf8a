import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";

/** Where something stands, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place, and what to do about it. */
export interface FileProblem extends Place {
  readonly message: string;
}

/** A value of a YAML file that remembers where it came from, also after files were laid over each other. */
export type Sourced = { readonly place: Place } & (
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, SourcedEntry> }
  | { readonly kind: "list"; readonly items: readonly Sourced[] }
  | { readonly kind: "scalar"; readonly value: unknown }
);

/** A key of a map, with its value. */
export interface SourcedEntry {
  readonly key: Place;
  readonly value: Sourced;
}

/** More aliases than a tenant needs: they may multiply each other, or turn in a circle. */
const mostAliases = 1000;

/** Takes a parsed document over, anchors resolved. What is wrong with these is added to `problems`. */
export function sourced(document: Document, file: string, lines: LineCounter, problems: FileProblem[]): Sourced {
  let aliases = 0;
  const placeAt = (offset = 0): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const convert = (node: unknown, fallback: Place): Sourced => {
    if (isAlias(node)) {
      const place = placeAt(node.range?.[0]);
      const meant = ++aliases > mostAliases ? undefined : node.resolve(document);
      if (meant) return convert(meant, place);
      const problem = aliases > mostAliases ? "there are too many aliases" : `there is no anchor &${node.source}`;
      if (aliases <= mostAliases + 1)
        problems.push({ ...place, message: `this is no YAML: ${problem}. Write it out.` });
      return { kind: "scalar", value: null, place };
    }
    const range = (node as Node | null)?.range;
    const place = range ? placeAt(range[0]) : fallback;
    if (isMap(node)) {
      const entries = new Map<string, SourcedEntry>();
      for (const { key, value } of node.items) {
        const at = placeAt((key as Node | null)?.range?.[0]);
        entries.set(String(isScalar(key) ? key.value : key), { key: at, value: convert(value, at) });
      }
      return { kind: "map", entries, place };
    }
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => convert(item, place)), place };
    return { kind: "scalar", value: isScalar(node) ? node.value : null, place };
  };
  return convert(document.contents, placeAt(0));
}

/** `file: PATH` and `secret: KEY` stand for one value. */
function isReference(node: Sourced): boolean {
  return node.kind === "map" && node.entries.size === 1 && (node.entries.has("file") || node.entries.has("secret"));
}

/** The second laid over the first: maps key by key, everything else as a whole. */
export function overlaid(base: Sourced, over: Sourced): Sourced {
  if (base.kind !== "map" || over.kind !== "map" || isReference(base) || isReference(over)) return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key);
    entries.set(key, { key: entry.key, value: below ? overlaid(below.value, entry.value) : entry.value });
  }
  return { kind: "map", entries, place: over.place };
}

/** The plain value. */
export function valueOf(node: Sourced): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(valueOf);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, valueOf(value)]));
}

/** What stands at a path: the nearest there is, by its key where it has one. */
export function placeOf(node: Sourced, path: readonly (string | number)[]): Place {
  let place = node.place;
  let inner: Sourced | undefined = node;
  for (const step of path) {
    if (inner?.kind === "map") {
      const entry: SourcedEntry | undefined = inner.entries.get(String(step));
      if (!entry) return place;
      place = entry.key;
      inner = entry.value;
    } else if (inner?.kind === "list") {
      inner = inner.items[Number(step)];
      if (!inner) return place;
      place = inner.place;
    } else return place;
  }
  return place;
}

/** The value under a key of a map. */
export function entryOf(node: Sourced | undefined, key: string): SourcedEntry | undefined {
  return node?.kind === "map" ? node.entries.get(key) : undefined;
}
