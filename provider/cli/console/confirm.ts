import { createInterface } from "node:readline/promises";
import { CommandError, exitCode } from "../exit-code";

/**
 * Asks before something is changed at LumenOne. The word itself has to be typed, so that a stray return does nothing.
 * @param yes `--yes` was given
 * @throws {CommandError} not confirmed, or nobody is there to ask
 */
export async function confirm(question: string, word: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new CommandError(`${question} Nobody is there to ask: give --yes. Nothing was done.`, exitCode.notConfirmed);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} Type "${word}" to go on: `);
    if (answer.trim() !== word) throw new CommandError("Not confirmed. Nothing was done.", exitCode.notConfirmed);
  } finally {
    terminal.close();
  }
}
