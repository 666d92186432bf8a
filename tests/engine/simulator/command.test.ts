import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, demoSeed, type Simulator, type SimulatorOptions } from "../../../simulator/index";
import { readOptions } from "../../../simulator/cli/read-options";
import { callerOf } from "../../support/caller-of";

let folder: string;
let simulator: Simulator;
const opened: Simulator[] = [];
const call = callerOf(() => simulator);

async function open(options: SimulatorOptions): Promise<Simulator> {
  simulator = await createSimulator(options);
  opened.push(simulator);
  return simulator;
}

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "lumenone-simulator-"))));
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  rmSync(folder, { recursive: true, force: true });
});

describe("the state file", () => {
  test("holds everything, and the next simulator goes on from it", async () => {
    const stateFile = join(folder, "state.json");
    await open({ stateFile, seed: demoSeed });
    await call("createOrganization", { body: { name: "Beta" } });
    const left = simulator.snapshot();
    await simulator.close();
    expect(JSON.parse(readFileSync(stateFile, "utf8"))).toEqual(left);
    expect(statSync(stateFile).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(["state.json"]);

    await open({ stateFile, seed: {} });
    expect(simulator.snapshot()).toEqual(left);
    await call("deleteOrganization", { params: { orgSlug: "beta" } });
    const { body } = await call("createOrganization", { body: { name: "Beta" } });
    expect(body.organization.id).toBe(3);
  });

  test("is not written by a request that changes nothing", async () => {
    const stateFile = join(folder, "state.json");
    await open({ stateFile });
    rmSync(stateFile);
    await call("listOrganizations");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a seed", () => {
  test("is what a snapshot is", async () => {
    const first = await open({ seed: demoSeed });
    const second = await open({ seed: first.snapshot() });
    expect(second.snapshot()).toEqual(first.snapshot());
  });

  test.each<[string, object]>([
    ["the seed has organisations", { organisations: [] }],
    ["the seed needs an organization acme", { workspaces: [{ organization: "acme" }] }],
    ["the seed needs a workspace support", { callLogs: [{ workspace: "support" }] }],
    ["the seed needs a tool one", { organizations: [{}], workspaces: [{}], toolAttachments: [{ tool: "one" }] }],
    ["the seed needs a document x", { organizations: [{}], workspaces: [{}], embeddings: [{ document: "x" }] }],
  ])("that is wrong is refused: %s", async (message, seed) => {
    await expect(createSimulator({ seed })).rejects.toThrow(message);
  });
});

describe("the command line", () => {
  test.each([
    [[], {}],
    [["--port", "0", "--latency", "20"], { port: 0, latency: 20 }],
    [["--state", "x.json", "--mode", "upstream"], { stateFile: "x.json", mode: "upstream" }],
    [["--seed", "demo"], { seed: demoSeed }],
    [["--quirk", "routers", "--quirk", "quotesLost"], { quirks: ["routers", "quotesLost"] }],
  ])("%j is read as %j", (args, options) => {
    expect(readOptions(args)).toMatchObject({ kind: "run", options });
  });

  test("reads a seed", () => {
    const file = join(folder, "seed.json");
    writeFileSync(file, '{"organizations":[{"name":"Acme"}]}');
    expect(readOptions(["--seed", file])).toMatchObject({ options: { seed: { organizations: [{ name: "Acme" }] } } });
  });

  test.each([
    [["--port", "-1"], "--port"],
    [["--port", "99999"], "--port is a whole number from 0 to 65535, not 99999"],
    [["--latency", "fast"], "--latency is a whole number"],
    [["--mode", "other"], "--mode is lumenone or upstream"],
    [["--seed", "nowhere.json"], "--seed nowhere.json cannot be read"],
    [["--quirk", "router"], "router is not a quirk; known are promptIgnoredAtCreate, automaticChatMode"],
    [["--unknown"], "--unknown"],
    [["word"], "word"],
  ])("%j is refused", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

/** The command as it is installed: `npm run build` first. */
describe("the command", () => {
  const main = join(__dirname, "../../../simulator/dist/cli/main.js");

  test("serves until Ctrl-C, and ends cleanly with a connection open", async () => {
    const child = spawn(process.execPath, [main, "--seed", "demo", "--state", join(folder, "state.json")]);
    const welcome = await untilPrinted(child, "Ctrl-C stops it.");
    const [, url = ""] = /lumenone:baseUrl (\S+)/.exec(welcome) ?? [];
    const [, key = ""] = /LUMENONE_API_KEY=(\S+)/.exec(welcome) ?? [];
    const response = await fetch(`${url}/api/v1/auth`, { headers: { authorization: `Bearer ${key}` } });
    expect(await response.json()).toEqual({ authenticated: true });
    child.kill("SIGINT");
    expect(await ended(child)).toBe(0);
    expect(readdirSync(folder)).toEqual(["state.json"]);
  });

  test.each([
    [["--help"], 0, "Examples:"],
    [["--version"], 0, /^\d+\.\d+\.\d+/],
    [["--port", "x"], 2, "Try: lumenone-simulator --help"],
  ])("%j ends with the exit code %i", async (args, code, text) => {
    const child = spawn(process.execPath, [main, ...args]);
    const printed: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    expect(await ended(child)).toBe(code);
    expect(printed.join("")).toMatch(text);
  });
});

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("close", resolve));

function untilPrinted(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(text)) resolve(printed);
    });
    child.stderr?.on("data", (chunk: Buffer) => reject(new Error(chunk.toString())));
  });
}
