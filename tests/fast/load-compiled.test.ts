import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const loader = path.resolve(__dirname, "../../provider/dist/compiled-code/load-compiled.js");
const keptName = `program.js-${process.version}-${process.arch}`;
let folder: string;
let file: string;
let keptFile: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-load-compiled-"));
  file = path.join(folder, "program.js");
  keptFile = path.join(folder, "kept", keptName);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Loads the program in a process of its own, calls it, and returns the output. */
function run(settings: Readonly<Record<string, string>> = {}, then = ""): string {
  const script = `require(${JSON.stringify(loader)}).loadCompiled(${JSON.stringify(file)})(); ${then}`;
  const env = { PATH: process.env["PATH"], NODE_COMPILE_CACHE: path.dirname(keptFile), ...settings };
  return execFileSync(process.execPath, ["-e", script], { env, encoding: "utf8" }).trim();
}
const write = (value: number) => fs.writeFileSync(file, `module.exports = () => console.log(${value});`);

/** Runs a program that prints the value, and returns the compiled code that was kept. */
function keep(value: number): Buffer {
  write(value);
  expect(run()).toBe(String(value));
  return fs.readFileSync(keptFile);
}

test("a file is loaded as `require` loads it", () => {
  fs.writeFileSync(
    file,
    `module.exports = () => console.log([__filename === ${JSON.stringify(file)}, __dirname === require("node:path").dirname(__filename), exports === this].join());`,
  );
  expect(run()).toBe("true,true,false");
});

test("a file that is loaded twice is evaluated once", () => {
  fs.writeFileSync(file, `console.log("evaluated"); module.exports = () => undefined;`);
  const again = `require(${JSON.stringify(loader)}).loadCompiled(${JSON.stringify(file)});`;
  expect(run({}, again)).toBe("evaluated");
});

test("the next process uses the compiled code that the first one kept", () => {
  const kept = keep(1);
  write(2);
  const digest = createHash("sha256").update(fs.readFileSync(file)).digest();
  // V8 takes the code of a source of the same length: what runs is what was kept.
  fs.writeFileSync(keptFile, Buffer.concat([digest, kept.subarray(digest.length)]));
  expect(run()).toBe("1");
});

test("the compiled code of another version of the file is not used, and is replaced", () => {
  const before = keep(1);
  expect(keep(2)).not.toEqual(before);
  expect(fs.readdirSync(path.dirname(keptFile))).toContain(keptName);
});

test.each([
  ["is empty", () => Buffer.alloc(0)],
  ["is cut off", (kept: Buffer) => kept.subarray(0, kept.length - 10)],
  ["has one other byte", (kept: Buffer) => Buffer.concat([kept.subarray(0, -1), Buffer.from([kept.at(-1)! ^ 1])])],
  ["is something else", () => Buffer.from("not compiled code".repeat(100))],
])("compiled code that %s is not used, and is replaced", (_, damaged) => {
  const bytes = damaged(keep(3));
  fs.writeFileSync(keptFile, bytes);
  expect(keep(3)).not.toEqual(bytes);
});

test("a process that is killed after a second has kept its compiled code", () => {
  write(4);
  const [within, late] = [600, 1500].map((milliseconds) => {
    fs.rmSync(keptFile, { force: true });
    expect(() => run({}, `setTimeout(() => process.kill(process.pid, "SIGKILL"), ${milliseconds})`)).toThrow();
    return fs.existsSync(keptFile);
  });
  expect([within, late]).toEqual([false, true]);
});

test("a folder that cannot be made, one that cannot be written to, and NODE_DISABLE_COMPILE_CACHE=1 keep nothing", () => {
  write(5);
  fs.writeFileSync(path.join(folder, "a-file"), "");
  expect(run({ NODE_COMPILE_CACHE: path.join(folder, "a-file", "kept") })).toBe("5");
  expect(run({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("5");
  expect(fs.readdirSync(folder).sort()).toEqual(["a-file", "program.js"]);
  // The name is taken: permissions do not hold for every user.
  fs.mkdirSync(keptFile, { recursive: true });
  expect(run()).toBe("5");
  expect(fs.readdirSync(path.dirname(keptFile)).filter((name) => name.startsWith("program.js"))).toEqual([keptName]);
});
