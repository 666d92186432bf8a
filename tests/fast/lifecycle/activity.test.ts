import { Activity } from "../../../provider/lifecycle/process/activity";
import { virtualTime } from "../../support/virtual-time";

/** An activity, and steps that wait in it until the test ends them. */
function process() {
  const time = virtualTime();
  const activity = new Activity(time);
  const start = () => {
    let end = () => {};
    void activity.during(() => new Promise<void>((resolve) => (end = resolve)));
    return () => end();
  };
  /** How long it takes until it is calm; undefined while it is not. */
  const calm = () => {
    const begun = time.now();
    const result: { after?: number } = {};
    void activity.calm().then(() => (result.after = time.now() - begun));
    return result;
  };
  return { time, activity, start, calm };
}

test("a step alone waits for others that may come with it, from the last one on", async () => {
  const { time, activity, start, calm } = process();
  start();
  activity.wait(1);
  const found = calm();
  await time.pass(60);
  start();
  activity.wait(1);
  await time.pass(90);
  expect(found.after).toBeUndefined();
  await time.pass(10);
  expect(found.after).toBe(160);
});

test("what still runs may bring more: it is waited for", async () => {
  const { time, activity, start, calm } = process();
  const upload = start();
  start();
  activity.wait(1);
  const found = calm();
  await time.pass(3000);
  expect(found.after).toBeUndefined();
  upload();
  await time.pass(100);
  expect(found.after).toBe(3100);
});

test("but not for ever", async () => {
  const { time, activity, start, calm } = process();
  start();
  start();
  activity.wait(1);
  const found = calm();
  await time.pass(6000);
  expect(found.after).toBe(5000);
});

test("when as many wait as ever ran at once there is no room for more", async () => {
  const { time, activity, start, calm } = process();
  const uploads = [start(), start(), start()];
  await time.pass(1000);
  uploads.forEach((end) => end());
  await time.pass(1000);
  [1, 2].forEach(start);
  activity.wait(2);
  const notFull = calm();
  await time.pass(20);
  expect(notFull.after).toBeUndefined();
  start();
  activity.wait(1);
  await time.pass(20);
  expect(notFull.after).toBeUndefined();
  await time.pass(10);
  expect(notFull.after).toBe(50);
});

test("the most that ran at once is only known a while later", async () => {
  const { time, activity, start, calm } = process();
  start();
  activity.wait(1);
  const found = calm();
  await time.pass(50);
  expect(found.after).toBeUndefined();
});

test("a look counts as something that goes on", async () => {
  const { time, activity, start, calm } = process();
  const [other] = [start(), start()];
  other?.();
  activity.wait(1);
  const found = calm();
  await time.pass(90);
  activity.note();
  await time.pass(90);
  expect(found.after).toBeUndefined();
  await time.pass(10);
  expect(found.after).toBe(190);
});
