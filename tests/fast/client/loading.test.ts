import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../../..");

/** Modules that a script has loaded when it ends. */
function loadedBy(script: string): string[] {
  const print = "console.log(JSON.stringify(Object.keys(require.cache)))";
  const output = execFileSync(process.execPath, ["-e", `${script}; ${print}`], { cwd: root, encoding: "utf8" });
  return JSON.parse(output) as string[];
}

test("a client that asks nothing does not load the HTTP library", () => {
  const made = loadedBy(
    `require("pulumi-lumenone/client").createClient({ apiKey: "k", baseUrl: "https://lumenone.example.com" })`,
  );
  expect(made.filter((name) => name.includes("axios"))).toEqual([]);
  expect(made.filter((name) => name.includes("node_modules") && !name.includes("pulumi-lumenone"))).toEqual([]);
});
