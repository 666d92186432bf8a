import { program } from "../../../provider/cli/program";

type Command = typeof program;

/** In columns: as many as a page shows beside its navigation. */
const width = 68;

/** Every command with what its `--help` prints. */
export function helpPage(): string {
  const parts = withPaths(program).map(
    ([path, command]) => `## ${path.join(" ") || "pulumi-lumenone"}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``,
  );
  return `# Help of the commands\n\nWhat \`--help\` prints. [Commands](../commands.md) explains them, with transcripts.\n\n${parts.join("\n\n")}\n`;
}

/** A command and all below it, each with the words that call it. */
function withPaths(command: Command, path: readonly string[] = []): [path: readonly string[], command: Command][] {
  const below = command.commands.flatMap((each) => withPaths(each as Command, [...path, each.name()]));
  return [[path, command], ...below];
}

function helpOf(command: Command): string {
  let text = "";
  // Descriptions stand beside long options: also a narrow column of them is wrapped.
  command.configureHelp({ minWidthToWrap: 20 });
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => width });
  command.outputHelp();
  return text.trimEnd();
}
