import { listAll } from "../object/listing";
import { likenessOf } from "../object/scope";
import { type Subject } from "../object/subject";
import { type Values } from "../state/values";

/**
 * The objects that look like the declared one, were not there before, and belong to no resource of this process: the
 * one with the lowest id first. A parent that cannot be listed is an error here: it must not read as "nothing was made".
 */
export async function appeared(subject: Subject, before: ReadonlySet<string>): Promise<Values[]> {
  const { definition, likeness, session } = subject;
  const found = (await listAll(subject))
    .filter((item) => likenessOf(definition, item) === likeness)
    .map((item) => ({ item, id: subject.idOf(item) }))
    .filter(({ id }) => !before.has(id) && !session.holders.isHeld(subject.at(id).key));
  return found.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true })).map(({ item }) => item);
}
