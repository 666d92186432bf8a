import { ResourceError } from "../../../provider/lifecycle/errors/resource-error";

test("the message of a resource error ends with the problem where there is no remedy", () => {
  expect(new ResourceError("Workspace (Support)", "It is gone.", "").message).toBe("Workspace (Support): It is gone.");
});
