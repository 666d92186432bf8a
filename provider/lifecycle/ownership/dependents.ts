import { keyOf } from "../object/scope";
import { type Subject } from "../object/subject";

/** An object that LumenOne deletes together with another one. */
export interface Dependent {
  readonly kind: string;
  readonly id: string;
}

const shown = 10;

/**
 * Refuses to delete an object that was replaced while others still depend on it. The engine deletes dependents first only where
 * it deletes them: those that `--target` or `--exclude` left out, or that kept the old object by `ignoreChanges`, would be
 * gone at LumenOne and stand in the state. The object stays in the state as one to be deleted, and a later `up` does.
 * @throws {ResourceError} naming them
 */
export async function assertMoved(subject: Subject): Promise<void> {
  const { definition, session, id, key } = subject;
  const object = { kind: definition.kind, id, key };
  if (!definition.dependents || !session.replacements.isReplaced(object, subject.turn)) return;
  const dependents = await definition.dependents(subject);
  const left = dependents.filter((dependent) => {
    const key = keyOf(dependent.kind, subject.accountId, dependent.id);
    return !session.isDeleted(key) && !session.replacements.hasMoved({ ...dependent, key });
  });
  if (left.length === 0) return;
  const names = left.slice(0, shown).map((dependent) => `${dependent.kind} ${dependent.id}`);
  if (left.length > shown) names.push(`${left.length - shown} more`);
  throw subject.error(
    `it is replaced, and was not deleted, since LumenOne would delete with it: ${names.join(", ")}.`,
    "Run `pulumi up` without --target and --exclude, or with --target-dependents: these move to the new one, and then this " +
      "one is deleted. One that no program declares, or that `ignoreChanges` keeps here, has to leave first.",
  );
}
