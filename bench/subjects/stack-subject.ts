import { lumenoneConfig } from "../../tests/support/lumenone-config";
import { type Program, testStack } from "../../tests/support/stack";
import { type PulumiProcess } from "../../tests/support/pulumi-process";
import { serveProgram } from "../../tests/support/stack/serve-program";
import { watchHostMemory } from "../host-memory";
import { type Operation } from "../operations";
import { resourcesOf, type Scenario } from "../scenario";
import { programResources, writeImportFile } from "./import-file";
import { startSimulator } from "../server/start-simulator";
import { type Figures, type Running, type Subject } from "./subject";

/** Something that runs beside the CLI, and what the CLI needs to find it. */
export interface Served {
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** What distinguishes one such subject from another. */
export interface StackSubject {
  readonly name: string;
  readonly title: string;
  readonly sendsRequests: boolean;
  /** Those that it has; default: all. */
  readonly operations?: readonly Operation[];
  /** On top of what the CLI gets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Starts what the CLI attaches to. */
  serve?(): Promise<Served>;
  /** Declares everything; with `changed` one workspace has another prompt. */
  program(scenario: Scenario, changed: boolean): void;
}

const unattended = ["--yes", "--skip-preview"];

/** The arguments of the CLI, without the import's, which needs a file. */
const commands: Readonly<Record<Exclude<Operation, "import">, readonly string[]>> = {
  up: ["up", ...unattended],
  preview: ["preview", "--expect-no-changes"],
  change: ["up", ...unattended],
  refresh: ["refresh", ...unattended],
  destroy: ["destroy", ...unattended],
};

/** A subject that is a Pulumi program, run by the real CLI. */
export function stackSubject(subject: StackSubject): Subject {
  const { name, title, sendsRequests } = subject;
  return { name, title, sendsRequests, start: (scenario) => startStack(subject, scenario) };
}

async function startStack(subject: StackSubject, scenario: Scenario): Promise<Running> {
  const simulator = subject.sendsRequests ? await startSimulator(scenario.latency) : undefined;
  const served = await subject.serve?.();
  // Without what lets the host processes of tests start faster: a user has none of it.
  const env = { NODE_OPTIONS: "", ...subject.env, ...served?.env };
  const newStack = () => testStack({ config: simulator ? lumenoneConfig(simulator) : {}, env });
  const stack = await newStack();
  let changed = false;

  /** Runs the CLI and nothing else: no event log, no start of a language host. */
  async function run(args: readonly string[], program: Program, on = stack): Promise<Figures> {
    const language = await serveProgram(program);
    let memory: (() => number | undefined) | undefined;
    await simulator?.clear();
    try {
      const client = args[0] === "import" ? [] : ["--client", language.address, "--exec-kind", "auto.inline"];
      const { milliseconds } = await on.command([...args, ...client, "--color", "never"], {
        timeoutSeconds: 7200,
        onStart: ({ pid }: PulumiProcess) => (memory = watchHostMemory(pid)),
      });
      const seen = await simulator?.seen();
      if (seen && seen.failures > 0) throw new Error(`${subject.name} ${args[0]}: ${seen.failures} requests failed`);
      const hostMemory = memory?.();
      return {
        seconds: milliseconds / 1000,
        requests: seen?.requests ?? {},
        stateBytes: on.stateFile().bytes.length,
        ...(hostMemory === undefined ? {} : { hostMemory }),
      };
    } finally {
      memory?.();
      language.close();
    }
  }

  return {
    async run(operation) {
      if (subject.operations && !subject.operations.includes(operation)) return undefined;
      if (operation === "change") changed = true;
      const program = (): void => subject.program(scenario, changed);
      if (operation !== "import") return await run(commands[operation], program);
      const second = await newStack();
      try {
        const file = await writeImportFile(stack, second.folder);
        const flags = ["--file", file, ...unattended, "--generate-code=false", "--protect=false"];
        const figures = await run(["import", ...flags], program, second);
        const imported = programResources(await second.export()).length;
        if (imported !== resourcesOf(scenario)) throw new Error(`${subject.name}: ${imported} resources were imported`);
        return figures;
      } finally {
        second.dispose();
      }
    },
    async close() {
      stack.dispose();
      served?.close();
      await simulator?.close();
    },
  };
}
