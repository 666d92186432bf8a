#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readOptions, usage } from "./read-options";
import { createSimulator } from "../create-simulator";
import type { Simulator } from "../simulator";

async function main(args: string[]): Promise<void> {
  const command = readOptions(args);
  if (command.kind === "help") return void process.stdout.write(usage);
  if (command.kind === "version") return void process.stdout.write(`${version()}\n`);
  const simulator = await createSimulator(command.options);
  process.stdout.write(welcome(simulator));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.close());
}

function version(): string {
  const manifest = readFileSync(join(__dirname, "../../package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`lumenone-simulator: ${error.message.replace(/^lumenone-simulator: /, "")}`);
  console.error("Try: lumenone-simulator --help");
  process.exitCode = 2;
});

/** Returns the text that is printed after the start. */
export function welcome({ url, apiKey, accountId }: Simulator): string {
  return `LumenOne is simulated at ${url}
Open that address in a browser to see tenants and requests.

  pulumi config set lumenone:baseUrl ${url}
  pulumi config set lumenone:accountId ${accountId}
  pulumi config set --secret lumenone:apiKey ${apiKey}

or

  export LUMENONE_BASE_URL=${url}
  export LUMENONE_ACCOUNT_ID=${accountId}
  export LUMENONE_API_KEY=${apiKey}

The key is valid for this simulator only. Ctrl-C stops it.
`;
}
