import { find } from "../object/find";
import { type Subject } from "../object/subject";
import { heldError } from "../ownership/held-error";
import { listedBefore } from "../once/once";
import { type Values } from "../state/values";

/** Whether this resource may take over an object that it did not make. */
export function mayAdopt({ context, values }: Subject): boolean {
  return typeof values["adopt"] === "boolean" ? values["adopt"] : context.adopt;
}

/**
 * The one object of the declared name that was there before, to be taken over; undefined when there is none.
 * @throws {ResourceError} when there are several, or another resource of the program has it
 */
export async function adopt(subject: Subject): Promise<Values | undefined> {
  const { values: inputs, session } = subject;
  const candidates = (await listedBefore(subject)).filter((item) => item["name"] === inputs["name"]);
  const [candidate] = candidates;
  if (!candidate) return undefined;
  if (candidates.length > 1) {
    const ids = candidates.map((item) => subject.idOf(item));
    throw subject.error(
      `${candidates.length} objects have this name, so none is taken over: ${ids.join(", ")}.`,
      "Import the one that is meant by its id, or rename the others.",
    );
  }
  const existing = subject.at(subject.idOf(candidate));
  // Taken before the next request, so that a parallel create cannot take it too.
  if (!session.holders.take(existing.key, inputs, true)) throw heldError(subject, existing.id);
  try {
    const found = await find(existing);
    if (!found) session.holders.release(existing.key);
    return found;
  } catch (error) {
    session.holders.release(existing.key);
    throw error;
  }
}

/** The refusal to make an object whose name is taken, with both ways on. */
export async function nameTaken(subject: Subject, cause: unknown): Promise<Error> {
  const existing = await listedBefore(subject).catch((): Values[] => []);
  const match = existing.find((item) => item["name"] === subject.values["name"]);
  const id = match ? subject.idOf(match) : undefined;
  return subject.error(
    `LumenOne already has an object of this name${id ? `: ${id}` : ""}.`,
    // With `--replace` the engine shows the provider neither the old inputs nor the old outputs.
    "If this resource itself has it: with `--replace` or a taint, Pulumi creates the new one before it deletes the old one, and " +
      "LumenOne has each name once. Set the resource option `deleteBeforeReplace: true`, and run the command again. " +
      "If it is another one: to manage it from here, set `adopt: true` on the resource, or bring it into the state with " +
      "`npx pulumi-lumenone import` (see the README). To keep it apart, choose another name.",
    { cause },
  );
}
