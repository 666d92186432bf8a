import { ApiError } from "../../../provider/errors/api-error";
import { definitionOf } from "../../../provider/definitions/registry";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { mayComeLate } from "../../../provider/lifecycle/once/may-come-late";
import { check } from "../../../provider/lifecycle/steps/check";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { memoryContext } from "../../support/memory-context";

const definition = definitionOf("Workspace");
const { accountId } = memoryContext();
const declared = { organization: "home", name: "Support", accountId };

test("an unconfirmed resource that the program renames leaves its earlier objects to no other resource", () => {
  const context = memoryContext();
  const outputs = { ...declared, origin: context.api.origin, unconfirmed: ["sales"] };
  const { turn } = new Subject(definition, context, declared);
  diff(definition, context, "unconfirmed", outputs, { ...declared, name: "Sales" });
  expect(context.session.unconfirmedBefore(turn)).toBeUndefined();
  diff(definition, context, "unconfirmed", outputs, declared);
  expect(context.session.unconfirmedBefore(turn)).toEqual(["sales"]);
});

test("a request that got no response in time may still be carried out, and one whose connection was refused is not", () => {
  const request = { operationId: "createWorkspace", method: "POST", path: "/org/home/workspace/new" };
  const error = (fault: "timeout" | "refused") =>
    new ApiError({ ...request, reason: "noAnswer", fault, outcomeUnknown: true });
  expect([mayComeLate(error("timeout")), mayComeLate(error("refused"))]).toEqual([true, false]);
});

test("a check accepts what Pulumi stores with a dynamic resource", async () => {
  const { problems } = await check(definition, memoryContext(), {}, { ...declared, __provider: "code" });
  expect(problems).toEqual([]);
});
