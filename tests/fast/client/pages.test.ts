import * as fc from "fast-check";
import { allPages, type PageOptions } from "../../../provider/client/pages";

interface Behaviour {
  /** The most items in one page. */
  readonly cap?: number;
  readonly ignoresLimit?: boolean;
  readonly ignoresOffset?: boolean;
  /** Changes the list before a page is read. */
  readonly before?: (list: number[], page: number) => void;
}

/** A server with so many items: 0, 1, 2, ... */
function serverOf(count: number, { cap = Infinity, ignoresLimit, ignoresOffset, before }: Behaviour = {}) {
  const asked: string[] = [];
  const list = Array.from({ length: count }, (_, index) => index);
  const read = ({ limit, offset }: { limit: number; offset: number }) => {
    before?.(list, asked.length);
    asked.push(`${offset}+${limit}`);
    const from = ignoresOffset ? 0 : offset;
    const size = Math.min(ignoresLimit ? Infinity : limit, cap);
    return Promise.resolve(list.slice(from, from + size).map((id) => ({ id })));
  };
  return { asked, read, list };
}

const ids = async (server: ReturnType<typeof serverOf>, options?: PageOptions) =>
  (await allPages(server.read, options)).map(({ id }) => id);

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

test.each<[items: number, options: PageOptions, read: number[], asked: string[]]>([
  [0, {}, [], ["0+50"]],
  [49, {}, upTo(49), ["0+50", "48+50"]],
  [50, {}, upTo(50), ["0+50", "49+50"]],
  [120, {}, upTo(120), ["0+50", "49+50", "98+50", "119+50"]],
  [120, { limit: 500 }, upTo(120), ["0+500", "119+500"]],
  [120, { maxItems: 60 }, upTo(60), ["0+50", "49+11"]],
  [120, { offset: 100, limit: 15 }, upTo(20, 100), ["100+15", "114+15", "119+15"]],
  [120, { maxItems: 0 }, [], []],
  [3, { limit: 1 }, upTo(3), ["0+1", "0+2", "1+2", "2+2"]],
  [5000, { limit: 500 }, upTo(1000), ["0+500", "499+500", "998+2"]],
])("a list of %i items with %j is read to its end or to `maxItems`", async (count, options, read, asked) => {
  const server = serverOf(count);
  expect(await ids(server, options)).toEqual(read);
  expect(server.asked).toEqual(asked);
});

test("a server that caps the page below the limit gives every item", async () => {
  expect(await ids(serverOf(700, { cap: 100 }), { limit: 500 })).toEqual(upTo(700));
});

test("all items of a server that ignores the limit and the offset are read", async () => {
  const behaviour = { ignoresLimit: true, ignoresOffset: true };
  expect(await ids(serverOf(300, behaviour))).toEqual(upTo(300));
  expect(await ids(serverOf(300, behaviour), { maxItems: 70 })).toEqual(upTo(70));
});

test.each([2, 50, 51, 700])("a server that ignores the offset alone, with %i items, is an error", async (count) => {
  await expect(ids(serverOf(count, { ignoresOffset: true }))).rejects.toThrow(/ignores offset/);
});

test.each([1, 49, 50, 51, 99])("%i items that arrive between pages double none of the others", async (arriving) => {
  const server = serverOf(120, { before: (list, page) => page === 1 && list.unshift(...upTo(arriving, 1000)) });
  const read = await ids(server);
  expect(new Set(read).size).toBe(read.length);
  expect(read.filter((id) => id < 1000)).toEqual(upTo(120));
});

test.each([1, 30, 50])("%i items that leave the list between pages hide none of the others", async (leaving) => {
  const server = serverOf(200, { before: (list, page) => page === 2 && list.splice(0, leaving) });
  expect(await ids(server)).toEqual(expect.arrayContaining(upTo(200)));
});

test("an item that arrives at the beginning of a page does not end the reading", async () => {
  const server = serverOf(3, { before: (list, page) => page === 2 && list.splice(2, 0, 1000) });
  expect((await ids(server, { limit: 2 })).sort()).toEqual([0, 1, 1000, 2]);
});

test("a list that begins with the same item twice is read to its end, also when an item arrives in the middle", async () => {
  let pages = 0;
  const list = [1, 1, 2, 3, 4, 5].map((id) => ({ id }));
  const read = ({ limit, offset }: { limit: number; offset: number }) => {
    if (pages++ === 2) list.splice(4, 0, { id: 9 });
    return Promise.resolve(list.slice(offset, offset + limit));
  };
  expect((await allPages(read, { limit: 3 })).map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5, 9]);
});

test("a list of one item twice is read to its end", async () => {
  const list = [1, 1].map((id) => ({ id }));
  expect(await allPages(({ limit, offset }) => Promise.resolve(list.slice(offset, offset + limit)))).toEqual([
    { id: 1 },
  ]);
});

test("an item that the server sends twice is given once", async () => {
  const twice = ({ offset }: { offset: number }) =>
    Promise.resolve([1, 2, 2, 3].map((id) => ({ id })).slice(offset, offset + 2));
  expect(await allPages(twice)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

test("whatever a server caps and whatever arrives or leaves, each item that stayed is given once", async () => {
  const change = fc.record({ page: fc.integer({ min: 1, max: 6 }), arrive: fc.nat(70), leave: fc.nat(40) });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(300),
      fc.integer({ min: 2, max: 120 }),
      fc.integer({ min: 2, max: 120 }),
      fc.array(change, { maxLength: 3 }),
      async (count, cap, limit, changes) => {
        let next = 1000;
        const server = serverOf(count, {
          cap,
          before: (list, page) => {
            for (const { arrive, leave } of changes.filter((each) => each.page === page)) {
              list.splice(0, leave);
              list.unshift(...upTo(arrive, next).reverse());
              next += arrive;
            }
          },
        });
        const read = await ids(server, { limit, maxItems: 10_000 });
        expect(new Set(read).size).toBe(read.length);
        expect(read).toEqual(expect.arrayContaining(server.list.filter((id) => id < 1000)));
      },
    ),
    {
      numRuns: Number(process.env["LUMENONE_PAGES_RUNS"] ?? 100),
      // Two that once ended with an error.
      examples: [
        [
          1,
          10,
          10,
          [
            { page: 4, arrive: 0, leave: 1 },
            { page: 1, arrive: 11, leave: 0 },
            { page: 3, arrive: 9, leave: 0 },
          ],
        ],
        [
          80,
          27,
          30,
          [
            { page: 4, arrive: 30, leave: 9 },
            { page: 4, arrive: 47, leave: 14 },
            { page: 6, arrive: 1, leave: 4 },
          ],
        ],
      ],
    },
  );
});

test("a list that loses items before each page is an error after ten times", async () => {
  const server = serverOf(5000, { before: (list) => void list.splice(0, 60) });
  await expect(ids(server)).rejects.toThrow(/^The list changed 10 times while it was read\.$/);
});

test("a list that loses items before ten pages is read to its end", async () => {
  let left = 10;
  const server = serverOf(2000, {
    before: (list, page) => {
      if (page > 0 && left-- > 0) list.splice(0, 60);
    },
  });
  const read = await ids(server, { maxItems: 5000 });
  expect(read.slice(-1400)).toEqual(server.list.slice(-1400));
});

test("a server that sends the same page in another order for each request is an error", async () => {
  let page = 0;
  const read = () => {
    const items = upTo(50).map((id) => ({ id }));
    // The last item of the page before comes first, so that nothing seems to be left out.
    return Promise.resolve(page++ === 0 ? items : [items[49]!, ...items.slice(0, 49).reverse()]);
  };
  await expect(allPages(read)).rejects.toThrow(/the server sends the same items for each page/);
});

test.each([
  ["texts", ["a", "b", "a", "c"], ["a", "b", "c"]],
  ["objects without an id", [{ name: "a" }, { name: "b" }, { name: "a" }], [{ name: "a" }, { name: "b" }]],
  ["nothing", [null, 1, null], [null, 1]],
])("items that are %s are distinguished by their content", async (_what, list, read) => {
  const page = ({ limit, offset }: { limit: number; offset: number }) =>
    Promise.resolve((list as unknown[]).slice(offset, offset + limit));
  expect(await allPages(page)).toEqual(read);
});
