import { createSimulator, demoSeed, type Seed, type Simulator } from "lumenone-simulator";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fakePulumi, filesIn, runCommand, temporaryFolder } from "../../support/command/run-command";
import { wrongHost } from "../../support/command/wrong-host";

const folder = temporaryFolder();
const pulumi = fakePulumi(folder.path);
const simulators: Simulator[] = [];
let runs = 0;

afterAll(async () => {
  folder.remove();
  for (const simulator of simulators) await simulator.close();
});

async function simulatorOf(seed: Seed): Promise<Simulator> {
  const simulator = await createSimulator({ seed });
  simulators.push(simulator);
  return simulator;
}

async function importAll(simulator: Simulator, args: string[] = [], env: Record<string, string> = {}) {
  const out = path.join(folder.path, `run-${++runs}`, "tenant");
  const exit = await runCommand(["import", "--all", "--out", out, "--json", ...args], {
    simulator,
    env: { ...pulumi, ...env },
  });
  const result = exit.code === 0 ? (JSON.parse(exit.stdout) as Result) : undefined;
  return { ...exit, out, result: result as Result, files: fs.existsSync(out) ? filesIn(out) : {} };
}

/** Files that Prettier would write otherwise. */
function unformatted(program: string): string {
  const prettier = path.resolve(__dirname, "../../../node_modules/prettier/bin/prettier.cjs");
  const args = [prettier, "--list-different", "--no-config", "--print-width", "120", "**/*.{ts,json}", "!import.json"];
  const { stdout, stderr } = spawnSync(process.execPath, [...args, "!secrets"], { cwd: program, encoding: "utf8" });
  return stdout + stderr;
}

interface Result {
  resources: Record<string, number>;
  requests: number;
  seconds: number;
  notes: string[];
  secrets: { name: string; masked: string[] }[];
}

test("the same tenant gives the same files, in Prettier's own format, and is only read", async () => {
  const simulator = await simulatorOf(demoSeed);
  const before = simulator.snapshot();
  const [one, other] = await Promise.all([importAll(simulator), importAll(simulator)]);
  expect(one.code).toBe(0);
  expect(one.files).toEqual(other.files);
  expect(simulator.snapshot()).toEqual(before);
  expect(unformatted(one.out)).toBe("");
  expect(one.files["organizations/acme.ts"]).toContain("new lumenone.ToolAttachment(");
});

test("secrets stand in files of their owner's alone, which git ignores, and nowhere else", async () => {
  const secret = "very-secret-token";
  const tools = [{ organization: "acme", name: "crm", config: { headers: { token: secret } } }];
  const { out, files, stdout, stderr } = await importAll(
    await simulatorOf({ ...demoSeed, tools, toolAttachments: [] }),
  );
  const holders = Object.keys(files).filter((file) => files[file]?.includes(secret));
  expect(holders.sort()).toEqual(["import.json", "secrets/acmeCrmConfig.json"]);
  for (const file of holders) expect(fs.statSync(path.join(out, file)).mode & 0o777).toBe(0o600);
  expect(files[".gitignore"]).toMatch(/^import\.json$/m);
  expect(files[".gitignore"]).toMatch(/^secrets\/$/m);
  expect(files["organizations/acme.ts"]).toContain(
    'config.requireSecretObject<Record<string, unknown>>("acmeCrmConfig")',
  );
  expect(stdout + stderr).not.toContain(secret);
});

test("a masked secret is asked for, and never taken for the value", async () => {
  const simulator = await simulatorOf(demoSeed);
  simulator.faults.add({ kind: "maskedSecrets", operationId: "listOrganizationTools" });
  const { result, files } = await importAll(simulator);
  expect(result.secrets).toEqual([
    { name: "acmeOrderStatusConfig", what: "OrganizationTool acme/1, config", masked: ["url"] },
  ]);
  expect(result.notes.join()).toMatch(/shows a mask for url\. Set the whole value yourself/);
  expect(Object.keys(files)).not.toContain("secrets/acmeOrderStatusConfig.json");
});

test("fields that this release does not know are listed, by their names", async () => {
  const simulator = await simulatorOf(demoSeed);
  const host = await wrongHost(simulator.url, [
    {
      when: ({ path: at }) => /\/workspaces$/.test(at),
      body: ({ workspaces }) => ({ workspaces: (workspaces as object[]).map((one) => ({ ...one, mood: "good" })) }),
    },
  ]);
  const { result } = await importAll(simulator, [], { LUMENONE_BASE_URL: host.url });
  await host.close();
  expect(result.notes.filter((note) => note.includes("does not know"))).toEqual([
    "Workspace.mood: LumenOne answers this field of 2 objects, and this release does not know it. It is not managed.",
  ]);
});

test("a list that is not there is told, and not taken for an empty one", async () => {
  const simulator = await simulatorOf(demoSeed);
  simulator.faults.add({ kind: "status", status: 404, operationId: "listOrganizationTools", times: Infinity });
  const { result } = await importAll(simulator);
  expect(result.notes.join("\n")).toMatch(
    /listOrganizationTools answered 404 for acme: its OrganizationTool objects were not read/,
  );
});

test("where the list leaves fields out, each workspace is read", async () => {
  const simulator = await simulatorOf(demoSeed);
  const host = await wrongHost(simulator.url, [
    {
      when: ({ path: at }) => /\/workspaces$/.test(at),
      body: ({ workspaces }) => ({
        workspaces: (workspaces as Record<string, unknown>[]).map(({ openAiPrompt: _, topN: __, ...rest }) => rest),
      }),
    },
  ]);
  const { files } = await importAll(simulator, [], { LUMENONE_BASE_URL: host.url });
  await host.close();
  expect(files["organizations/acme.ts"]).toContain("topN: 6");
  expect(files["organizations/acme.ts"]).toContain("You help Acme's customers.");
});

test("a folder that holds something is written into with --force only, and keeps what is its own", async () => {
  const simulator = await simulatorOf(demoSeed);
  const out = path.join(folder.path, "used");
  fs.mkdirSync(out);
  fs.writeFileSync(path.join(out, "index.ts"), 'import "./mine";\n');
  fs.writeFileSync(path.join(out, "Pulumi.yaml"), "name: mine\nruntime: nodejs\n");
  const args = ["import", "--all", "--out", out];
  const refused = await runCommand(args, { simulator, env: pulumi });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/is not empty \(.*index\.ts.*--force/);
  expect(Object.keys(filesIn(out)).sort()).toEqual(["Pulumi.yaml", "index.ts"]);

  expect((await runCommand([...args, "--force"], { simulator, env: pulumi })).code).toBe(0);
  expect((await runCommand([...args, "--force"], { simulator, env: pulumi })).code).toBe(0);
  const files = filesIn(out);
  expect(files["index.ts"]).toBe('import "./mine";\nimport "./organizations/acme";\n');
  expect(files["Pulumi.yaml"]).toBe("name: mine\nruntime: nodejs\n");
});

test("an older Pulumi is told before anything is asked or written", async () => {
  const simulator = await simulatorOf(demoSeed);
  const { code, stderr, out } = await importAll(simulator, [], fakePulumi(folder.path, "v3.253.9"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^An import file with whole resources needs Pulumi 3\.254\.0 or newer, and this is 3\.253\.9/);
  expect(simulator.journal).toHaveLength(0);
  expect(fs.existsSync(out)).toBe(false);
});

test("an organization that is not there is told with those that are", async () => {
  const simulator = await simulatorOf(demoSeed);
  const out = path.join(folder.path, "nobody");
  const exit = await runCommand(["import", "--organization", "nobody", "--out", out], { simulator, env: pulumi });
  expect(exit.code).toBe(1);
  expect(exit.stderr).toMatch(/nobody: there is no such organization in account .* There are acme\./s);
});

test("a clone has no ids, no numbers and no secrets, and a name of its own", async () => {
  const simulator = await simulatorOf(demoSeed);
  const out = path.join(folder.path, "clone");
  const exit = await runCommand(["clone", "--from", "acme", "--prefix", "staging-", "--out", out], { simulator });
  expect(exit.code).toBe(0);
  const files = filesIn(out);
  const program = files["organizations/acme.ts"] ?? "";
  expect(Object.keys(files).filter((file) => /import\.json|secrets/.test(file))).toEqual([]);
  expect(program).toContain('const prefix = config.get("prefix") ?? "staging-";');
  expect(program).toContain('name: prefix + "Acme"');
  expect(program).toContain("// numberId is left out");
  expect(Object.values(files).join()).not.toContain("https://api.example.com");
  expect(unformatted(out)).toBe("");
});
