import { BatchSchedule } from "../../../provider/lifecycle/process/batch-schedule";
import { Batch, type Failures } from "../../../provider/lifecycle/process/batch";
import { TestClock } from "../../support/test-clock";

const none: Failures<string> = new Map();

/** A batch of a process that had many items before, whose runs end when the test says so. */
function controlled() {
  const time = new TestClock();
  const schedule = new BatchSchedule(time);
  for (let count = 0; count < 18; count++) schedule.added();
  const runs: { items: string[]; end(failures?: Failures<string>): void; fail(error: Error): void }[] = [];
  const batch = new Batch<string>(schedule, (items) => {
    return new Promise((resolve, reject) =>
      runs.push({ items, end: (failures = none) => resolve(failures), fail: reject }),
    );
  });
  return { time, runs, batch };
}

test("items that arrive less than 100 ms apart are in one batch", async () => {
  const { time, runs, batch } = controlled();
  const all = [batch.add("a")];
  await time.pass(60);
  all.push(batch.add("b"), batch.add("c"));
  await time.pass(90);
  all.push(batch.add("d"));
  await time.pass(99);
  expect(runs).toEqual([]);
  await time.pass(1);
  expect(runs.map(({ items }) => items)).toEqual([["a", "b", "c", "d"]]);
  runs[0]?.end();
  await Promise.all(all);
});

test("items that arrive while a batch is under way are in the next one", async () => {
  const { time, runs, batch } = controlled();
  const first = batch.add("a");
  await time.pass(100);
  const later = [batch.add("b"), batch.add("c")];
  await time.pass(10_000);
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await first;
  await time.pass(100);
  expect(runs.map(({ items }) => items)).toEqual([["a"], ["b", "c"]]);
  runs[1]?.end();
  await Promise.all(later);
});

test("a batch waits for items that arrive shortly after the end of the one before", async () => {
  const { time, runs, batch } = controlled();
  void batch.add("a");
  await time.pass(100);
  void batch.add("b");
  await time.pass(1000);
  runs[0]?.end();
  await time.pass(50);
  void batch.add("c");
  await time.pass(100);
  expect(runs.map(({ items }) => items)).toEqual([["a"], ["b", "c"]]);
});

test("items that arrive without a pause delay a batch by about 5 seconds", async () => {
  const { time, runs, batch } = controlled();
  for (let count = 0; count < 120; count++) {
    void batch.add(String(count));
    await time.pass(50);
  }
  expect(runs[0]?.items.length).toBeGreaterThan(90);
  expect(runs[0]?.items.length).toBeLessThan(110);
});

test("an item that fails gets its own error, and the others succeed", async () => {
  const { time, runs, batch } = controlled();
  const results = Promise.allSettled([batch.add("a"), batch.add("b")]);
  await time.pass(100);
  runs[0]?.end(new Map([["b", new Error("dropped")]]));
  expect(await results).toEqual([
    { status: "fulfilled", value: undefined },
    { status: "rejected", reason: new Error("dropped") },
  ]);
});

test("a batch that fails as a whole fails all its items, and the next one succeeds", async () => {
  const { time, runs, batch } = controlled();
  const results = Promise.allSettled([batch.add("a"), batch.add("b")]);
  await time.pass(100);
  runs[0]?.fail(new Error("no response"));
  expect((await results).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const next = batch.add("c");
  await time.pass(100);
  runs[1]?.end();
  await next;
});

test("an item whose time ends during its batch fails, and the batch goes on for the others", async () => {
  const { time, runs, batch } = controlled();
  const impatient = new AbortController();
  const [first, second] = [batch.add("a", impatient.signal), batch.add("b")];
  await time.pass(100);
  impatient.abort();
  await expect(first).rejects.toThrow(/its time was over/);
  runs[0]?.end();
  await second;
  expect(runs.map(({ items }) => items)).toEqual([["a", "b"]]);
});

test("an item whose time ends before the batch begins is not in it", async () => {
  const { time, runs, batch } = controlled();
  const impatient = new AbortController();
  const waiting = batch.add("a", impatient.signal);
  impatient.abort();
  await expect(waiting).rejects.toThrow(/its time was over/);
  await time.pass(1000);
  expect(runs).toEqual([]);
});

describe("an item whose time is over", () => {
  test("is left out of a batch that has not begun, which is done for the others", async () => {
    const { time, runs, batch } = controlled();
    const end = new AbortController();
    const all = Promise.allSettled([batch.add("a"), batch.add("b", end.signal), batch.add("c")]);
    await time.pass(60);
    end.abort();
    await time.pass(100);
    expect(runs.map(({ items }) => items)).toEqual([["a", "c"]]);
    runs[0]?.end();
    expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("leaves nothing to do when it was alone, and the next one is done as usual", async () => {
    const { time, runs, batch } = controlled();
    const end = new AbortController();
    const alone = batch.add("a", end.signal, () => new Error("too late"));
    end.abort();
    await expect(alone).rejects.toThrow("too late");
    await time.pass(200);
    expect(runs).toEqual([]);
    const next = batch.add("b");
    await time.pass(100);
    expect(runs.map(({ items }) => items)).toEqual([["b"]]);
    runs[0]?.end();
    await expect(next).resolves.toBeUndefined();
  });

  test("is not waited for when its batch is under way, and the next batch begins without delay", async () => {
    const { time, runs, batch } = controlled();
    const end = new AbortController();
    const first = Promise.allSettled([batch.add("a"), batch.add("b", end.signal)]);
    await time.pass(100);
    end.abort();
    runs[0]?.end();
    expect((await first).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const later = batch.add("c");
    await time.pass(100);
    expect(runs.map(({ items }) => items)).toEqual([["a", "b"], ["c"]]);
    runs[1]?.end();
    await expect(later).resolves.toBeUndefined();
  });
});

test("of two batches the one with more items is done first", async () => {
  const time = new TestClock();
  const schedule = new BatchSchedule(time);
  const done: string[][] = [];
  const batch = () => new Batch<string>(schedule, (items) => Promise.resolve(void done.push(items)).then(() => none));
  const [small, large] = [batch(), batch()];
  const all = [small.add("a"), large.add("b"), large.add("c")];
  await Promise.all([time.pass(1000), ...all]);
  expect(done).toEqual([["b", "c"], ["a"]]);
});
