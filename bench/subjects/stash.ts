import * as pulumi from "@pulumi/pulumi";
import { organizationNames, workspacesOf } from "../scenario";
import { stackSubject } from "./stack-subject";

/** The floor: resources of the engine itself, which need no process and send nothing, with the same inputs. */
export const stash = stackSubject({
  name: "stash",
  title: "Stash (the engine alone)",
  sendsRequests: false,
  program(scenario, changed) {
    const organizations = organizationNames(scenario).map((name) => new pulumi.Stash(name, { input: { name } }));
    for (const { organization, settings } of workspacesOf(scenario, changed)) {
      new pulumi.Stash(settings.name, { input: { organization: organizations[organization]!.id, ...settings } });
    }
  },
});
