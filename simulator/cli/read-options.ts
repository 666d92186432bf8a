import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asQuirks, quirkNames } from "../quirks";
import type { SimulatorOptions } from "../simulator";
import { demoSeed, type Seed } from "../store/seed";

/** What a command line asks for. */
export type Command = { kind: "help" } | { kind: "version" } | { kind: "run"; options: SimulatorOptions };

/** Reads a command line. @throws with the reason when it is not valid */
export function readOptions(args: string[]): Command {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string" },
      seed: { type: "string" },
      state: { type: "string" },
      latency: { type: "string" },
      mode: { type: "string" },
      quirk: { type: "string", multiple: true },
      contract: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean" },
    },
  });
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const { seed, state: stateFile, mode } = values;
  if (mode !== undefined && mode !== "lumenone" && mode !== "upstream") {
    throw new Error(`--mode is lumenone or upstream, not ${mode}`);
  }
  const port = wholeNumber("--port", values.port, 65_535);
  const latency = wholeNumber("--latency", values.latency, 600_000);
  return {
    kind: "run",
    options: {
      port,
      latency,
      stateFile,
      mode,
      seed: seed === undefined ? undefined : read(seed),
      ...(values.contract !== undefined && { contract: values.contract }),
      ...(values.quirk && { quirks: asQuirks(values.quirk) }),
    },
  };
}

function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new Error(`${name} is a whole number from 0 to ${most}, not ${text}`);
}

function read(seed: string): Seed {
  if (seed === "demo") return demoSeed;
  try {
    return JSON.parse(readFileSync(seed, "utf8")) as Seed;
  } catch (error) {
    throw new Error(`--seed ${seed} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** One name per line, indented as the text of the options. */
const names = quirkNames.join(",\n                  ");

export const usage = `Simulates LumenOne on this machine: all 45 operations of its REST API, stateful, on a loopback port.

Usage: lumenone-simulator [options]

  --port N        port to listen on (default: any free port)
  --seed FILE     JSON file with the initial state, or the word demo (default: one account and one key)
  --state FILE    file that keeps the state between runs; if it exists, --seed is ignored
  --latency MS    least duration of every response in milliseconds (default: 0)
  --mode MODE     lumenone (default), or upstream: behave as AnythingLLM where the two can differ
  --contract FILE be the LumenOne that this OpenAPI Overlay 1.0 file describes
  --quirk NAME    behave as some servers do; can be repeated. Names: ${names}
  -h, --help      print this help
  --version       print the version

Examples:

  lumenone-simulator --seed demo
  lumenone-simulator --port 4010 --state lumenone.json
  lumenone-simulator --seed seed.json --latency 200

Ctrl-C stops it.
`;
