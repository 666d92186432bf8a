import { oneLine } from "./one-line";
import { type FileProblem } from "./sourced";

/** In the form that editors and pipelines turn into links, on one line whatever the file holds. */
export function describeProblem({ file, line, column, message }: FileProblem): string {
  return oneLine(`${file}:${line}:${column}: ${message}`);
}
