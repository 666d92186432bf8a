import { type Simulator } from "lumenone-simulator";
import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { commandFile, type CommandExit, exitOf } from "../command/run-command";
import { type TenantStack, tenantStack } from "../command/tenant-stack";
import { host } from "../host";
import { killAtOnce } from "../process-tree";
import { until } from "../until";

/** One tenant in the output of `--json`. */
export interface ReportedTenant {
  readonly stack: string;
  readonly file?: string;
  readonly status: string;
  readonly changes: Record<string, number>;
  readonly problem?: string;
  readonly remedy?: string;
  readonly notes?: string[];
  readonly drift?: { kind: string; name: string; field: string; expected: unknown; actual: unknown }[];
}

/** A project with tenants, against a simulator. */
export interface FleetProject {
  readonly stack: TenantStack;
  readonly folder: string;
  /** Writes a file below the project. */
  write(file: string, content: string): void;
  remove(file: string): void;
  /** `pulumi-lumenone fleet VERB tenants ...`. */
  fleet(verb: string, ...args: string[]): Promise<CommandExit>;
  /** The same with `--json`. */
  run(verb: string, ...args: string[]): Promise<{ code: number | null; tenants: ReportedTenant[]; stderr: string }>;
  /** The same, and it is killed with everything that it has started as soon as `when` says so. */
  killed(verb: string, when: () => boolean, ...args: string[]): Promise<void>;
  /** The same, and it gets `times` Ctrl-C from `when` on, as from a terminal: with all that it has started, each once the one before is reported. */
  interrupted(verb: string, when: () => boolean, times: number, ...args: string[]): Promise<CommandExit>;
  /** `pulumi ...` in the project. */
  pulumi(...args: string[]): ReturnType<TenantStack["pulumi"]>;
  dispose(): void;
}

/** Fifteen resources, stack and provider not counted. */
export const fifteen = (name: string): string => `
organization: { name: ${name} }
workspaces:
  support: { openAiPrompt: "You help the customers of ${name}.", topN: 6, tools: [crm, status] }
  sales: { topN: 4, tools: [crm] }
  phone: { voice: { firstMessage: "${name}, hello", voice: { provider: vapi, voiceId: Elliot } } }
tools:
  crm: { type: apiRequest, config: { url: "https://crm.example.com/${name}" } }
  status: { type: function }
folders:
  manuals:
  papers:
documents:
  handbook: { source: ../docs/handbook.md, folder: manuals, workspaces: [support, sales] }
`;

const native = host === "native" ? ["--native"] : [];

/** Makes one, with resources of the host that the test runs on. */
export async function fleetProject(
  simulator: Simulator,
  more: Readonly<Record<string, string>> = {},
): Promise<FleetProject> {
  const stack = await tenantStack(simulator, more);
  const folder = stack.project("fleet");
  const write = (file: string, content: string) => {
    const whole = path.join(folder, file);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(whole, content);
  };
  write("Pulumi.yaml", "name: fleet\nruntime: nodejs\nmain: index.ts\n");
  write("index.ts", 'import * as lumenone from "pulumi-lumenone";\nlumenone.tenantOfStack("tenants");\n');
  write("docs/handbook.md", "# Handbook\n");
  fs.mkdirSync(path.join(folder, "tenants"));
  const start = (args: readonly string[], detached = false) =>
    spawn(process.execPath, [commandFile, ...args], {
      ...{ cwd: folder, env: stack.env, detached },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const whole = (verb: string, args: readonly string[]) => {
    const yes = ["up", "destroy"].includes(verb) ? ["--yes"] : [];
    return [
      "fleet",
      verb,
      ...native,
      ...(args.some((arg) => arg.endsWith(".yaml")) ? [] : ["tenants"]),
      ...yes,
      ...args,
    ];
  };
  const fleet = (verb: string, ...args: string[]): Promise<CommandExit> => exitOf(start(whole(verb, args)));
  return {
    stack,
    folder,
    write,
    remove: (file) => fs.rmSync(path.join(folder, file)),
    fleet,
    async run(verb, ...args) {
      const { code, stdout, stderr } = await fleet(verb, "--json", ...args);
      try {
        return { code, stderr, ...(JSON.parse(stdout) as { tenants: ReportedTenant[] }) };
      } catch {
        throw new Error(`no JSON: ${stdout}\n${stderr}`);
      }
    },
    async killed(verb, when, ...args) {
      const child = start(whole(verb, args));
      const ended = exitOf(child);
      await whileRunning(child, when);
      killAtOnce(child.pid ?? 0);
      await ended;
    },
    async interrupted(verb, when, times, ...args) {
      const child = start(whole(verb, args), true);
      let reported = 0;
      const exit = exitOf(child, (stderr) => (reported = stderr.split("Stopping:").length - 1));
      for (let sent = 0; sent < times; sent++) {
        await whileRunning(child, () => when() && reported === sent);
        process.kill(-(child.pid ?? 0), "SIGINT");
      }
      return exit;
    },
    pulumi: (...args) => stack.pulumi(folder, ...args),
    dispose: () => stack.dispose(),
  };
}

/** Waits for the condition, and for no end. */
async function whileRunning(child: ChildProcess, condition: () => boolean): Promise<void> {
  await until(() => child.exitCode !== null || condition());
  if (child.exitCode !== null) throw new Error("It ended too early");
}
