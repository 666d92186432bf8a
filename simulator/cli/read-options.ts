import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asQuirks } from "../quirks/quirk";
import type { SimulatorOptions } from "../simulator";
import { demoSeed } from "../store/demo-seed";
import type { Seed } from "../store/seed";

/** What the command line asks for. */
export type Command = { kind: "help" } | { kind: "version" } | { kind: "run"; options: SimulatorOptions };

/** Reads a command line; throws an error that says what is wrong with it. */
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
