import { parseArgs } from "node:util";
import { type Repetitions } from "./contestants";
import { type Operation, operations } from "./operations";
import { subjects } from "./subjects";

export const usage = `npm run bench -- [options]

Compares pulumi-lumenone with a usual dynamic provider, with the engine alone and with the requests alone, side by side,
and writes bench/figures.json and docs/performance.md.

  --n 100,300,1000      workspaces; each number is a comparison of its own
  --latency 0,20,100    milliseconds that every response of LumenOne takes
  --repeat 3,usual:1    rounds, for all and for single subjects
  --only NAMES          subjects (${subjects.map(({ name }) => name).join(", ")}),
                        a subject at one latency (ours@100),
                        and operations (${operations.join(", ")})
  --quick               30 workspaces, no latency, one round; writes nothing
  --json                prints the results as JSON
  --help                this text`;

/** What is to be measured. */
export interface Options {
  readonly workspaces: readonly number[];
  readonly latencies: readonly number[];
  readonly repetitions: Repetitions;
  /** Subjects and contestants; empty for all. */
  readonly only: readonly string[];
  readonly operations: readonly Operation[];
  readonly quick: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws Error with one line for the user */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: "string" },
      latency: { type: "string" },
      repeat: { type: "string" },
      only: { type: "string", default: "" },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { quick, json, help } = values;
  const names = values.only.split(",").filter((name) => name !== "");
  const isOperation = (name: string): name is Operation => operations.includes(name as Operation);
  const only = names.filter((name) => !isOperation(name));
  for (const name of only) {
    if (!subjects.some((subject) => subject.name === name.split("@")[0])) {
      throw new Error(`--only: there is no subject or operation "${name}". --help names them.`);
    }
  }
  return {
    workspaces: numbers("n", values.n ?? (quick ? "30" : "100,300,1000"), 1),
    latencies: numbers("latency", values.latency ?? (quick ? "0" : "0,20,100"), 0),
    repetitions: repetitionsFrom(values.repeat ?? (quick ? "1" : "3,usual:1,usual-shared:1")),
    only,
    operations: operations.filter(
      (operation) => names.every((name) => !isOperation(name)) || names.includes(operation),
    ),
    quick,
    json,
    help,
  };
}

function numbers(flag: string, text: string, least: number): number[] {
  return text.split(",").map((part) => {
    const value = Number(part);
    if (part.trim() === "" || !Number.isInteger(value) || value < least) {
      throw new Error(`--${flag}: "${part}" is not a whole number of at least ${least}.`);
    }
    return value;
  });
}

function repetitionsFrom(text: string): Repetitions {
  const of: Record<string, number> = {};
  let all = 1;
  for (const part of text.split(",")) {
    const [name, count] = part.includes(":") ? part.split(":") : [undefined, part];
    const [value = 1] = numbers("repeat", count ?? "", 1);
    if (name === undefined) all = value;
    else of[name] = value;
  }
  return { all, of };
}
