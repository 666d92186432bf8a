import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError, exitCode } from "../../exit-code";
import { git } from "./git";

/**
 * Files that changed since this branch left a git reference: committed, uncommitted, new and removed ones.
 * @throws {CommandError} git does not know the reference, or the folder is not in a repository
 */
export async function changedSince(reference: string, folder: string): Promise<ReadonlySet<string>> {
  const ask = async (...args: string[]) => {
    const exit = await git("--since", folder, args);
    if (exit.code === 0) return exit.stdout;
    throw new CommandError(
      `git does not know what changed since "${reference}": ${exit.stderr.trim()}. In a pipeline, fetch the whole history ` +
        "(actions/checkout with `fetch-depth: 0`).",
      exitCode.usage,
    );
  };
  if (reference.startsWith("-")) throw new CommandError(`"${reference}" is not a git reference.`, exitCode.usage);
  const root = (await ask("rev-parse", "--show-toplevel")).trim();
  const changed = await ask("diff", "--name-only", "--no-renames", "-z", "--merge-base", reference, "--");
  const added = await ask("-C", root, "ls-files", "--others", "--exclude-standard", "--full-name", "-z");
  // The names of both lists begin at the root.
  return new Set(`${changed}\0${added}`.split("\0").flatMap((name) => (name === "" ? [] : [join(root, name)])));
}

/** Whether one of the files is among those that changed. */
export function isTouched(files: readonly string[], changed: ReadonlySet<string>): boolean {
  return files.some((file) => changed.has(real(file)));
}

/** Git reports paths without links, also for files that are gone. */
function real(file: string): string {
  const whole = resolve(file);
  try {
    return join(realpathSync(dirname(whole)), basename(whole));
  } catch {
    return whole;
  }
}
