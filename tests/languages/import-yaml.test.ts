import { createSimulator, type Seed, type Simulator } from "lumenone-simulator";
import * as path from "node:path";
import { randomTenants } from "../support/command/random-tenants";
import { filesIn } from "../support/command/run-command";
import { tenantStack, type TenantStack } from "../support/command/tenant-stack";
import { textHost } from "../support/command/text-host";
import { languageTools } from "../support/languages/tools";

/** What `pulumi-lumenone import --language yaml` writes, run by Pulumi's own host for YAML. */
jest.setTimeout(1_200_000);

const count = Number(process.env["TENANTS"] ?? 5);
const seed = Number(process.env["TENANTS_SEED"] ?? 20_262);

const ends: (() => unknown)[] = [];
beforeAll(async () => {
  const { yamlHost } = await languageTools();
  process.env["PATH"] = `${yamlHost}${path.delimiter}${process.env["PATH"]}`;
});
afterAll(async () => {
  for (const end of ends) await end();
});

interface Imported {
  readonly simulator: Simulator;
  readonly stack: TenantStack;
  readonly project: string;
  readonly result: { resources: Record<string, number>; notes: string[] };
}

/** Imports a whole LumenOne into a stack, whose preview is empty: the command itself looks. */
async function imported(seed: Seed, ...args: string[]): Promise<Imported> {
  const simulator = await createSimulator({ seed });
  const texts = await textHost(simulator);
  const stack = await tenantStack(simulator, { LUMENONE_BASE_URL: texts.url });
  ends.push(
    () => simulator.close(),
    () => texts.close(),
    () => stack.dispose(),
  );
  const project = stack.project("tenant");
  const before = simulator.snapshot();
  const command = ["import", "--all", "--account", "--language", "yaml", "--out", project, "--apply", "--stack", "dev"];
  const applied = await stack.command(...command, "--json", ...args);
  expect([applied.code, applied.code === 0 ? "" : applied.stdout + applied.stderr]).toEqual([0, ""]);
  expect(simulator.snapshot()).toEqual(before);
  return { simulator, stack, project, result: JSON.parse(applied.stdout) as Imported["result"] };
}

/** What differs between the state and LumenOne, field by field. */
async function driftOf({ stack, project }: Imported) {
  const found = await stack.command("drift", "--stack", "dev", "--cwd", project, "--json");
  return (JSON.parse(found.stdout) as { drift: { kind: string; id: string; field?: string }[] }).drift;
}

test("of random tenants of all ten kinds, a program in YAML has an empty preview and no drift", async () => {
  const run = await imported(randomTenants(count, seed));
  const { resources, notes } = run.result;
  expect(Object.keys(resources)).toHaveLength(10);
  const noted = (kind: string, id: string) => notes.some((note) => note.startsWith(`${kind} ${id}: its name`));
  expect((await driftOf(run)).filter(({ kind, id, field }) => field !== "name" || !noted(kind, id))).toEqual([]);
});

/** What YAML, Pulumi's expressions or Pulumi's functions would take for something else. */
const hostile = [
  ...['"', "'", "\\", "${acme.id}", "$${x}", "$$$ and ${", "${", "fn::secret", "a: b", "a:", "a #b", "#", "*a", "&a"],
  ...[
    "!!int 1",
    "- a",
    "? a",
    "yes",
    "NO",
    "null",
    "~",
    "1_000",
    "0x1F",
    "0o17",
    "1e3",
    "2001-01-01",
    "12:30:00",
    ".inf",
  ],
  ...[
    "%a",
    "@a",
    "`a",
    "|",
    "> a",
    "{a}",
    "[a]",
    " a ",
    "---",
    "...",
    "<<",
    "=",
    "a\n  b\n",
    "\n a",
    "a\n\tb",
    "a\n \nb",
  ],
  ...[
    "a\n# b\n---\nc",
    "a\r\nb",
    "\u0085a",
    "a\u2028b",
    "\ufeffa",
    "a\u0001",
    "\u007f",
    "Größe",
    "支持",
    "e\u0301",
    "😀",
  ],
];

test("hostile texts, keys and names come through unchanged, and name no file of this machine", async () => {
  const readsFile = { "fn::readFile": "./Pulumi.yaml" };
  const asset = { "Fn::FileAsset": "./Pulumi.yaml" };
  const pairs = hostile.flatMap((word, index) => (index % 2 === 0 ? [[word, hostile[index + 1] ?? word]] : []));
  const keys = Object.fromEntries(hostile.map((word) => [word, `${word} plain`]));
  const run = await imported({
    organizations: [{ name: "Acme", slug: "acme" }],
    workspaces: pairs.map(([one, other], index) => ({
      organization: "acme",
      slug: `ws-${index}`,
      name: `${one} ${other}.`,
      openAiPrompt: one,
      queryRefusalResponse: `${other}\n${one}`,
    })),
    tools: pairs.map(([one, other], index) => ({
      organization: "acme",
      name: `tool-${index}`,
      type: "function",
      description: `${one}\n${other}`,
      config: index === 0 ? { ...keys, list: [keys, readsFile, asset] } : {},
    })),
    voiceIntegrations: [
      { workspace: "ws-0", voice: { provider: "of tomorrow", ...keys, list: hostile, readsFile, asset } },
      { workspace: "ws-1", voice: readsFile, transcriber: { provider: "of tomorrow", inner: { "<<": keys } } },
    ],
  } as unknown as Seed);
  expect(run.result.notes.filter((note) => !note.includes(": its name is none"))).toEqual([]);
  expect((await driftOf(run)).filter(({ field }) => field !== "name")).toEqual([]);
  expect(Object.keys(filesIn(run.project)).sort()).toEqual([".gitignore", "Pulumi.dev.yaml", "Pulumi.yaml"]);
  const preview = await run.stack.pulumi(run.project, "preview", "--expect-no-changes");
  expect(preview.stdout).toMatch(/\d+ unchanged/);
  expect(preview.stdout).not.toMatch(/warning: (?!using pulumi-language-yaml)/i);
});

test("credentials stand in no file of the program, and one that LumenOne masks is asked for", async () => {
  const credential = "very-secret-token";
  const tool = (name: string, token: string) => ({ organization: "acme", name, type: "function", config: { token } });
  const tools = [tool("crm", credential), tool("masked", "***")];
  const simulator = await createSimulator({ seed: { organizations: [{ name: "Acme", slug: "acme" }], tools } });
  const stack = await tenantStack(simulator);
  ends.push(
    () => simulator.close(),
    () => stack.dispose(),
  );
  const project = stack.project("tenant");
  const command = ["import", "--all", "--language", "yaml", "--out", project, "--protect"];

  const written = await stack.command(...command);
  expect([written.code, written.stdout]).toEqual([0, expect.stringContaining("tenant && pulumi stack init dev")]);
  expect(written.stdout).toContain("pulumi config set --secret acmeMaskedConfig '{...}'");
  const holders = Object.entries(filesIn(project)).filter(([, content]) => content.includes(credential));
  expect(holders.map(([file]) => file).sort()).toEqual(["import.json", "secrets/acmeCrmConfig.json"]);
  expect(filesIn(project)["Pulumi.yaml"]).toMatch(/acmeCrmConfig:\n +type: string\n +secret: true\n/);

  const again = await stack.command(...command);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("Pulumi.yaml, which is the program")]);
  const applied = await stack.command(...command, "--force", "--apply", "--stack", "dev");
  expect([applied.code, applied.stderr]).toEqual([
    1,
    expect.stringContaining("Imported. The preview waits for acmeMaskedConfig."),
  ]);
  const asked = await stack.pulumi(project, "preview");
  expect([asked.code, asked.stdout]).toEqual([1, expect.stringContaining("acmeMaskedConfig")]);
  await stack.pulumi(project, "config", "set", "--secret", "acmeMaskedConfig", '{"token":"***"}');
  const known = await stack.command(...command, "--force", "--stack", "dev");
  expect(known.code).toBe(0);
  expect(filesIn(project)["Pulumi.yaml"]).toContain("acmeMaskedConfig:");
  expect(Object.values(filesIn(path.join(stack.folder, "backend"))).join()).not.toContain(credential);
});

test("a clone in YAML makes the same again under the stack's own prefix, and its second preview is empty", async () => {
  const tools = [{ organization: "acme", name: "crm", type: "function", config: { token: "of the model" } }];
  const simulator = await createSimulator({
    seed: {
      organizations: [{ name: "${Acme}", slug: "acme" }],
      workspaces: [{ organization: "acme", slug: "support", name: "Support", topN: 6 }],
      tools,
      toolAttachments: [{ workspace: "support", tool: "crm" }],
      voiceIntegrations: [{ workspace: "support" }],
    },
  });
  const stack = await tenantStack(simulator);
  ends.push(
    () => simulator.close(),
    () => stack.dispose(),
  );
  const project = stack.project("copy");
  const clone = await stack.command(
    "clone",
    "--from",
    "acme",
    "--prefix",
    "a-",
    "--language",
    "yaml",
    "--out",
    project,
  );
  expect([clone.code, clone.code === 0 ? "" : clone.stderr]).toEqual([0, ""]);
  await stack.command("plugin", "install");
  await stack.pulumi(project, "stack", "init", "staging");
  const missing = await stack.pulumi(project, "up", "--yes", "--skip-preview");
  expect([missing.code, missing.stdout + missing.stderr]).toEqual([
    expect.any(Number),
    expect.stringContaining("acmeCrmConfig"),
  ]);
  expect(missing.code).not.toBe(0);
  await stack.pulumi(project, "config", "set", "prefix", "pr-12-");
  await stack.pulumi(project, "config", "set", "--secret", "acmeCrmConfig", '{"token":"of its own"}');
  const up = await stack.pulumi(project, "up", "--yes", "--skip-preview");
  expect([up.code, up.code === 0 ? "" : up.stdout + up.stderr]).toEqual([0, ""]);
  expect(await stack.pulumi(project, "preview", "--expect-no-changes")).toMatchObject({ code: 0 });
  const { organizations, workspaces, tools: made, toolAttachments, voiceIntegrations } = simulator.snapshot();
  expect(organizations.map(({ name }) => name)).toEqual(["${Acme}", "pr-12-${Acme}"]);
  expect(workspaces.map(({ name, topN }) => [name, topN])).toEqual([
    ["Support", 6],
    ["Support", 6],
  ]);
  expect(made.map(({ config }) => config)).toEqual([{ token: "of the model" }, { token: "of its own" }]);
  expect([toolAttachments.length, voiceIntegrations.length]).toEqual([2, 2]);
});
