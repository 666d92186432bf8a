import { type ProgramPlan } from "./plan";
import { type ProgramOptions } from "./program-options";
import { typescriptFiles } from "./typescript/typescript-files";
import { gitIgnore, type ProgramFile } from "./write-files";
import { programYaml } from "./yaml/program-yaml";

/** Every file of the program, without what holds secrets. */
export function programFiles(plan: ProgramPlan, options: ProgramOptions): ProgramFile[] {
  const files =
    options.language === "yaml"
      ? [{ path: "Pulumi.yaml", content: programYaml(plan, options) }, gitIgnore()]
      : typescriptFiles(plan, options);
  if (plan.documents.size === 0) return files;
  return [
    ...files,
    // Git must not turn line breaks into others: another content is another document.
    { path: ".gitattributes", content: "documents/** -text\n", keep: "add lines" },
    ...[...plan.documents].map(([path, content]) => ({ path, content })),
  ];
}
