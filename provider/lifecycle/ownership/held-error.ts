import { type Subject } from "../object/subject";
import { type ResourceError } from "../errors/resource-error";

/** The error of a resource whose object another resource of the program already manages. */
export function heldError(subject: Subject, id: string): ResourceError {
  return subject.error(
    `${id} is another resource of this program already.`,
    "Remove one of the two, or give them different names. If it is gone at LumenOne, and its id was given out again, run " +
      "`pulumi refresh` first.",
  );
}
