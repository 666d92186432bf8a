/** Where to begin, how much to ask for at once, and where to stop. */
export interface PageOptions {
  /** Items of a page. Default: 50. */
  readonly limit?: number | undefined;
  /** Items to leave out at the beginning. Default: 0. */
  readonly offset?: number | undefined;
  /** The most items to read. Default: 1,000. */
  readonly maxItems?: number | undefined;
}

/**
 * Follows a paged list to its end.
 * @param read reads one page
 *
 * @example
 * const calls = await allPages((page) => client.listCallLogs(page));
 */
export async function allPages<T>(
  read: (page: { limit: number; offset: number }) => Promise<readonly T[]>,
  { limit = 50, offset = 0, maxItems = 1000 }: PageOptions = {},
): Promise<T[]> {
  const items: T[] = [];
  while (items.length < maxItems) {
    const size = Math.min(limit, maxItems - items.length);
    const page = await read({ limit: size, offset: offset + items.length });
    for (const item of page.slice(0, maxItems - items.length)) items.push(item);
    // A short page is the last one; a server that ignores the limit has sent everything.
    if (page.length !== size) break;
  }
  return items;
}
