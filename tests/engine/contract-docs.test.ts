import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, temporaryFolder } from "../support/command/run-command";
import { type TenantStack, tenantStack } from "../support/command/tenant-stack";
import { fernDocument } from "../support/published-docs/fern-docs";
import { plainApi } from "../support/published-docs/plain-api";

jest.setTimeout(240_000);

/** The worked example of docs/contract.md, command by command, as it is typed. `...` stands for lines that are left out. */
const page = fs.readFileSync(path.resolve(__dirname, "../../docs/contract.md"), "utf8");
const [, section = ""] = page.split("### From a wrong field to a working `up`");
const [, example = ""] = /```console\n([^]*?)```/.exec(section) ?? [];
const typed = example
  .split(/^\$ /m)
  .slice(1)
  .map((each) => {
    const [command = "", ...lines] = each.split("\n");
    return { command, output: lines.join("\n") };
  });

/** A LumenOne with another path of new organizations, and another name of a field of workspaces. */
const differences = {
  overlay: "1.0.0",
  info: { title: "LumenOne", version: "1" },
  actions: [
    { target: "$.paths['/org/new'].post", update: { "x-wire-path": "/organizations" } },
    { target: "$.components.schemas.WorkspaceSettings.properties.topN", update: { "x-wire-name": "snippets" } },
  ],
};

/** What it publishes. */
function published(): object {
  const api = plainApi();
  api.paths["/organizations"] = api.paths["/org/new"]!;
  delete api.paths["/org/new"];
  const settings = api.components.schemas["WorkspaceSettings"]!;
  const { topN, ...properties } = settings["properties"] as Record<string, object>;
  settings["properties"] = { ...properties, snippets: topN };
  return fernDocument(api);
}

/** Spaces are those of a table as wide as it is, and numbers those of this release's contract. */
const steady = (text: string): string =>
  text
    .replace(/[ \t]+/g, " ")
    .replace(/-{3,}/g, "---")
    .replace(/openapi\.json:\d+/g, "openapi.json:1")
    .replace(/\d+ are the same, \d+ are not told; [\d.]+ s/g, "1 are the same, 1 are not told; 1 s");

/** The documented lines, in which `...` stands for any. */
function asPattern(output: string): RegExp {
  const parts = steady(output)
    .split(/^\.\.\.\n/m)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(?:.*\\n)*?")}$`);
}

let simulator: Simulator;
let stack: TenantStack;

beforeAll(async () => {
  const temporary = temporaryFolder();
  const truth = path.join(temporary.path, "truth.json");
  fs.writeFileSync(truth, JSON.stringify(differences));
  simulator = await createSimulator({ contract: truth });
  temporary.remove();
  stack = await tenantStack(simulator, { PULUMI_NODEJS_TRANSPILE_ONLY: "true" });
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("each command prints what docs/contract.md shows, and the last one brings the stack up", async () => {
  expect(typed.map(({ command }) => command)).toEqual([
    "pulumi up --yes --skip-preview",
    "npx pulumi-lumenone doctor --docs openapi.json --overlay lumenone.overlay.yaml",
    "pulumi config set lumenone:contract lumenone.overlay.yaml",
    "pulumi up --yes --skip-preview",
  ]);
  const project = stack.project("acme");
  const write = (file: string, text: string) => fs.writeFileSync(path.join(project, file), text);
  write("Pulumi.yaml", "name: acme\nruntime: nodejs\nmain: index.ts\n");
  write(
    "index.ts",
    'import * as lumenone from "pulumi-lumenone";\n' +
      'const acme = new lumenone.Organization("acme");\n' +
      'new lumenone.Workspace("support", { organization: acme, topN: 6 });\n',
  );
  write("openapi.json", JSON.stringify(published(), undefined, 2));
  await stack.pulumi(project, "stack", "init", "dev");
  const codes = [1, 2, 0, 0];
  for (const [at, { command, output }] of typed.entries()) {
    const [program, ...args] = command.replace("npx ", "").split(" ");
    const exit =
      program === "pulumi"
        ? await stack.pulumi(project, ...args)
        : await runCommand(args, { cwd: project, env: stack.env });
    expect([command, exit.code, exit.stdout]).toEqual([command, codes[at], exit.stdout]);
    expect(steady(exit.stdout).replace(/^\n+|(?<=\n)\n+$/g, "")).toMatch(asPattern(output));
  }
  expect(simulator.snapshot().workspaces).toMatchObject([{ name: "support", topN: 6 }]);
});
