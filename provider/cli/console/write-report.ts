import { writeFileSync } from "node:fs";
import { CommandError } from "../exit-code";

/** Writes the report of a command. @throws {CommandError} the file cannot be written */
export function writeReport(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new CommandError(`The report cannot be written: ${(error as Error).message}`);
  }
}
