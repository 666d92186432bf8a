import { type FileProblem } from "./sourced";

/** In the form that editors and pipelines turn into links. */
export function describeProblem({ file, line, column, message }: FileProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}
