import { BatchSchedule } from "../../../provider/lifecycle/process/batch-schedule";
import { TestClock } from "../../support/test-clock";

/** Batches of one process, which had so many items before. The test ends them. */
function scheduled(earlier = 18) {
  const time = new TestClock();
  const schedule = new BatchSchedule(time);
  for (let count = 0; count < earlier; count++) schedule.added();
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const wait = (name: string, size = () => 1) => {
    schedule.added();
    return schedule.inTurn(size, () => {
      started.push(`${name} at ${time.now()}`);
      return new Promise((resolve) => ends.set(name, resolve));
    });
  };
  return { time, schedule, started, wait, end: (name: string) => ends.get(name)?.() };
}

test("the first batch of a process starts 15 ms after its item, a later one 5 ms later for each item before", async () => {
  const { time, started, wait, end } = scheduled(0);
  void wait("first");
  await time.pass(100);
  expect(started).toEqual(["first at 15"]);
  end("first");
  void wait("second");
  await time.pass(100);
  expect(started).toEqual(["first at 15", "second at 120"]);
});

test("a batch starts 100 ms after the last item was added to any batch", async () => {
  const { time, schedule, started, wait } = scheduled();
  void wait("first");
  await time.pass(60);
  schedule.added();
  await time.pass(90);
  expect(started).toEqual([]);
  await time.pass(10);
  expect(started).toEqual(["first at 160"]);
});

test("a stream of items that has no pause delays a batch by 5 seconds at most", async () => {
  const { time, schedule, started, wait } = scheduled();
  void wait("first");
  for (let count = 0; count < 120; count++) {
    schedule.added();
    await time.pass(50);
  }
  expect(started).toEqual(["first at 5000"]);
});

test("of two batches the larger one starts first, and the other 100 ms after its end", async () => {
  const { time, started, wait, end } = scheduled();
  void wait("small", () => 3);
  void wait("large", () => 5);
  await time.pass(1000);
  expect(started).toEqual(["large at 100"]);
  end("large");
  await time.pass(100);
  expect(started).toEqual(["large at 100", "small at 1100"]);
});

test("of two batches of the same size the one that came first starts first", async () => {
  const { time, started, wait } = scheduled();
  void wait("first");
  void wait("second");
  await time.pass(1000);
  expect(started).toEqual(["first at 100"]);
});

test("a batch that grows while another one is under way counts with its new size", async () => {
  const { time, started, wait, end } = scheduled();
  let size = 1;
  void wait("first", () => 4);
  void wait("second", () => 2);
  void wait("third", () => size);
  await time.pass(100);
  size = 3;
  end("first");
  await time.pass(100);
  expect(started).toEqual(["first at 100", "third at 200"]);
});

test("a batch waits 5 seconds at most for another one that is under way", async () => {
  const { time, started, wait } = scheduled();
  void wait("slow", () => 2);
  void wait("other");
  await time.pass(6000);
  expect(started).toEqual(["slow at 100", "other at 5000"]);
});

test("a batch that fails lets the next one start", async () => {
  const { time, schedule, started, wait } = scheduled();
  const failed = schedule.inTurn(
    () => 2,
    () => Promise.reject(new Error("no response")),
  );
  void wait("next");
  await Promise.all([expect(failed).rejects.toThrow("no response"), time.pass(1000)]);
  expect(started).toEqual(["next at 200"]);
});
