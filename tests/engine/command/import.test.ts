import { createSimulator, type Fault, demoSeed, type Seed, type Simulator } from "lumenone-simulator";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fakePulumi, filesIn, runCommand, temporaryFolder } from "../../support/command/run-command";
import { textHost } from "../../support/command/text-host";
import { wrongHost, type WrongRule } from "../../support/command/wrong-host";

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

/** Files that Prettier would change. */
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

/** A search path with node, and no Pulumi CLI. */
const withoutPulumi = () => ({ PATH: folder.path });

test("without a Pulumi CLI the same files are written, and a note says what the next steps need", async () => {
  const simulator = await simulatorOf(demoSeed);
  const [without, withCli] = [await importAll(simulator, [], withoutPulumi()), await importAll(simulator)];
  expect(without.code).toBe(0);
  expect(without.files).toEqual(withCli.files);
  expect(without.stderr).toMatch(/the steps above need Pulumi 3\.254\.0 or newer, and there is none on PATH/);
  expect((await importAll(simulator, ["--apply", "--stack", "dev"], withoutPulumi())).code).toBe(1);
});

test("without a Pulumi CLI, --stack reads the plain values of its file, and the key from the environment", async () => {
  const simulator = await simulatorOf(demoSeed);
  const project = (name: string, config: string) => {
    const place = path.join(folder.path, name);
    fs.mkdirSync(place, { recursive: true });
    fs.writeFileSync(path.join(place, "Pulumi.yaml"), "name: tenant\nruntime: nodejs\n");
    fs.writeFileSync(path.join(place, "Pulumi.dev.yaml"), `config:\n${config}`);
    return ["import", "--all", "--stack", "dev", "--force", "--out", place];
  };
  const secure = "  lumenone:apiKey:\n    secure: AAABAPVc\n";
  const plain = `  lumenone:baseUrl: ${simulator.url}\n  lumenone:accountId: ${simulator.accountId}\n`;
  const env = { ...withoutPulumi(), LUMENONE_BASE_URL: "http://127.0.0.1:9", LUMENONE_API_KEY: simulator.apiKey };
  const read = await runCommand(project("plain", secure + plain), { env });
  expect(read.code).toBe(0);
  expect(read.stderr).toContain(`${simulator.url} (as stack dev, with the key of the environment says)`);
  const keyless = await runCommand(project("keyless", secure + plain), { env: { ...env, LUMENONE_API_KEY: "" } });
  expect(keyless.code).toBe(1);
  expect(keyless.stderr).toMatch(/lumenone:apiKey is encrypted in Pulumi\.dev\.yaml.*Set LUMENONE_API_KEY/);
  // A setting that the environment does not have is not overlooked, whatever is in the environment.
  const retries = "  lumenone:maxRetries:\n    secure: AAABAPVc\n";
  const hidden = { env: { ...env, LUMENONE_MAX_RETRIES: "1" } };
  const unread = await runCommand(project("retries", secure + plain + retries), hidden);
  expect(unread.code).toBe(1);
  expect(unread.stderr).toMatch(/lumenone:maxRetries is encrypted in Pulumi\.dev\.yaml[^.]*\. Install Pulumi/);
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

test.each<[fault: Partial<Fault>, masked: string]>([
  [{}, "url"],
  [{ mask: "" }, "url"],
  [{ mask: "CONFIGURED", whole: true }, "all of it"],
])("a secret that is masked by %j is asked for, and never taken for the value", async (fault, masked) => {
  const simulator = await simulatorOf(demoSeed);
  simulator.faults.add({ kind: "maskedSecrets", operationId: "listOrganizationTools", ...fault });
  const { result, files } = await importAll(simulator);
  expect(result.secrets).toEqual([
    { name: "acmeOrderStatusConfig", what: "OrganizationTool acme/1, config", masked: [masked] },
  ]);
  expect(result.notes.join()).toMatch(new RegExp(`shows a mask for ${masked}\\. Set the whole value yourself`));
  expect(Object.keys(files)).not.toContain("secrets/acmeOrderStatusConfig.json");
  expect(files["organizations/acme.ts"]).toContain(
    'requireSecretObject<Record<string, unknown>>("acmeOrderStatusConfig")',
  );
  const state = JSON.parse(files["import.json"] ?? "") as {
    resources: { inputs: { config?: { plaintext: string } } }[];
  };
  expect(state.resources.flatMap(({ inputs }) => inputs.config?.plaintext ?? [])).toEqual(["{}"]);
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
    "Workspace.mood: LumenOne returns this field of 2 objects, and this release does not know it. It is not managed.",
  ]);
});

test("a list that returns 404 is reported, with the objects that were not read", async () => {
  const simulator = await simulatorOf(demoSeed);
  simulator.faults.add({ kind: "status", status: 404, operationId: "listOrganizationTools", times: Infinity });
  const { result } = await importAll(simulator);
  expect(result.notes.join("\n")).toMatch(
    /listOrganizationTools returned 404 for acme: its OrganizationTool objects were not read/,
  );
});

const knowledge: Seed = {
  ...demoSeed,
  documents: [
    {
      organization: "acme",
      folder: "handbook",
      id: "d1",
      name: "hours.json",
      title: "hours.txt",
      pageContent: "9\r\n5",
    },
    { organization: "acme", id: "d2", name: "prices.json", title: "prices.pdf", pageContent: "All is free." },
  ],
  embeddings: [
    { workspace: "support", document: "acme/handbook/hours.json" },
    { workspace: "support", document: "acme/custom-documents/prices.json" },
    // LumenOne may have several rows of one document.
    { workspace: "support", document: "acme/custom-documents/prices.json" },
  ],
  numberRequests: [{ organization: "acme", country: "AT", numberType: "mobile", status: "fulfilled", numberId: 1 }],
};

describe("where the list leaves fields out", () => {
  const short: WrongRule = {
    when: ({ path: at }) => /\/workspaces$/.test(at),
    body: ({ workspaces }) => ({
      workspaces: (workspaces as Record<string, unknown>[]).map(({ openAiPrompt: _, topN: __, ...rest }) => rest),
    }),
  };

  async function importWith(...rules: WrongRule[]) {
    const simulator = await simulatorOf(demoSeed);
    const host = await wrongHost(simulator.url, [short, ...rules]);
    const { files, result } = await importAll(simulator, [], { LUMENONE_BASE_URL: host.url });
    await host.close();
    const asked = host.asked.map((one) => one.path);
    return { program: files["organizations/acme.ts"] ?? "", notes: result.notes.join("\n"), asked };
  }

  test("each workspace is read", async () => {
    const { program, notes } = await importWith();
    expect(program).toContain("topN: 6");
    expect(program).toContain("You help Acme's customers.");
    expect(notes).not.toContain("not read");
  });

  test.each(["support", "sales"])(
    "the workspace %s that is not found is named, and the others are read",
    async (slug) => {
      const path = (one: string) => `/workspace/${Buffer.from(one).toString("hex")}`;
      const { asked, notes } = await importWith({ when: (one) => one.path === path(slug), returns: { status: 404 } });
      expect(notes).toMatch(
        new RegExp(`getWorkspace .* came back with 404, "Not Found": the rest of ${slug} was not read`),
      );
      expect(asked).toEqual(expect.arrayContaining(["support", "sales"].map(path)));
    },
  );
});

test("a document that LumenOne says is gone is named, and the others are read", async () => {
  const simulator = await simulatorOf(knowledge);
  const texts = await textHost(simulator);
  const gone = JSON.stringify({ success: false, message: "Document not found" });
  const headers = { "content-type": "application/json" };
  const host = await wrongHost(texts.url, [
    { when: ({ path: at }) => at.endsWith("/document/prices.json"), returns: { status: 404, headers, text: gone } },
  ]);
  const { result } = await importAll(simulator, [], { LUMENONE_BASE_URL: host.url });
  await host.close();
  await texts.close();
  expect(result.resources["Document"]).toBe(1);
  expect(result.notes.join("\n")).toContain("the text of acme/custom-documents/prices.json was not read");
});

test("documents are their texts in files of the program, to the byte, with what is embedded of them", async () => {
  const simulator = await simulatorOf(knowledge);
  const host = await textHost(simulator);
  const { files, out, result } = await importAll(simulator, [], { LUMENONE_BASE_URL: host.url });
  await host.close();
  expect(result.resources).toMatchObject({ Document: 2, DocumentEmbedding: 2, NumberRequest: 1 });
  expect(files["documents/acme/hours.txt"]).toBe("9\r\n5");
  expect(files["documents/acme/prices.md"]).toBe("All is free.");
  expect(files[".gitattributes"]).toBe("documents/** -text\n");
  const program = files["organizations/acme.ts"] ?? "";
  expect(program).toMatch(/\/\/ The text that LumenOne made of the file.*\nconst prices = new lumenone\.Document\(/);
  expect(program).toMatch(/folder: handbook,\s+source: "documents\/acme\/hours\.txt",\s+title: "hours\.txt"/);
  expect(program).toContain("{ workspace: support, document: prices }");
  expect(program).toContain('{ organization: acme, country: "AT", numberType: "mobile" }');
  expect(unformatted(out)).toBe("");
  expect(result.notes).toEqual([]);
});

test("documents without their text are listed, and embeddings name them; a copy has neither", async () => {
  const simulator = await simulatorOf(knowledge);
  const { files, result, out } = await importAll(simulator);
  expect(result.resources).toMatchObject({ DocumentEmbedding: 2 });
  expect(result.resources["Document"]).toBeUndefined();
  const listed = /2 documents of it are not in the program.*acme\/custom-documents\/prices\.json.*hours\.json/;
  expect(result.notes.join("\n")).toMatch(listed);
  expect(files["organizations/acme.ts"]).toContain('document: "acme/handbook/hours.json"');
  expect(files["organizations/acme.ts"]).toContain('// - "acme/custom-documents/prices.json"');
  expect(unformatted(out)).toBe("");
  // The first document shows that there is no text: no other is requested.
  expect(simulator.journal.filter(({ operationId }) => operationId === "getDocument")).toHaveLength(1);

  const copy = path.join(folder.path, "without");
  const exit = await runCommand(["clone", "--from", "acme", "--prefix", "s-", "--out", copy], { simulator });
  expect(exit.stderr).toMatch(listed);
  const program = filesIn(copy)["organizations/acme.ts"] ?? "";
  expect(program).not.toMatch(/new lumenone\.(?:Document|DocumentEmbedding|NumberRequest)\(/);
  expect(program).toMatch(/\/\/ A number request is left out/);
});

test("--account: the account is a resource, and organizations of another than the stack's refer to it", async () => {
  const simulator = await simulatorOf({ ...demoSeed, accounts: [{ name: "Customer One" }] });
  const own = await importAll(simulator, ["--account"]);
  expect(own.files["accounts.ts"]).toContain(
    'export const customerOne = new lumenone.Account("customer-one", { name: "Customer One" });',
  );
  expect(own.files["index.ts"]).toMatch(/^import "\.\/accounts";\n/);
  expect(own.result.resources["Account"]).toBe(1);
  const other = await importAll(simulator, ["--account"], { LUMENONE_ACCOUNT_ID: "" });
  expect(other.files["organizations/acme.ts"]).toContain("accountId: accounts.customerOne.accountId");
  expect(unformatted(other.out)).toBe("");
  expect((await importAll(simulator)).files["accounts.ts"]).toBeUndefined();
});

test("50 organizations with 10,000 objects: four requests each, and names that collide stay apart", async () => {
  const organizations = Array.from({ length: 50 }, (_, index) => ({
    id: index + 1,
    name: "Acme",
    slug: `acme-${index}`,
  }));
  // To a program, a_1 and a-1 are the same words.
  const tools = Array.from({ length: 5000 }, (_, index) => {
    const number = index >> 1;
    return { id: index + 1, organizationId: (number % 50) + 1, name: `a${index % 2 === 0 ? "_" : "-"}${number}` };
  });
  const folders = Array.from({ length: 4950 }, (_, index) => ({
    organizationId: (index % 50) + 1,
    name: `Größe${"-".repeat(1 + ((index / 50) | 0))}`,
  }));
  const { result, files } = await importAll(await simulatorOf({ organizations, tools, folders }));
  expect(result.resources).toEqual({ Organization: 50, Folder: 4950, OrganizationTool: 5000 });
  expect(result.requests).toBe(1 + 4 * 50);
  const { resources } = JSON.parse(files["import.json"] ?? "") as { resources: { type: string; name: string }[] };
  expect(new Set(resources.map(({ type, name }) => `${type} ${name}`)).size).toBe(10_000);
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

test("an older Pulumi is reported before anything is requested or written", async () => {
  const simulator = await simulatorOf(demoSeed);
  const { code, stderr, out } = await importAll(simulator, [], fakePulumi(folder.path, "v3.253.9"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^An import file with whole resources needs Pulumi 3\.254\.0 or newer, and this is 3\.253\.9/);
  expect(simulator.journal).toHaveLength(0);
  expect(fs.existsSync(out)).toBe(false);
});

test("an organization that does not exist is reported, with the existing ones", async () => {
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

/** `import --apply` with a CLI of which one step fails. */
async function applied(step: string, says: string) {
  const linked = fs.mkdtempSync(path.join(folder.path, "linked-"));
  fs.symlinkSync(path.resolve(__dirname, "../../../node_modules"), path.join(linked, "node_modules"));
  const out = path.join(linked, "tenant");
  const exit = await runCommand(["import", "--all", "--out", out, "--apply", "--stack", "dev"], {
    simulator: await simulatorOf(demoSeed),
    env: fakePulumi(linked, undefined, { step, says }),
  });
  return { ...exit, holdsSecrets: fs.existsSync(path.join(out, "import.json")) };
}

test("a clone for the native plugin is written in TypeScript and in YAML, without secrets", async () => {
  const simulator = await simulatorOf(demoSeed);
  const clone = async (...args: string[]) => {
    const out = path.join(folder.path, `clone${args.join("")}`);
    const given = ["clone", "--from", "acme", "--prefix", "staging-${x} ", "--out", out, ...args];
    const { code, stdout } = await runCommand(given, { simulator });
    expect([code, stdout]).toEqual([0, expect.stringContaining("npx pulumi-lumenone plugin install")]);
    return { files: filesIn(out), stdout };
  };
  const { files: typescript } = await clone("--native");
  expect(typescript["organizations/acme.ts"]).toContain('from "pulumi-lumenone/native"');
  const { files, stdout } = await clone("--language", "yaml");
  expect(Object.keys(files).sort()).toEqual([".gitignore", "Pulumi.yaml"]);
  const program = files["Pulumi.yaml"] ?? "";
  expect(program).toMatch(/\n {2}prefix:\n {4}type: string\n {4}default: "staging-\$\$\{x\} "\n/);
  expect(program).toContain('name: "${prefix}Acme"');
  expect(program).toContain("# numberId is left out");
  expect(program).toMatch(/\n {2}acmeOrderStatusConfig:\n {4}type: string\n {4}secret: true\n/);
  expect(program).not.toContain("https://api.example.com");
  expect(stdout).not.toContain("npm install");
});

test("a step of --apply that fails reports what it leaves behind, and how to continue", async () => {
  const { code, stderr, holdsSecrets } = await applied("stack", "no such backend");
  expect([code, stderr]).toEqual([1, expect.stringMatching(/Selecting the stack: failed\.\n.*no such backend/)]);
  expect(stderr).toMatch(
    /import\.json and secrets\/ beside it hold secrets in clear: .*--force, which goes on from here/,
  );
  expect(holdsSecrets).toBe(true);
});

test.each([
  ["is not empty", 2, "no changes were expected but changes were proposed", /the preview is not empty\./],
  ["fails", 1, "Unable to compile TypeScript", /the preview failed\.[^]*`pulumi preview --stack dev` in /],
])("--apply reports a preview that %s by its exit code", async (_, exitCode, says, words) => {
  const { code, stderr, holdsSecrets } = await applied("preview", says);
  expect([code, stderr]).toEqual([exitCode, expect.stringMatching(words)]);
  expect(holdsSecrets).toBe(false);
});
