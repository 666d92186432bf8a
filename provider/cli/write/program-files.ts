import { accountsFile, organizationFile, type ProgramOptions } from "./organization-file";
import { type ProgramPlan } from "./plan";
import { type ProgramFile, type ProjectFacts, projectFiles } from "./project-files";

/** Every file of the program, without what holds secrets. */
export function programFiles(plan: ProgramPlan, facts: ProjectFacts, options: ProgramOptions): ProgramFile[] {
  return [
    ...projectFiles(plan, facts),
    ...(plan.accounts.length > 0 ? [{ path: "accounts.ts", content: accountsFile(plan.accounts, options) }] : []),
    ...plan.organizations.map((organization) => ({
      path: `organizations/${organization.file}.ts`,
      content: organizationFile(organization, options),
    })),
    // Editors end a file with a line break; the program takes exactly one off.
    ...[...plan.prompts].map(([file, text]) => ({ path: `prompts/${file}`, content: `${text}\n` })),
    // To the byte: another content is another document.
    ...[...plan.documents].map(([path, content]) => ({ path, content })),
  ];
}
