import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** Modules that a script has loaded when it ends. */
function loadedBy(script: string): string[] {
  const print = "console.log(JSON.stringify(Object.keys(require.cache)))";
  const output = execFileSync(process.execPath, ["-e", `${script}; ${print}`], { cwd: root, encoding: "utf8" });
  return JSON.parse(output) as string[];
}

test("a client without a request does not load the HTTP library", () => {
  const made = loadedBy(
    `require("pulumi-lumenone/client").createClient({ apiKey: "k", baseUrl: "https://lumenone.example.com" })`,
  );
  expect(made.filter((name) => name.includes("axios"))).toEqual([]);
  expect(made.filter((name) => name.includes("node_modules") && !name.includes("pulumi-lumenone"))).toEqual([]);
});

test("a program that declares resources loads neither the HTTP library nor the contract", () => {
  const made = loadedBy(`require("pulumi-lumenone")`);
  expect(made.some((name) => name.endsWith("definitions/workspace.js"))).toBe(true);
  expect(made.filter((name) => /axios|contract\.json|commander/.test(name))).toEqual([]);
});

test("a program that names an error class to catch loads neither the HTTP library nor the contract", () => {
  const made = loadedBy(`if (new Error() instanceof require("pulumi-lumenone").ApiError) throw new Error()`);
  expect(made.some((name) => name.endsWith("errors/api-error.js"))).toBe(true);
  expect(made.filter((name) => /axios|contract\.json/.test(name))).toEqual([]);
});

test("a host process loads the kinds that its stack has and what they lie in, and no other", () => {
  const made = loadedBy(`require("pulumi-lumenone/dynamic").handler("Workspace")`);
  const kinds = /definitions\/(account|document|folder|number-request|organization-tool|voice-config)\.js$/;
  expect(made.some((name) => name.endsWith("definitions/workspace.js"))).toBe(true);
  expect(made.filter((name) => kinds.test(name) || name.includes("axios"))).toEqual([]);
  expect(made.filter((name) => /\/resources\//.test(name))).toEqual([]);
});

const overlay = JSON.stringify({
  overlay: "1.0.0",
  info: { title: "x", version: "1" },
  actions: [{ target: "$.paths['/orgs'].get", update: { "x-wire-path": "/organizations" } }],
});

test("the code for overlays is loaded only where one is set, and YAML not for a JSON file", () => {
  const folder = mkdtempSync(join(tmpdir(), "lumenone-loading-"));
  const file = join(folder, "overlay.json");
  writeFileSync(file, overlay);
  const made = (options: string) =>
    loadedBy(
      `require("pulumi-lumenone/client").createClient({ apiKey: "k", baseUrl: "https://a.example.com"${options} })`,
    );
  const readers = /contract\/overlay\/|node_modules\/(?:json-p3|yaml)\//;
  expect(made("").filter((name) => readers.test(name) && !name.includes("overlay-error"))).toEqual([]);
  const withOverlay = made(`, contract: ${JSON.stringify(file)}`);
  expect(withOverlay.some((name) => name.includes("json-p3"))).toBe(true);
  expect(withOverlay.filter((name) => /node_modules\/(?:yaml|axios)\//.test(name))).toEqual([]);
  rmSync(folder, { recursive: true });
});
