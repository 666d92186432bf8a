import * as path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../../..");

/** Checks texts as modules of this repository, without writing them anywhere. @returns what TypeScript reports of each */
export function typeProblems(modules: Readonly<Record<string, string>>): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    { extends: path.join(root, "tsconfig.json"), files: [] },
    ts.sys,
    root,
  );
  // An example shows a value that its reader goes on with.
  const checked: ts.CompilerOptions = { ...options, noUnusedLocals: false };
  const texts = new Map(Object.entries(modules).map(([name, text]) => [path.join(root, "tests", name), text]));
  const host = ts.createCompilerHost(checked, true);
  const onDisk = ts.createCompilerHost(checked, true);
  host.fileExists = (file) => texts.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => texts.get(file) ?? onDisk.readFile(file);
  host.getSourceFile = (file, settings, ...more) => {
    const text = texts.get(file);
    return text === undefined
      ? onDisk.getSourceFile(file, settings, ...more)
      : ts.createSourceFile(file, text, settings, true);
  };
  const program = ts.createProgram([...texts.keys()], checked, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${path.basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
}
