import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { readSettings } from "../settings/read-settings";
import { sayNext, targetOf, type WriteOptions, writeProgram } from "./write-program";

/** Options of `clone`. */
export interface CloneOptions extends WriteOptions {
  readonly from: readonly string[];
  readonly prefix: string;
}

/** Writes a program that creates the same objects again, under other names. */
export async function clone(options: CloneOptions, reporter: Reporter): Promise<number> {
  const { from, prefix, out } = options;
  if (prefix.trim() === "") {
    throw new CommandError("--prefix is empty: the copy would have the name of its model.", exitCode.usage);
  }
  const target = targetOf(options);
  const program = { ...target, protect: false, prefix, found: await readSettings(options) };
  const written = await writeProgram(program, { organizations: from, all: false }, reporter);
  const { resources, requests, files, secrets, notes } = written;
  reporter.say(`A program for new objects is in ${out} (${written.summary}).`);
  // A copy gets credentials of its own: those of its model are not carried along.
  const settings = secrets.map(({ name, what }) => `pulumi config set --secret ${name} '{...}'   # ${what}`);
  sayNext(out, "staging", program, [...settings, "pulumi up"], reporter);
  reporter.result({
    folder: out,
    resources,
    requests,
    files,
    secrets: secrets.map(({ name, what }) => ({ name, what })),
    notes,
  });
  return exitCode.done;
}
