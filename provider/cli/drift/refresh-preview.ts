import { CommandError } from "../exit-code";
import { type Exit, saidBy, withoutErrorWord } from "../pulumi/run-pulumi";
import { type RefreshPreview } from "./drift-in";

/** Asks the engine what a refresh would change. */
export const refreshPreviewArguments = ["refresh", "--preview-only", "--json", "--non-interactive"] as const;

interface Diagnostic {
  readonly message: string;
  readonly severity: string;
}

/**
 * Reads what `pulumi refresh --preview-only --json` printed.
 * @throws {CommandError} the refresh failed: then what it found is not all
 */
export function refreshPreviewOf(exit: Exit): RefreshPreview {
  const said = saidBy(exit);
  try {
    const preview = JSON.parse(exit.stdout) as RefreshPreview & { readonly diagnostics?: readonly Diagnostic[] };
    if (exit.code === 0) return preview;
    const errors = (preview.diagnostics ?? []).filter(({ severity }) => severity.startsWith("error"));
    throw new CommandError(errors.map(({ message }) => message.trim()).join("\n") || said);
  } catch (error) {
    const words = withoutErrorWord(error instanceof CommandError ? error.message : said);
    const remedy = words.includes("no Pulumi.yaml") ? " Give the program's folder: `--cwd FOLDER`." : "";
    throw new CommandError(`pulumi refresh failed: ${words}${remedy}`, undefined, { cause: error });
  }
}
