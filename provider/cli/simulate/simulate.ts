import { readFileSync } from "node:fs";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { optionalPackage } from "../optional-package";

/** Options of `simulate`. */
export interface SimulateOptions {
  readonly port: string;
  readonly seed?: string;
  readonly state?: string;
  readonly latency: string;
  readonly quirk?: string[];
  readonly contract?: string;
}

interface RunningSimulator {
  readonly url: string;
  readonly apiKey: string;
  readonly accountId: string;
  close(): Promise<void>;
}

/** The used part of `lumenone-simulator`, which is an optional peer: its types may be missing. */
interface SimulatorPackage {
  readonly demoSeed: object;
  /** By name. */
  readonly quirks: object;
  readonly createSimulator: (options: object) => Promise<RunningSimulator>;
}

/** Starts the simulator, if it is installed, and keeps it until the process is interrupted. */
export async function simulate(options: SimulateOptions, reporter: Reporter): Promise<number> {
  const { createSimulator, demoSeed, quirks } = optionalPackage<SimulatorPackage>(
    "lumenone-simulator",
    "lumenone-simulator is not installed here: npm install --save-dev lumenone-simulator",
  );
  const { seed, state, contract, quirk } = options;
  const simulator = await createSimulator({
    port: wholeNumber("--port", options.port),
    latency: wholeNumber("--latency", options.latency),
    seed: seed === "demo" ? demoSeed : seedFile(seed),
    stateFile: state,
    quirks: quirk && known(quirk, Object.keys(quirks)),
    contract,
  });
  // Listens before the first line is printed: its reader may end this process at once.
  const ended = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  const environment = {
    LUMENONE_BASE_URL: simulator.url,
    LUMENONE_API_KEY: simulator.apiKey,
    LUMENONE_ACCOUNT_ID: simulator.accountId,
  };
  for (const [name, value] of Object.entries(environment)) reporter.say(`export ${name}=${value}`);
  reporter.result(environment);
  reporter.warn("A LumenOne of your own is running. Ctrl-C ends it.");
  await ended;
  await simulator.close();
  return exitCode.done;
}

function known(names: string[], quirks: string[]): string[] {
  const unknown = names.find((name) => !quirks.includes(name));
  if (unknown === undefined) return names;
  throw new CommandError(`--quirk ${unknown} is not a quirk; known are ${quirks.join(", ")}.`, exitCode.usage);
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= 0) return value;
  throw new CommandError(`${option} is "${text}": give a whole number of at least 0.`, exitCode.usage);
}

function seedFile(file: string | undefined): object | undefined {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as object;
  } catch (error) {
    throw new CommandError(`--seed ${file} is not a file with JSON: ${(error as Error).message}`, exitCode.usage);
  }
}
