import { documentFiles } from "../common-files";
import { type ProgramPlan } from "../plan";
import { type ProgramFile, type ProjectFacts } from "../program-file";
import { type ProgramOptions } from "../program-options";
import { accountsFile, organizationFile } from "./organization-file";
import { projectFiles } from "./project-files";

/** Every file of a program in TypeScript, without what holds secrets. */
export function typescriptFiles(plan: ProgramPlan, facts: ProjectFacts, options: ProgramOptions): ProgramFile[] {
  return [
    ...projectFiles(plan, facts),
    ...(plan.accounts.length > 0 ? [{ path: "accounts.ts", content: accountsFile(plan.accounts, options) }] : []),
    ...plan.organizations.map((organization) => ({
      path: `organizations/${organization.file}.ts`,
      content: organizationFile(organization, options),
    })),
    // Editors end a file with a line break; the program takes exactly one off.
    ...[...plan.prompts].map(([file, text]) => ({ path: `prompts/${file}`, content: `${text}\n` })),
    ...documentFiles(plan),
  ];
}
