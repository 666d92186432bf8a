import { documentFiles, gitIgnore } from "../common-files";
import { type ProgramPlan } from "../plan";
import { type ProgramFile, type ProjectFacts } from "../program-file";
import { type ProgramOptions } from "../program-options";
import { programYaml } from "./program-yaml";

/** Every file of a program in Pulumi YAML, without what holds secrets. */
export function yamlFiles(plan: ProgramPlan, facts: ProjectFacts, options: ProgramOptions): ProgramFile[] {
  return [{ path: "Pulumi.yaml", content: programYaml(plan, facts, options) }, gitIgnore(), ...documentFiles(plan)];
}
