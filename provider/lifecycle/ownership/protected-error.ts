import { type ResourceError } from "../errors/resource-error";
import { type Subject } from "../object/subject";

/** The error of a step that would delete or replace an object that is protected in the state. */
export function protectedError(subject: Subject): ResourceError {
  return subject.error(
    "it is protected by `deletionProtection: true` and was not deleted.",
    "Set it to false, run `pulumi up`, and delete or replace it then.",
  );
}
