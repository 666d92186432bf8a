import { type Definition } from "../definition/definition";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { type Values } from "../state/values";

/** The refusal to delete what the state says is protected, or to make another one in its place. */
export function protectedError(definition: Definition, olds: Values, id: string): ResourceError {
  return new ResourceError(
    resourceLabel(definition, olds, id),
    "it is protected by `deletionProtection: true` and was not deleted.",
    "Set it to false, run `pulumi up`, and delete or replace it then.",
  );
}
