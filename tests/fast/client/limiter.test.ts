import { Limiter, limiterFor } from "../../../provider/client/send/limiter";
import { settled, TestClock } from "../../support/test-clock";

/** A limiter with requests that end when the test ends them. */
function setUp(limits: ConstructorParameters<typeof Limiter>[0]) {
  const clock = new TestClock();
  const limiter = new Limiter(limits, clock);
  const began: [name: string, at: number][] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, turn?: Parameters<Limiter["run"]>[1]) =>
    limiter.run(() => {
      began.push([name, clock.now()]);
      return new Promise<void>((end) => ends.set(name, end));
    }, turn);
  return { clock, limiter, began, run, end: (name: string) => (ends.get(name)?.(), settled()) };
}

const names = (began: [string, number][]) => began.map(([name]) => name);

test("requests up to the limit run at once, the rest in their order", async () => {
  const { began, run, end } = setUp({ maxConcurrency: 2 });
  for (const name of ["a", "b", "c", "d"]) void run(name);
  await settled();
  expect(names(began)).toEqual(["a", "b"]);
  await end("b");
  expect(names(began)).toEqual(["a", "b", "c"]);
});

test("a request that fails makes room", async () => {
  const limiter = new Limiter({ maxConcurrency: 1 }, new TestClock());
  await expect(limiter.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(limiter.run(() => Promise.resolve("yes"))).resolves.toBe("yes");
});

test("requests begin in even steps", async () => {
  const { clock, began, run } = setUp({ maxConcurrency: 100, requestsPerSecond: 4 });
  for (const name of ["a", "b", "c", "d", "e"]) void run(name);
  await clock.pass(2000);
  expect(began).toEqual([
    ["a", 0],
    ["b", 250],
    ["c", 500],
    ["d", 750],
    ["e", 1000],
  ]);
});

test("an hour without requests is not made up for by a burst", async () => {
  const { clock, began, run } = setUp({ maxConcurrency: 100, requestsPerSecond: 4 });
  await clock.pass(3_600_000);
  for (let i = 0; i < 20; i++) void run(`${i}`);
  await clock.pass(999);
  expect(began.length).toBeLessThanOrEqual(5);
});

test("the longest pause delays a request, and shorter ones do not add to it", async () => {
  const { clock, limiter, began, run } = setUp({ maxConcurrency: 5 });
  limiter.pause(3000);
  limiter.pause(1000);
  void run("a");
  await clock.pass(2999);
  expect(began).toEqual([]);
  await clock.pass(1);
  expect(began).toEqual([["a", 3000]]);
});

test("a request that is sent again goes before waiting ones", async () => {
  const { began, run, end } = setUp({ maxConcurrency: 1 });
  void run("running");
  void run("waiting");
  void run("again", { first: true });
  await settled();
  await end("running");
  expect(names(began)).toEqual(["running", "again"]);
});

test("a waiting request whose signal comes runs at once, and takes no room", async () => {
  const { began, run, end } = setUp({ maxConcurrency: 1 });
  const stop = new AbortController();
  void run("running");
  void run("given up", { signal: stop.signal });
  void run("next");
  stop.abort();
  await settled();
  expect(names(began)).toEqual(["running", "given up"]);
  await end("given up");
  expect(names(began)).toEqual(["running", "given up"]);
  await end("running");
  expect(names(began)).toEqual(["running", "given up", "next"]);
});

test("of two clients with one host and key the lower limits count, others are apart", async () => {
  const first = limiterFor("https://a.example.com", "key", { maxConcurrency: 5 });
  expect(limiterFor("https://a.example.com", "key", { maxConcurrency: 1, requestsPerSecond: 9 })).toBe(first);
  expect(limiterFor("https://a.example.com", "other", { maxConcurrency: 5 })).not.toBe(first);
  expect(limiterFor("https://b.example.com", "key", { maxConcurrency: 5 })).not.toBe(first);
  let most = 0;
  let now = 0;
  const request = async () => {
    most = Math.max(most, ++now);
    await settled();
    now--;
  };
  await Promise.all([first.run(request), first.run(request)]);
  expect(most).toBe(1);
});

test("of two clients with one host and key the lower rate counts, in whatever order they come", async () => {
  for (const rates of [
    [20, 1000],
    [1000, 20],
    [undefined, 20],
    [20, undefined],
  ]) {
    const key = JSON.stringify(rates);
    const limits = rates.map((rate) => ({
      maxConcurrency: 9,
      ...(rate === undefined ? {} : { requestsPerSecond: rate }),
    }));
    const [first] = limits.map((each) => limiterFor("https://rates.example.com", key, each));
    const began: number[] = [];
    const request = () => Promise.resolve(void began.push(performance.now()));
    await Promise.all([first!.run(request), first!.run(request), first!.run(request)]);
    // Three requests at 20 a second are two steps of 50 ms. At 1,000 a second, or without a limit, they are begun at once.
    expect(began[2]! - began[0]!).toBeGreaterThan(75);
  }
});
