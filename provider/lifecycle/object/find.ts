import { inputFields, remoteValue } from "../definition/fields";
import { isKnownGone, isParentGone, notProven, whereabouts } from "./gone";
import { identityFields } from "./identity";
import { listing } from "./listing";
import { look } from "./look";
import { type Subject } from "./subject";
import { type Values } from "../state/values";

/**
 * The object of this id at LumenOne; undefined when it provably no longer exists.
 * @throws {ResourceError} nothing says whether it exists
 */
export async function find(subject: Subject): Promise<Values | undefined> {
  const sight = await look(subject);
  if ("object" in sight) return sight.object;
  const found = await whereabouts(subject, sight.doubt);
  if (found.is === "gone") return undefined;
  // An object in the later list counts if the list shows every field that the program set.
  const isWhole = found.is === "there" && (!subject.definition.operations.read || showsAll(subject, found.object));
  if (isWhole) return found.object;
  throw notProven(subject, sight.doubt, found);
}

/**
 * The same for an object that is already managed, with as few requests as can be: from the list of its parent where
 * that shows every field that the program set, else alone.
 */
export async function observe(subject: Subject): Promise<Values | undefined> {
  if (isKnownGone(subject)) return undefined;
  const { operations, parameters = {} } = subject.definition;
  const { list, read } = operations;
  const parents = Object.values(parameters);
  if (!list || !read || parents.some((field) => subject.values[field] === undefined)) return find(subject);
  const listed = await listing(subject);
  // If their parent is gone, they need no requests of their own.
  if ("doubt" in listed && (await isParentGone(subject))) return undefined;
  const object = "items" in listed ? listed.items.find((item) => subject.isShownBy(item)) : undefined;
  return object && showsAll(subject, object) ? object : find(subject);
}

function showsAll({ definition, values }: Subject, listed: Values): boolean {
  const identity = identityFields(definition);
  return inputFields(definition.fields).every(
    ([name, field]) =>
      field.local || identity.has(name) || values[name] === undefined || remoteValue(listed, name, field) !== undefined,
  );
}
