import * as lumenone from "pulumi-lumenone/native";
import { organizationNames, type Scenario, workspacesOf } from "../scenario";
import { stackSubject } from "./stack-subject";

/** This provider as the native plugin. */
export const native = stackSubject({
  name: "native",
  title: "pulumi-lumenone, native",
  sendsRequests: true,
  program(scenario: Scenario, changed: boolean): void {
    const organizations = organizationNames(scenario).map((name) => new lumenone.Organization(name));
    for (const { organization, settings } of workspacesOf(scenario, changed)) {
      new lumenone.Workspace(settings.name, { organization: organizations[organization]!, ...settings });
    }
  },
});
