import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { recordedLines, withoutRun } from "../support/demo-recording";
import { processTree } from "../support/process-tree";

const root = path.resolve(__dirname, "../..");

/** Starts the demo in a process group of its own, as a shell does, with a folder for all that it leaves behind. */
function startDemo(...args: string[]) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-demo-test-"));
  const script = [path.join(root, "node_modules/ts-node/dist/bin.js"), path.join(root, "examples/tenant/demo.ts")];
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const left = () => fs.readdirSync(temporary).filter((name) => name.startsWith("lumenone-"));
  const shows = async (text: string) => {
    while (!output.includes(text)) await once(child.stdout, "data");
  };
  const dispose = () => fs.rmSync(temporary, { recursive: true, force: true });
  return { child, output: () => output, ended: once(child, "close"), left, shows, dispose };
}

test("shows the whole tour, serves the page until Ctrl-C with --open, and leaves nothing behind", async () => {
  const demo = startDemo("--open");
  await demo.shows("until Ctrl-C.");
  const [, url = ""] = /Watch it in a browser: (\S+)/.exec(demo.output()) ?? [];
  expect(await (await fetch(url)).text()).toContain("<title>LumenOne simulator</title>");
  // The terminal signals the whole group.
  process.kill(-(demo.child.pid ?? 0), "SIGINT");
  const [code] = (await demo.ended) as [number];
  expect([code, demo.output().slice(-2000)]).toEqual([0, expect.stringContaining("Nothing is left")]);
  for (const shown of ["12 created", "12 unchanged", "Asked for the opening hours", "~ openAiPrompt", "12 deleted"]) {
    expect(demo.output()).toContain(shown);
  }
  expect(demo.output()).toMatch(/answers from the document.*\n\s*acme-inc\/manuals\/opening-hours[\w.-]+\.json\n/);
  expect(demo.output()).toContain("LumenOne has 0 organizations and 0 workspaces.");
  const onlyWithOpen = /^(?:Watch it in a browser|The tenant and its page stay open)/;
  const headings = [...demo.output().matchAll(/^== (.*)$/gm)].map(([, text = ""]) => text);
  const recorded = recordedLines().filter(({ isHeading }) => isHeading);
  expect(headings.filter((text) => !onlyWithOpen.test(text)).map(withoutRun)).toEqual(
    recorded.map(({ text }) => withoutRun(text)),
  );
  expect(demo.left()).toEqual([]);
  demo.dispose();
}, 180_000);

test("leaves nothing behind on Ctrl-C", async () => {
  const demo = startDemo();
  await demo.shows("The tenant comes up");
  await demo.shows("creating");
  process.kill(-(demo.child.pid ?? 0), "SIGINT");
  const [code] = (await demo.ended) as [number];
  expect([code, demo.output().slice(-1000)]).toEqual([130, expect.any(String)]);
  expect(demo.left()).toEqual([]);
  expect(processTree(demo.child.pid ?? 0).filter((pid) => pid !== demo.child.pid)).toEqual([]);
  demo.dispose();
}, 180_000);
