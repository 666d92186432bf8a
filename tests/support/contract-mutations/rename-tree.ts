import { type Rename } from "./change";
import { type Json } from "./json";

/** By the contract's name of a field: its other name, and what is in it. */
export type RenameTree = Map<string, { to: string; inner: RenameTree }>;

/** The fields of one request or response that have other names. */
export function renameTree(renames: readonly Pick<Rename, "path" | "to">[]): RenameTree {
  const tree: RenameTree = new Map();
  for (const { path, to } of renames) {
    // A list is what it holds.
    const names = path.split(".").filter((step) => step !== "[]");
    let level = tree;
    names.forEach((name, at) => {
      const node = level.get(name) ?? { to: name, inner: new Map() as RenameTree };
      level.set(name, node);
      if (at === names.length - 1) node.to = to;
      level = node.inner;
    });
  }
  return tree;
}

/** A value of the released API as the changed one has it. */
export function renamed(tree: RenameTree, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(tree, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const node = tree.get(name);
      return node ? [node.to, renamed(node.inner, inner)] : [name, inner as unknown];
    }),
  );
}

/** The other way round. @throws for a field under the name that it no longer has */
export function restored(tree: RenameTree, value: unknown, what: string): Json {
  if (Array.isArray(value)) return value.map((each) => restored(tree, each, what));
  if (typeof value !== "object" || value === null) return value as Json;
  const byName = new Map([...tree].map(([name, node]) => [node.to, { name, node }]));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const found = byName.get(name);
      if (found) return [found.name, restored(found.node.inner, inner, `${what}.${name}`)];
      if (tree.has(name)) throw new Error(`${what} has no field ${name}`);
      return [name, inner];
    }),
  );
}
