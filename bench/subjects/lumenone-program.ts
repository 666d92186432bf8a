import type * as lumenone from "pulumi-lumenone";
import { organizationNames, type Scenario, workspacesOf } from "../scenario";

/** Declares the scenario with the classes of one of our two hosts. */
export function lumenoneProgram({ Organization, Workspace }: Pick<typeof lumenone, "Organization" | "Workspace">) {
  return (scenario: Scenario, changed: boolean): void => {
    const organizations = organizationNames(scenario).map((name) => new Organization(name));
    for (const { organization, settings } of workspacesOf(scenario, changed)) {
      new Workspace(settings.name, { organization: organizations[organization]!, ...settings });
    }
  };
}
