import * as lumenone from "pulumi-lumenone";
import { pauseStackTraces } from "../../../provider/dynamic/program/pause-stack-traces";

const { stackTraceLimit } = Error;
afterEach(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

test("no stack is taken while they are paused, and as many frames as before afterwards", () => {
  Error.stackTraceLimit = 7;
  const traces = pauseStackTraces();
  expect(new Error("paused").stack).toBe("Error: paused");
  traces.resume();
  expect(Error.stackTraceLimit).toBe(7);
  expect(new Error("again").stack).toContain(__filename);
});

test("an error of Pulumi's constructor names the line of the program, and leaves the limit as it was", () => {
  let thrown: unknown;
  try {
    new lumenone.Organization("");
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error).message).toContain("Missing resource name");
  expect((thrown as Error).stack).toContain(__filename);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

test("with PULUMI_DEBUG_PROMISE_LEAKS, stack traces are taken", () => {
  process.env["PULUMI_DEBUG_PROMISE_LEAKS"] = "1";
  try {
    const traces = pauseStackTraces();
    expect(new Error("leak").stack).toContain(__filename);
    traces.resume();
  } finally {
    delete process.env["PULUMI_DEBUG_PROMISE_LEAKS"];
  }
});
