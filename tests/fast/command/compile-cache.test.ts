import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { keepCompiledCode } from "../../../provider/cli/compile-cache";

/** Where processes that a command starts keep compiled code. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-compile-cache-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function cacheIn(environment: NodeJS.ProcessEnv): string | undefined {
  keepCompiledCode(environment);
  return environment["NODE_COMPILE_CACHE"];
}

test("it is a folder of this package in the user's cache, which is made", () => {
  const made = cacheIn({ XDG_CACHE_HOME: folder });
  expect(made).toBe(path.join(folder, "pulumi-lumenone", "compiled"));
  expect(fs.existsSync(made ?? "")).toBe(true);
});

test("a folder that the user has set stays", () => {
  const mine = path.join(folder, "mine");
  expect(cacheIn({ XDG_CACHE_HOME: folder, NODE_COMPILE_CACHE: mine })).toBe(mine);
  // Node makes it.
  expect(fs.existsSync(mine)).toBe(false);
});

test("where the folder cannot be made there is none", () => {
  const file = path.join(folder, "file");
  fs.writeFileSync(file, "");
  expect(cacheIn({ XDG_CACHE_HOME: file })).toBeUndefined();
});
