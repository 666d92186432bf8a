import * as lumenone from "pulumi-lumenone";
import { organizationNames, type Scenario, workspacesOf } from "../scenario";
import { stackSubject } from "./stack-subject";

function program(scenario: Scenario, changed: boolean): void {
  const organizations = organizationNames(scenario).map((name) => new lumenone.Organization(name));
  for (const { organization, settings } of workspacesOf(scenario, changed)) {
    new lumenone.Workspace(settings.name, { organization: organizations[organization]!, ...settings });
  }
}

/** This provider. */
export const ours = stackSubject({ name: "ours", title: "pulumi-lumenone", sendsRequests: true, program });

/** This provider, with the state written once, at the end. */
export const throwAway = stackSubject({
  name: "throw-away",
  title: "pulumi-lumenone without checkpoints",
  sendsRequests: true,
  operations: ["up", "destroy"],
  env: { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" },
  program,
});
