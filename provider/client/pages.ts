import { isObject } from "./is-object";

/** Where to begin, how much to ask for at once, and where to stop. */
export interface PageOptions<T = unknown> {
  /** Items of a page. Default: 50. */
  readonly limit?: number | undefined;
  /** Items to leave out at the beginning. Default: 0. */
  readonly offset?: number | undefined;
  /** The most items to read. Default: 1,000. */
  readonly maxItems?: number | undefined;
  /** What distinguishes items. Default: their `id`, or else the whole item. */
  readonly keyOf?: ((item: T) => unknown) | undefined;
}

/** How often a list may lose items while it is read. */
const mostSteps = 10;
/** How many items may arrive while a list is read, beside as many as it had. */
const mostArrivals = 500;

/**
 * Reads a paged list to its end: every item, each once, whatever the server does with `limit`. Each page but the first begins
 * with the last item of the page before, which shows that no item was skipped because others left the list meanwhile.
 * @param read reads one page
 * @throws {Error} the server ignores `offset`, so that the list cannot be read to its end; or the list changes all the time
 *
 * @example
 * const calls = await allPages((page) => client.listCallLogs(page));
 */
export async function allPages<T>(read: ReadPage<T>, options: PageOptions<T> = {}): Promise<T[]> {
  const items: T[] = [];
  for await (const page of newItems(read, options)) items.push(...page);
  return items;
}

/** Reads one page. */
type ReadPage<T> = (page: { limit: number; offset: number }) => Promise<readonly T[]>;

/** {@link allPages} for lists that need not fit into memory: gives the new items of each page, and keeps their keys only. */
export async function* newItems<T>(
  read: ReadPage<T>,
  { limit = 50, offset = 0, maxItems = 1000, keyOf = idOf }: PageOptions<T> = {},
): AsyncGenerator<T[], void, undefined> {
  if (maxItems <= 0) return;
  const seen = new Set<unknown>();
  const add = (page: readonly T[]): T[] =>
    page.filter((item) => seen.size < maxItems && !seen.has(keyOf(item)) && seen.add(keyOf(item)));
  const asked = Math.min(limit, maxItems);
  let page = await read({ limit: asked, offset });
  const count = page.length;
  const beginning = page.slice(0, 2).map(keyOf);
  yield add(page);
  // The end of what was read, counted from the beginning of the list.
  let end = offset + count;
  let repeated = 0;
  let steps = 0;
  while (seen.size < maxItems && end > offset) {
    page = await read({ limit: Math.max(2, Math.min(limit, maxItems - seen.size + 1)), offset: end - 1 });
    const [head] = page;
    const begins = page.slice(0, 2).map(keyOf);
    // A list can begin with one item twice: two that differ are a beginning.
    if (end - 1 > offset && new Set(begins).size === 2 && begins.every((key, index) => key === beginning[index])) {
      // The same beginning again: a list that has grown by just that much, or a server that does not page.
      const [again] = await read({ limit: 1, offset });
      if (again !== undefined && keyOf(again) === beginning[0]) {
        if (count > asked) break;
        throw new Error(
          `The list was not read to its end: after ${seen.size} items the server sends the first ones again, so it ignores offset.`,
        );
      }
    }
    if (head === undefined || !seen.has(keyOf(head))) {
      // Items left the list before this page, and later ones moved up.
      if (++steps > mostSteps) throw new Error(`The list changed ${mostSteps} times while it was read.`);
      end = Math.max(offset, end - asked);
      if (end === offset) {
        const again = await read({ limit: asked, offset });
        yield add(again);
        end += again.length;
      }
      continue;
    }
    const added = add(page);
    if (added.length > 0) {
      repeated = 0;
      yield added;
    } else if (page.length < 2) break;
    // Each item that arrives meanwhile moves the read ones back by one place.
    else if ((repeated += page.length - 1) > seen.size + mostArrivals)
      throw new Error("The list was not read to its end: the server sends the same items for each page.");
    end += page.length - 1;
  }
}

function idOf(item: unknown): unknown {
  return (isObject(item) ? item["id"] : undefined) ?? JSON.stringify(item);
}
