import { createSimulator, type Simulator } from "lumenone-simulator";
import { type OperationId } from "../../../provider/client/contract/contract";
import * as fs from "node:fs";
import * as path from "node:path";
import { type FleetProject, fleetProject } from "../../support/fleet/fleet-project";
import { readableFiles } from "../../support/faults/readable-files";
import { secretForms } from "../../support/faults/secret-forms";

/**
 * The commands, with secrets of many forms in tools and texts, while LumenOne refuses and repeats them, and while somebody has
 * put others in their place: none of them stands in what a command prints or writes. docs/secrets.md names the two exceptions.
 */
jest.setTimeout(300_000);

const apiKey = "k3y-5e6f7a8b9c-never-show";

/** Each in two versions: that of the program, and what somebody puts in its place at LumenOne. */
const secretsOf = (version: number): Record<string, string> => ({
  quotes: `hush "q" 'r' \\ Quotes${version}Wm4k`,
  lines: `Lines${version}Bt7c of a key\nSecond${version}Nd3x of it\r\nThird${version}Vp9z`,
  percent: `hush%20%25&Percent${version}Jq5w`,
  base64: Buffer.from(`hush-base64-${version}-Gx2r`).toString("base64"),
  unicode: `hüsh 日本 😀 Unicode${version}Lf8y`,
  short: `h${version}Kx!q2Z`,
  inner: `Inner${version}Rc6s`,
  outer: `before-Inner${version}Rc6s-Outer${version}Td1u`,
  prompt: `You | are *the* <voice> Prompt${version}Zk3n`,
  refusal: `I "do" not know, Refusal${version}Hb7m`,
  hello: `Hello, \`Hello${version}Yw4v\``,
  about: `Finds customers, About${version}Ps9d`,
});
const [own, others] = [secretsOf(1), secretsOf(2)];
const all = [apiKey, ...Object.values(own), ...Object.values(others)];
/** Which of them an object of the kind has. A tool's settings are its own; other texts only the program makes secret. */
const ofTool = ["quotes", "lines", "percent", "base64", "unicode", "short", "inner", "outer"];
const ofWorkspace = ["prompt", "refusal"];
const texts = ["prompt", "refusal", "hello", "about"];
const configOf = (from: Record<string, string>) => Object.fromEntries(ofTool.map((name) => [name, from[name]]));

/** One tool in each organization: LumenOne can repeat what an object has, and not what others have. */
const tenant = (name: string, config: string) => `
organization: { name: ${name} }
workspaces:
  desk:
    openAiPrompt: { secret: prompt }
    queryRefusalResponse: { secret: refusal }
    tools: [crm]
    voice: { firstMessage: { secret: hello } }
tools:
  crm:
    type: apiRequest
    description: { secret: about }
    config: ${config}
`;
const tenants: Readonly<Record<string, string>> = {
  alpha: `{ url: "https://crm.example.com", deep: [{ ${ofTool.map((name) => `${name}: { secret: ${name} }`).join(", ")} }] }`,
  beta: "{ secret: whole }",
};

let simulator: Simulator;
let project: FleetProject;
const left: Record<string, string> = {};
/** What each file last held. */
const seen = new Map<string, string>();
/** What `import` writes for its owner alone. */
const kept: Record<string, { readonly text: string; readonly mode: number }> = {};

/** Its forms, and the part of it that no escape changes. */
const tracesOf = (secret: string) => [...secretForms(secret), ...(secret.match(/\d[A-Z][a-z]\d[a-z]\b/g) ?? [])];

/** All that a run has left: what it printed, and every file. */
function keep(name: string, { stdout, stderr }: { stdout: string; stderr: string }): void {
  left[`${name}: stdout`] = stdout;
  left[`${name}: stderr`] = stderr;
  const { folder } = project.stack;
  for (const file of readableFiles(folder)) {
    const text = fs.readFileSync(file, "utf8");
    const relative = path.relative(folder, file);
    if (/^imported[^/]*\/(?:import\.json$|secrets\/)/.test(relative)) {
      kept[relative] = { text, mode: fs.statSync(file).mode & 0o777 };
    } else if (seen.get(file) !== text) left[`${name}: ${relative}`] = text;
    seen.set(file, text);
  }
}

/** LumenOne refuses, and repeats all that the object has, and the key. */
function refuse(operationId: OperationId, names: readonly string[], versions = [own], status = 400): void {
  const words = versions.flatMap((from) => names.map((name) => from[name] ?? "")).concat(apiKey);
  const body = { success: false, message: `Refused: ${words.join(", ")}; ${JSON.stringify(words)}` };
  simulator.faults.add({ kind: "status", status, body, operationId, times: Infinity });
}

/** Somebody puts other secrets in their place. */
function drifted(): void {
  const { workspaces, tools, voiceIntegrations } = simulator.snapshot();
  for (const { id } of workspaces) {
    simulator.person.change("workspaces", id, {
      openAiPrompt: others["prompt"],
      queryRefusalResponse: others["refusal"],
    });
  }
  for (const { id } of tools) {
    simulator.person.change("tools", id, { config: configOf(others), description: others["about"] });
  }
  for (const { id } of voiceIntegrations) {
    simulator.person.change("voiceIntegrations", id, { firstMessage: others["hello"] });
  }
}

async function configure(stack: string): Promise<void> {
  const values = { ...own, whole: JSON.stringify(configOf(own)) };
  const pairs = Object.entries(values).flatMap(([name, value]) => ["--secret", `${name}=${value}`]);
  expect(await project.pulumi("stack", "init", stack, "--no-select")).toMatchObject({ code: 0 });
  expect(await project.pulumi("config", "set-all", "--stack", stack, ...pairs)).toMatchObject({ code: 0 });
}

const codes: Record<string, number | null> = {};

async function fleet(name: string, verb: string, ...args: string[]): Promise<void> {
  const summary = path.join(project.folder, `${name.replaceAll(" ", "-")}.md`);
  const exit = await project.fleet(verb, "--summary", summary, ...args);
  codes[name] = exit.code;
  keep(name, exit);
}

async function command(name: string, ...args: string[]): Promise<void> {
  const exit = await project.stack.command(...args);
  codes[name] = exit.code;
  keep(name, exit);
}

async function importsAndClones(): Promise<void> {
  const out = (name: string) => path.join(project.stack.folder, name);
  await command("import", "import", "--all", "--account", "--out", out("imported"));
  await command("import native", "import", "--all", "--native", "--json", "--out", out("imported-native"));
  const applied = ["import", "--organization", "alpha", "--apply", "--stack", "dev"];
  await command("import apply", ...applied, "--out", project.stack.project("applied"));
  await command("clone", "clone", "--from", "alpha", "--prefix", "copy-", "--out", out("cloned"), "--json");
  refuse("listOrganizationTools", []);
  await command("failing import", "import", "--all", "--out", out("imported-in-part"));
  await command("failing clone", "clone", "--from", "alpha", "--prefix", "copy-", "--out", out("cloned-in-part"));
  simulator.faults.clear();
}

async function callReports(): Promise<void> {
  for (const format of ["table", "csv", "json", "html"]) {
    const out = path.join(project.folder, `calls.${format}`);
    await command(`calls ${format}`, "calls", "--format", format, "--out", out);
  }
  refuse("listCallLogs", []);
  await command("failing calls", "calls");
  simulator.faults.clear();
}

beforeAll(async () => {
  simulator = await createSimulator({ seed: { apiKeys: [apiKey] } });
  project = await fleetProject(simulator, { LUMENONE_LOG: "debug" });
  project.write("Pulumi.yaml", "name: fleet\nruntime: nodejs\nmain: index.ts\nconfig: { lumenone:maxRetries: 0 }\n");
  for (const [stack, config] of Object.entries(tenants)) {
    project.write(`tenants/${stack}.yaml`, tenant(stack, config));
    await configure(stack);
  }
  await fleet("preview", "preview", "--json");
  // The engine may create the voice before the tool fails. Both are refused, so that the next run creates it.
  refuse("provisionVoiceIntegration", ["hello"], [own], 422);
  refuse("createOrganizationTool", [...ofTool, "about"]);
  await fleet("failing up", "up");
  simulator.faults.clear();
  refuse("provisionVoiceIntegration", ["hello"], [own], 422);
  await fleet("failing voice", "up", "--json");
  simulator.faults.clear();
  await fleet("up", "up");
  await importsAndClones();
  await callReports();
  drifted();
  await command("drift", "drift", "--stack", "alpha", "--cwd", project.folder);
  await command("drift json", "drift", "--stack", "alpha", "--cwd", project.folder, "--json");
  await fleet("fleet drift", "drift");
  await fleet("fleet refresh", "refresh", "--json");
  refuse("updateOrganizationTool", [...ofTool, "about"], [own, others]);
  refuse("updateWorkspace", ofWorkspace, [own, others], 409);
  await fleet("failing update", "up");
  refuse("listOrganizationTools", ofTool, [others], 500);
  await command("failing drift", "drift", "--stack", "alpha", "--cwd", project.folder);
  await fleet("failing fleet drift", "drift", "--json");
});
afterAll(async () => {
  project?.dispose();
  await simulator?.close();
});

test("each command whose output is searched ended with the exit code of its result", () => {
  expect(codes).toEqual({
    preview: 0,
    "failing up": 1,
    "failing voice": 1,
    up: 0,
    import: 0,
    "import native": 0,
    "import apply": 0,
    clone: 0,
    "failing import": 1,
    "failing clone": 1,
    ...{ "calls table": 0, "calls csv": 0, "calls json": 0, "calls html": 0, "failing calls": 1 },
    drift: 2,
    "drift json": 2,
    "fleet drift": 2,
    "fleet refresh": 0,
    "failing update": 1,
    "failing drift": 1,
    "failing fleet drift": 1,
  });
});

test("no command prints or writes a secret, except where docs/secrets.md says so", () => {
  // Which texts a program makes secret, LumenOne does not know: a program that is written from it has them in clear.
  const isWritten = (name: string) => /: (?:imported|cloned|applied|backend\/.*\/applied\/)/.test(name);
  const inClear = texts.flatMap((name) => own[name] ?? []);
  const found = Object.entries(left).flatMap(([name, text]) =>
    all
      .filter((secret) => !(isWritten(name) && inClear.includes(secret)))
      .filter((secret) => tracesOf(secret).some((trace) => text.includes(trace)))
      .map((secret) => `${name}: ${secret}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test("the files that import writes for their owner alone have mode 600, and hold the secrets of tools", () => {
  const files = Object.values(kept);
  expect(files.map(({ mode }) => mode)).toEqual(files.map(() => 0o600));
  const text = files.map((file) => file.text).join("\n");
  expect(ofTool.filter((name) => !secretForms(own[name] ?? "").some((form) => text.includes(form)))).toEqual([]);
});
