import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError } from "../exit-code";
import { type ProgramOptions } from "./program-options";

/** A file of the program. `keep`: one that is there already stays, and gets what it lacks. */
export interface ProgramFile {
  readonly path: string;
  readonly content: string;
  readonly secret?: boolean;
  readonly keep?: "as it is" | "add lines";
}

/** Keeps what holds secrets out of git. @param more what else stays out */
export function gitIgnore(...more: readonly string[]): ProgramFile {
  return { path: ".gitignore", content: [...more, "import.json", "secrets/", ""].join("\n"), keep: "add lines" };
}

/** Names that a new folder may contain. */
const harmless = /^(?:node_modules|\.git|\.DS_Store)$/;

/**
 * Refuses to write into a folder that holds something, unless `force` is given.
 * @throws {CommandError}
 */
export function refuseUsedFolder(folder: string, force: boolean, language: ProgramOptions["language"]): void {
  if (force || !existsSync(folder)) return;
  const inside = readdirSync(folder).filter((name) => !harmless.test(name));
  if (inside.length === 0) return;
  throw new CommandError(
    `${folder} is not empty (${inside.slice(0, 5).join(", ")}). Give another folder, or --force to write into it: ` +
      (language === "yaml"
        ? "Pulumi.yaml, which is the program, and documents of the same name are replaced."
        : "organizations and prompts of the same name are replaced; Pulumi.yaml, package.json and tsconfig.json stay."),
  );
}

/** Writes the program. Only their owner can read files with secrets. */
export function writeFiles(folder: string, files: readonly ProgramFile[]): void {
  for (const { path, content, secret, keep } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true, mode: secret ? 0o700 : 0o777 });
    const there = keep !== undefined && existsSync(file) ? readFileSync(file, "utf8") : undefined;
    if (there !== undefined && keep === "as it is") continue;
    const text = there === undefined ? content : withLines(there, content);
    if (text === there) continue;
    writeFileSync(file, text, secret ? { mode: 0o600 } : {});
    // The mode above counts for a new file only.
    if (secret) chmodSync(file, 0o600);
  }
}

/** A file with the lines that it lacked. */
function withLines(there: string, wanted: string): string {
  const known = new Set(there.split(/\r?\n/).map((line) => line.trim()));
  const missing = wanted.split("\n").filter((line) => line !== "" && !known.has(line));
  if (missing.length === 0) return there;
  return `${there}${there === "" || there.endsWith("\n") ? "" : "\n"}${missing.join("\n")}\n`;
}
