import { createSimulator, demoSeed, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, type CommandExit } from "../../support/command/run-command";
import { type TenantStack, tenantStack } from "../../support/command/tenant-stack";

jest.setTimeout(120_000);

const docs = fs.readFileSync(path.resolve(__dirname, "../../../docs/commands.md"), "utf8");
const transcripts = [...docs.matchAll(/```console\n\$ pulumi-lumenone (.*)\n([^]*?)```/g)].map(
  ([, command = "", output = ""]) => [command, output] as const,
);

let simulator: Simulator;
let stack: TenantStack;

beforeAll(async () => {
  simulator = await createSimulator({ seed: demoSeed });
  stack = await tenantStack(simulator, { PULUMI_NODEJS_TRANSPILE_ONLY: "true" });
  stack.project("acme");
  const fleet = stack.project("customers");
  fs.mkdirSync(path.join(fleet, "tenants"));
  fs.writeFileSync(path.join(fleet, "Pulumi.yaml"), "name: customers\nruntime: nodejs\n");
  fs.writeFileSync(path.join(fleet, "tenants/initech.yaml"), "workspaces:\n  support: { topN: 6 }\n");
  fs.writeFileSync(path.join(fleet, "tenants/globex.yaml"), "workspaces:\n  support: { topN: 0 }\n");
});
afterAll(async () => {
  stack.dispose();
  await simulator.close();
});

/** What has happened before somebody types the command. */
const before: Record<string, () => unknown> = {
  drift: () => simulator.person.change("workspaces", "support", { topN: 9 }),
  sweep: () => {
    simulator.person.add("organizations", { name: "staging-pr-7-Acme" });
    simulator.person.add("workspaces", { organization: "staging-pr-7-acme", name: "Support" });
  },
};

/** Where it is typed, if not beside the projects. */
const folders: Record<string, string> = { validate: "customers", fleet: "customers" };

/** Exit codes, if not 0. */
const codes: Record<string, number> = { calls: 2, drift: 2, validate: 1, fleet: 1 };

/** What differs from run to run. */
const steady = (text: string): string =>
  text
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:4010")
    .replace(/, [\d.]+ s\./g, ", 1 s.")
    .replace(/took \d+ s\./g, "took 5 s.");

/** The documented lines, in which `...` stands for any. */
function asPattern(output: string): RegExp {
  const lines = output.split(/^\.\.\.\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${lines.join("(?:.*\\n)*?")}$`);
}

test("there is a transcript of every command", () => {
  const named = transcripts.map(([command]) => command.split(" ")[0]);
  expect(named.sort()).toEqual([
    "calls",
    "clone",
    "doctor",
    "drift",
    "fleet",
    "import",
    "simulate",
    "sweep",
    "validate",
  ]);
});

test.each(transcripts)("pulumi-lumenone %s", async (command, documented) => {
  const [name = "", ...args] = command.split(" ");
  before[name]?.();
  const exit: CommandExit = await runCommand([name, ...args], {
    env: stack.env,
    cwd: path.join(stack.folder, folders[name] ?? ""),
    ...(name === "simulate" ? { endWhen: /running/ } : {}),
  });
  expect([exit.stderr, exit.code]).toEqual([exit.stderr, codes[name] ?? 0]);
  expect(steady(exit.stdout)).toMatch(asPattern(documented));
});
