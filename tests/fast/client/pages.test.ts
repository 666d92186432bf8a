import { allPages } from "../../../provider/client/pages";

/** A server with so many items, and at most so many in one page. */
function serverOf(count: number, honoursLimit = true) {
  const asked: string[] = [];
  const read = ({ limit, offset }: { limit: number; offset: number }) => {
    asked.push(`${offset}+${limit}`);
    const all = Array.from({ length: count }, (_, index) => index);
    return Promise.resolve(honoursLimit ? all.slice(offset, offset + limit) : all);
  };
  return { asked, read };
}

test.each<[items: number, options: object, read: number, asked: string[]]>([
  [0, {}, 0, ["0+50"]],
  [49, {}, 49, ["0+50"]],
  [50, {}, 50, ["0+50", "50+50"]],
  [120, {}, 120, ["0+50", "50+50", "100+50"]],
  [120, { limit: 500 }, 120, ["0+500"]],
  [120, { maxItems: 60 }, 60, ["0+50", "50+10"]],
  [120, { offset: 100, limit: 15 }, 20, ["100+15", "115+15"]],
  [120, { maxItems: 0 }, 0, []],
  [5000, { limit: 500 }, 1000, ["0+500", "500+500"]],
])("of %i items with %j %i are read", async (count, options, read, asked) => {
  const server = serverOf(count);
  expect((await allPages(server.read, options)).length).toBe(read);
  expect(server.asked).toEqual(asked);
});

test("a server that ignores the limit has sent everything at once", async () => {
  const server = serverOf(300, false);
  expect((await allPages(server.read)).length).toBe(300);
  expect((await allPages(server.read, { maxItems: 70 })).length).toBe(70);
  expect(server.asked).toEqual(["0+50", "0+50"]);
});
