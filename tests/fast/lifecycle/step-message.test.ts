import { ResourceError } from "../../../provider/lifecycle/errors/resource-error";
import { stepMessage } from "../../../provider/lifecycle/errors/step-message";

/** What the engine shows of a step that failed names the kind, once. */
test.each([
  [new Error("no response"), "Workspace: no response"],
  [new Error("Workspace: LumenOne returned no slug"), "Workspace: LumenOne returned no slug"],
  [new Error("no response for a Workspace"), "Workspace: no response for a Workspace"],
  [
    new ResourceError("Organization (acme)", "it is protected.", "Wait."),
    "Organization (acme): it is protected. Wait.",
  ],
  [new ResourceError("Organization (acme)", "it is protected.", ""), "Organization (acme): it is protected."],
  ["no response", "Workspace: no response"],
])("%s reads %j", (cause, message) => {
  expect(stepMessage(cause, "Workspace")).toBe(message);
});
