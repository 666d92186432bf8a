import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { installedPulumi, packedProject } from "../support/packed-project";
import { type PlainPulumi, plainPulumi } from "../support/plain-pulumi";

/** A small life of one stack with what users may have installed. */
const versions: { what: string; version: string; node?: string }[] = [
  { what: "the oldest supported @pulumi/pulumi", version: "3.216.0" },
  { what: "the installed one", version: installedPulumi },
  // The newest wants a newer Node than the oldest that is supported.
  { what: "the newest, on Node 22", version: "latest", node: "22" },
  { what: "the newest, on Node 24", version: "latest", node: "24" },
];

/** `LUMENONE_TEST_VERSIONS=oldest` for that one alone: a Pulumi and a Node take a while to install. */
const chosen = versions.filter(({ what }) => what.includes(process.env["LUMENONE_TEST_VERSIONS"] ?? ""));

const program = `
const lumenone = require("pulumi-lumenone");
const acme = new lumenone.Organization("acme");
const support = new lumenone.Workspace("support", { organization: acme, topN: 6 });
const crm = new lumenone.OrganizationTool("crm", { organization: acme, type: "function", config: { token: "hush" } });
new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });
new lumenone.VoiceConfig("voice", { workspace: support });
new lumenone.Folder("manuals", { organization: acme });
new lumenone.NumberRequest("line", { organization: acme, country: "US", numberType: "local" });
`;

let folder = "";
let simulator: Simulator | undefined;
let pulumi: PlainPulumi | undefined;
afterEach(async () => {
  await simulator?.close();
  pulumi?.dispose();
  fs.rmSync(folder, { recursive: true, force: true });
});

test.each(chosen)(
  "$what",
  async ({ version, node }) => {
    const nodePackage = `node-${process.platform}-${process.arch}`;
    folder = packedProject({ "@pulumi/pulumi": version, ...(node && { [nodePackage]: node }) }, { main: "index.js" });
    fs.writeFileSync(path.join(folder, "index.js"), program);
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify({ name: "versions", runtime: "nodejs" }));
    const before = process.env["PATH"];
    if (node)
      process.env["PATH"] = [path.join(folder, "node_modules", nodePackage, "bin"), before].join(path.delimiter);
    try {
      simulator = await createSimulator();
      const { apiKey, url, accountId } = simulator;
      const env = { LUMENONE_API_KEY: apiKey, LUMENONE_BASE_URL: url, LUMENONE_ACCOUNT_ID: accountId };
      pulumi = await plainPulumi(folder, { env });
      const running = execFileSync("node", ["--version"], { encoding: "utf8", env: process.env });
      if (node) expect(running).toMatch(new RegExp(`^v${node}\\.`));
    } finally {
      process.env["PATH"] = before;
    }
    const run = async (...args: string[]) => {
      const { code, output } = await pulumi!.run(...args, "--non-interactive");
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")}\n${output}`);
    };
    await run("stack", "init", "dev");
    await run("up", "--yes", "--skip-preview");
    expect(simulator.snapshot().toolAttachments).toHaveLength(1);
    await run("preview", "--expect-no-changes");
    await run("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await run("destroy", "--yes", "--skip-preview");
    expect(simulator.snapshot().organizations).toEqual([]);
  },
  600_000,
);
