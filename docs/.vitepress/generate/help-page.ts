import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { program } from "../../../provider/cli/program";
import { root } from "./folders";

interface Command {
  readonly commands: readonly Command[];
  name(): string;
}

/** Every command with what its `--help` prints. */
export function helpPage(): string {
  const sections = [program as Command, ...below(program as Command)].map((command) => command);
  const pathOf = new Map<Command, string[]>();
  const walk = (command: Command, path: string[]) => {
    pathOf.set(command, path);
    for (const each of command.commands) walk(each, [...path, each.name()]);
  };
  walk(program, []);
  const parts = sections.map((command) => {
    const path = pathOf.get(command) ?? [];
    return `## ${["pulumi-lumenone", ...path].join(" ")}\n\n\`\`\`text\n${helpOf(path)}\n\`\`\``;
  });
  return `# Help of the commands\n\nWhat \`--help\` prints. [Commands](../commands.md) explains them, with transcripts.\n\n${parts.join("\n\n")}\n`;
}

function below(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...below(each)]);
}

function helpOf(path: readonly string[]): string {
  const main = join(root, "provider/dist/cli/main.js");
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "100" };
  return execFileSync(process.execPath, [main, ...path, "--help"], { encoding: "utf8", env }).trimEnd();
}
