import { type OurOperation } from "../contract/our-operation";
import { type DocsOperation } from "../readers/read-operations";

/** Which operation of the docs is which of ours. */
export interface Matches {
  readonly pairs: ReadonlyMap<OurOperation, DocsOperation>;
  /** How many were found by their title and are in their place, too. */
  readonly certain: number;
  readonly onlyInDocs: readonly DocsOperation[];
}

const normal = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

const shape = ({ method, path }: { method: string; path: string }) => `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;

/**
 * Finds our operations in the docs: by title or name, which are unique, wherever their path is; then by method and shape of
 * the path; then the only one that is left of its group and method.
 */
export function matchOperations(ours: readonly OurOperation[], docs: readonly DocsOperation[]): Matches {
  const pairs = new Map<OurOperation, DocsOperation>();
  const left = { ours: new Set(ours), docs: new Set(withoutCopies(docs)) };
  const pair = (one: OurOperation, each: DocsOperation) => {
    pairs.set(one, each);
    left.ours.delete(one);
    left.docs.delete(each);
  };
  const pairBy = (keysOf: (ours: OurOperation) => string[], keyOf: (docs: DocsOperation) => string) => {
    for (const one of left.ours) {
      const keys = keysOf(one).filter((key) => key !== "");
      const found = [...left.docs].filter((each) => keys.includes(keyOf(each)));
      const [only] = found.length > 1 ? found.filter((each) => shape(each) === shape(one)) : found;
      if (!only) continue;
      const rivals = [...left.ours].filter((each) => each !== one && keysOf(each).includes(keyOf(only)));
      if (rivals.length === 0) pair(one, only);
    }
  };
  pairBy(
    ({ title }) => [normal(title)],
    ({ title }) => normal(title),
  );
  pairBy(
    ({ operationId, title }) => [normal(operationId), normal(title)],
    ({ operationId = "" }) => normal(operationId),
  );
  const titled = new Set(pairs.keys());
  pairBy((one) => [shape(one)], shape);
  if (titled.size > 0) {
    const known = [...pairs];
    const isSameGroup = (one: OurOperation, other: DocsOperation) =>
      known.some(([some, found]) => some.group === one.group && found.group === (other.group ?? ""));
    for (const one of left.ours) {
      const isRival = (each: OurOperation) => each.method === one.method && each.group === one.group;
      const isLike = (each: DocsOperation) =>
        each.method === one.method && isSameGroup(one, each) && haveCommonWords(one, each);
      const rivals = [...left.ours].filter(isRival);
      const [only, ...more] = [...left.docs].filter(isLike);
      if (rivals.length === 1 && only && more.length === 0) pair(one, only);
    }
  }
  const certain = [...pairs].filter(([one, each]) => titled.has(one) && shape(one) === shape(each)).length;
  return { pairs, certain, onlyInDocs: [...left.docs] };
}

/** The last operation of a group can be an unrelated one. */
function haveCommonWords(one: { title: string; path: string }, other: { title: string; path: string }): boolean {
  const words = ({ title, path }: { title: string; path: string }) =>
    new Set(`${title} ${path.replace(/\{[^{}]*\}/g, " ")}`.toLowerCase().match(/[a-z]{3,}/g));
  const [some, others] = [words(one), words(other)];
  return [...some].filter((word) => others.has(word)).length * 2 >= Math.min(some.size, others.size);
}

/** Sites show the same operation in several files; the first one counts. */
function withoutCopies(docs: readonly DocsOperation[]): Iterable<DocsOperation> {
  const found = new Map<string, DocsOperation>();
  for (const each of docs) {
    const key = `${normal(each.title)} ${each.method} ${each.path}`;
    if (!found.has(key)) found.set(key, each);
  }
  return found.values();
}

/** Whether these are the docs of LumenOne: many products have a title such as "List documents". */
export function isLumenOne({ pairs, certain }: Matches, docs: readonly DocsOperation[]): boolean {
  return certain > 0 || pairs.size >= 15 || (pairs.size > 0 && pairs.size * 2 >= docs.length);
}
