import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";

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
        problems.push({ ...place, message: `this is not YAML: ${problem}. Write it out.` });
      return { kind: "scalar", value: null, place };
    }
    const range = (node as Node | null)?.range;
    const place = range ? placeAt(range[0]) : fallback;
    if (isMap(node)) return { kind: "map", entries: entriesOf(node, place), place };
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => convert(item, place)), place };
    return { kind: "scalar", value: isScalar(node) ? written(node.value, place, problems) : null, place };
  };
  const entriesOf = (map: YAMLMap, place: Place): Map<string, SourcedEntry> => {
    const entries = new Map<string, SourcedEntry>();
    const merged: Sourced[] = [];
    for (const { key, value } of map.items) {
      const range = (key as Node | null)?.range;
      const at = range ? placeAt(range[0]) : place;
      if (isScalar(key) && typeof key.value === "symbol") {
        const bases = convert(value, at);
        merged.push(...(bases.kind === "list" ? bases.items : [bases]));
        continue;
      }
      const name = keyOf(isAlias(key) ? key.resolve(document) : key);
      if (name === undefined) {
        problems.push({ ...at, message: "a key has to be a text: write it in quotes." });
        continue;
      }
      written(name, at, problems);
      if (entries.has(name)) {
        const message = `this is not YAML: map keys must be unique, and "${name}" stands here twice. Keep one of the two.`;
        problems.push({ ...at, message });
      }
      entries.set(name, { key: at, value: convert(value, at) });
    }
    // The keys of the map itself count, then those of the first merged map.
    for (const base of merged) {
      if (base.kind !== "map") {
        // Too many aliases are reported already.
        const message = "`<<` merges a map, or a list of maps: `<<: *anchor`.";
        if (aliases <= mostAliases) problems.push({ ...base.place, message });
        continue;
      }
      for (const [name, entry] of base.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  };
  return convert(document.contents, placeAt(0));
}

/** A key as it is written: YAML would read `2024.10` or `007` as numbers. Undefined for a key that is not a text. */
function keyOf(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  return key.source === "" ? undefined : key.source;
}

/** A value, unless it could not be sent as it is written. */
function written(value: unknown, place: Place, problems: FileProblem[]): unknown {
  if (typeof value === "string" && /\0|\p{Surrogate}/u.test(value)) {
    problems.push({ ...place, message: "this text holds NUL, or half a character: take it out." });
  }
  if (typeof value === "number" && !(Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    problems.push({ ...place, message: "this number cannot be stored as it is written: write it in quotes." });
  }
  return value;
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

/** The place of a path, or of its nearest existing part; that of the key where it has one. */
export function placeOf(node: Sourced, path: readonly (string | number)[]): Place {
  let nearest: SourcedEntry = { key: node.place, value: node };
  for (const step of path) {
    const next = entryOf(nearest.value, step);
    if (!next) break;
    nearest = next;
  }
  return nearest.key;
}

/** The value under a key of a map, or at an index of a list. */
export function entryOf(node: Sourced, key: string | number): SourcedEntry | undefined {
  if (node.kind === "map") return node.entries.get(String(key));
  const item = node.kind === "list" ? node.items[Number(key)] : undefined;
  return item && { key: item.place, value: item };
}
