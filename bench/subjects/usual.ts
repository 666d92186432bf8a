import { organizationNames, type Scenario, workspacesOf } from "../scenario";
import { Organization } from "../usual/organization";
import { Workspace } from "../usual/workspace";
import { stackSubject } from "./stack-subject";

const program =
  (oneForAll: boolean) =>
  (scenario: Scenario, changed: boolean): void => {
    const organizations = organizationNames(scenario).map((name) => new Organization(name, { name }));
    for (const { organization, settings } of workspacesOf(scenario, changed)) {
      const args = { organization: organizations[organization]!.slug, ...settings };
      new Workspace(settings.name, args, undefined, oneForAll);
    }
  };

/** A dynamic provider as people write it: a class beside the program, with axios, made anew in each constructor. */
export const usual = stackSubject({
  name: "usual",
  title: "usual dynamic provider",
  sendsRequests: true,
  program: program(false),
});

/** The same with one object for all workspaces. */
export const usualShared = stackSubject({
  name: "usual-shared",
  title: "usual dynamic provider, one object",
  sendsRequests: true,
  program: program(true),
});
