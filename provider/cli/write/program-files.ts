import { type ProgramPlan } from "./plan";
import { type ProgramFile, type ProjectFacts } from "./program-file";
import { type ProgramOptions } from "./program-options";
import { typescriptFiles } from "./typescript/typescript-files";
import { yamlFiles } from "./yaml/yaml-files";

/** Every file of the program, without what holds secrets. */
export function programFiles(plan: ProgramPlan, facts: ProjectFacts, options: ProgramOptions): ProgramFile[] {
  return options.language === "yaml" ? yamlFiles(plan, facts, options) : typescriptFiles(plan, facts, options);
}
