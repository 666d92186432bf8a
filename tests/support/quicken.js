// Preloaded into host processes of tests by `quick-time.ts`: for clocks, and for whoever waits, time passes
// `QUICK_TIME_SPEED` times as fast since `QUICK_TIME_SINCE`. What Node waits for itself is not touched.
const speed = Number(process.env.QUICK_TIME_SPEED);
const since = Number(process.env.QUICK_TIME_SINCE);
const timers = require("node:timers/promises");
const { setTimeout: wait } = globalThis;
const { setTimeout: pause } = timers;
const { now } = Date;
const elapsed = globalThis.performance.now.bind(globalThis.performance);

globalThis.setTimeout = (run, milliseconds, ...args) => wait(run, milliseconds / speed, ...args);
timers.setTimeout = (milliseconds, ...args) => pause(milliseconds / speed, ...args);
Date.now = () => quickly(now());
globalThis.performance.now = () => elapsed() * speed;

function quickly(time) {
  return Math.round(since + (time - since) * speed);
}
