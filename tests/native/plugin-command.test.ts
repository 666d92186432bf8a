import { createSimulator } from "lumenone-simulator";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as lumenone from "pulumi-lumenone/native";
import { runCommand } from "../support/command/run-command";
import { lumenoneConfig } from "../support/lumenone-config";
import { testStack, type TestStack } from "../support/stack";

let stack: TestStack;
const cache = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-plugin-command-"));
beforeAll(async () => {
  stack = await testStack({ env: { XDG_CACHE_HOME: cache } });
  // As a user's project: it names no folder of plugins.
  fs.writeFileSync(path.join(stack.folder, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
});
afterAll(() => {
  stack?.dispose();
  fs.rmSync(cache, { recursive: true, force: true });
});

const plugin = (...args: string[]) => runCommand(["plugin", ...args], { cwd: stack.folder, env: stack.env });

test("`plugin path` prints one line, the executable, which serves", async () => {
  const { code, stdout } = await plugin("path");
  expect(code).toBe(0);
  const file = stdout.trimEnd();
  expect(path.basename(file)).toBe("pulumi-resource-lumenone");
  fs.accessSync(file, fs.constants.X_OK);
  expect(fs.readFileSync(file, "utf8").split("\n", 1)).toEqual(["#!/usr/bin/env node"]);
});

test("`plugin install` makes a program work without more settings; a second time changes nothing", async () => {
  const first = await plugin("install", "--json");
  expect([first.code, JSON.parse(first.stdout)]).toEqual([0, expect.objectContaining({ changed: true })]);
  const { folder } = JSON.parse(first.stdout) as { folder: string };
  const before = fs.statSync(path.join(folder, "pulumi-resource-lumenone")).mtimeMs;
  const again = await plugin("install", "--json");
  expect([again.code, JSON.parse(again.stdout)]).toEqual([0, expect.objectContaining({ changed: false })]);
  expect(fs.statSync(path.join(folder, "pulumi-resource-lumenone")).mtimeMs).toBe(before);

  const simulator = await createSimulator();
  await stack.setConfig(lumenoneConfig(simulator));
  const up = await stack.up(() => void new lumenone.Organization("acme"));
  expect([up.changes["create"], up.warnings]).toEqual([2, []]);
  // Pulumi ends a plugin by force; what it has compiled is kept by then.
  expect(fs.readdirSync(path.join(cache, "pulumi-lumenone", "compiled"))).toEqual([
    `plugin.js-${process.version}-${process.arch}`,
  ]);
  await stack.destroy();
  await simulator.close();
});

test.each(["pulumi-resource-lumenone", "plugin.js"])("%s needs Node and loads no package", async (name) => {
  const { stdout } = await plugin("path");
  const text = fs.readFileSync(path.join(path.dirname(stdout.trimEnd()), name), "utf8");
  const required = new Set([...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = ""]) => name));
  const builtin = execFileSync(process.execPath, ["-p", 'require("node:module").builtinModules.join()'])
    .toString()
    .trim()
    .split(",");
  expect([...required].filter((name) => !builtin.includes(name.replace(/^node:/, "")))).toEqual([]);
});
