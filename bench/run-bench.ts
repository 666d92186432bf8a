import { leftovers } from "../tests/support/leftovers";

/** Runs a command of the bench: an error is one line and exit code 1, and nothing that was started is left, also on Ctrl-C. */
export function runBench(command: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  command()
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    })
    .finally(() => leftovers.forEach((end) => void end()));
}
