import { Reporter } from "../../../provider/cli/console/reporter";
import { FleetProgress } from "../../../provider/cli/fleet/report/progress";
import { type TenantResult } from "../../../provider/cli/fleet/task";

/** What is written, by where, in its order. */
function streams(isTTY: boolean, env: Record<string, string> = {}) {
  const written: [where: "out" | "err", text: string][] = [];
  const into = (where: "out" | "err") => ({
    isTTY,
    write: (text: string | Uint8Array) => written.push([where, String(text)]) > 0,
  });
  return { written, stdout: into("out"), stderr: into("err"), env };
}

/** The messages of a command, in order. */
function report(reporter: Reporter): void {
  reporter.step("Reading");
  reporter.progress("Reading: 3 requests");
  reporter.warn("a note");
  reporter.say("2 resources");
  reporter.result({ resources: 2 });
}

test("on a terminal steps and progress are one line, which is cleared before anything else is printed", () => {
  const to = streams(true);
  report(new Reporter(false, to));
  expect(to.written).toEqual([
    ["err", "Reading"],
    ["err", "\r\u001b[K"],
    ["err", "Reading: 3 requests"],
    ["err", "\r\u001b[K"],
    ["err", "a note\n"],
    ["out", "2 resources\n"],
  ]);
});

test.each([
  ["without a terminal", false, {}],
  ["with NO_COLOR", true, { NO_COLOR: "1" }],
  ["on a dumb terminal", true, { TERM: "dumb" }],
])("%s lines stay, and progress is left out", (_, isTTY, env) => {
  const to = streams(isTTY, env);
  const reporter = new Reporter(false, to);
  report(reporter);
  expect(to.written).toEqual([
    ["err", "Reading\n"],
    ["err", "a note\n"],
    ["out", "2 resources\n"],
  ]);
  expect(reporter.colours).toBe(false);
});

test("with --json standard output is one JSON value, also on a terminal", () => {
  const to = streams(true);
  report(new Reporter(true, to));
  const out = to.written.filter(([where]) => where === "out").map(([, text]) => text);
  expect(JSON.parse(out.join(""))).toEqual({ command: "", version: expect.any(String) as string, resources: 2 });
  expect(to.written.filter(([where]) => where === "err")).toEqual([["err", "a note\n"]]);
});

test.each<[what: string, isTTY: boolean, env: Record<string, string>, json: boolean, columns: number | undefined]>([
  ["a terminal has its columns", true, {}, false, 120],
  ["a file or a pipe has none", false, {}, false, undefined],
  ["with NO_COLOR there are none", true, { NO_COLOR: "1" }, false, undefined],
  ["with --json there are none", true, {}, true, undefined],
])("%s", (_, isTTY, env, json, columns) => {
  const to = streams(isTTY, env);
  expect(new Reporter(json, { ...to, stdout: { ...to.stdout, columns: 120 } }).columns).toBe(columns);
});

describe("a fleet", () => {
  const failed: TenantResult = {
    stack: "acme",
    status: "failed",
    changes: {},
    seconds: 2,
    problem: "403: no such key\nmore",
    remedy: "Set it.",
  };
  const begun = (to: ReturnType<typeof streams>): void => {
    const progress = new FleetProgress(3, new Reporter(false, to));
    progress.begin("acme");
    progress.begin("globex");
    progress.progress("globex", { done: 7, status: "Document (globex): 1.0 of 9.0 MB sent" });
    progress.progress("globex", { done: 8 });
    progress.end(failed);
  };

  test("on a terminal shows what is under way below what has ended, in colours", () => {
    const to = streams(true);
    begun(to);
    const lines = to.written.map(([, text]) => text).filter((text) => text !== "\r\u001b[K");
    expect(lines).toEqual([
      "[0/3] acme",
      "[0/3] acme, globex",
      "[0/3] acme, globex 7 (Document (globex): 1.0 of 9.0 MB sent)",
      "[0/3] acme, globex 8",
      // eslint-disable-next-line no-control-regex -- colours are such characters.
      expect.stringMatching(/^\[1\/3\] acme: (?:\u001b\[31m)?failed(?:\u001b\[39m)?, 2 s\n$/),
      "    403: no such key\n",
      "[1/3] globex 8",
    ]);
  });

  test("without a terminal prints each tenant once, when it has ended", () => {
    const to = streams(false);
    begun(to);
    expect(to.written.map(([, text]) => text)).toEqual(["[1/3] acme: failed, 2 s\n", "    403: no such key\n"]);
  });
});
