import { type ResourceError } from "../errors/resource-error";
import { type Subject } from "../object/subject";

/** The refusal to delete what the state says is protected, or to make another one in its place. */
export function protectedError(subject: Subject): ResourceError {
  return subject.error(
    "it is protected by `deletionProtection: true` and was not deleted.",
    "Set it to false, run `pulumi up`, and delete or replace it then.",
  );
}
