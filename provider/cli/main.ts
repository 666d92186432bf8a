#!/usr/bin/env node
import { CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { keepCompiledCode } from "./compile-cache";
import { errorEnvelope } from "./console/reporter";
import { exitCode } from "./exit-code";
import { program } from "./program";

/** Makes every command throw usage errors: they get our exit code, and with `--json` they are JSON. */
function throwUsageErrors(command: CommandUnknownOpts): void {
  command.exitOverride().showHelpAfterError("(see --help)");
  for (const each of command.commands) throwUsageErrors(each);
}

// Never `process.exit`, which would cut off output that a pipe has not taken yet.
throwUsageErrors(program);
keepCompiledCode();
program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return;
  process.exitCode = exitCode.usage;
  // Commander has shown it to a person.
  const args = process.argv.slice(2);
  if (!args.includes("--json")) return;
  const envelope = errorEnvelope(args[0] ?? "", error.message, exitCode.usage);
  process.stdout.write(`${JSON.stringify(envelope, undefined, 2)}\n`);
});
