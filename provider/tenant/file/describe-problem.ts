import { type FileProblem } from "./sourced";

/** In the form that editors and pipelines turn into links, on one line whatever the file holds. */
export function describeProblem({ file, line, column, message }: FileProblem): string {
  return oneLine(`${file}:${line}:${column}: ${message}`);
}

const shown: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Control characters would end the line, or steer the terminal or the pipeline that shows it. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (each) => {
    return shown[each] ?? `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
