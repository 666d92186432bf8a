import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { assetIn } from "../engine/asset";
import { type Field, inputFields } from "../definition/fields";
import { parametersOf } from "../object/identity";
import { assertOrigin } from "../object/origin";
import { Subject } from "../object/subject";
import { claimFromState } from "../ownership/claim-from-state";
import { protectedError } from "../ownership/protected-error";
import { unmanagedIn } from "../state/bookkeeping";
import { same } from "../state/same";
import { containsUnknown } from "../engine/unknown";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";

/** The changes that an `up` would make to one resource. */
export interface Difference {
  /** Fields whose declared value is not what the outputs hold. */
  changed: string[];
  /** Those of them that cannot be changed in place. */
  replaces: string[];
  /** LumenOne would refuse the new object while the old one has its name. */
  deleteBeforeReplace: boolean;
  /** Fields that an earlier create did not write. */
  incomplete: string[];
}

/**
 * The step: compares the outputs in the state with the program's checked inputs, and claims the object for this resource.
 * Makes no request.
 * @throws {ResourceError} the difference cannot be carried out, or another resource has the object
 */
export function diff(definition: Definition, context: Context, id: string, outputs: Values, news: Values): Difference {
  const subject = new Subject(definition, context, upgrade(definition, outputs), id);
  assertOrigin(subject);
  const unconfirmed = unconfirmedSince(subject.values);
  if (unconfirmed) {
    const { session, turn } = subject;
    if (turn === subject.with(named(subject, news)).turn) session.noteUnconfirmed(turn, unconfirmed);
    // A replacement is the only step that may give a resource another id. Its create looks before it sends.
    return { changed: [], replaces: ["id"], deleteBeforeReplace: false, incomplete: ["id"] };
  }
  subject.noteLineage();
  const found = compare(subject, news);
  const isReplaced = found.replaces.length > 0;
  claimFromState(subject, news, isReplaced ? undefined : found.changed.length > 0);
  // Refused here, before the engine deletes its children or creates a second one.
  if (isReplaced && subject.values["deletionProtection"] === true) throw protectedError(subject);
  return found;
}

/**
 * Compares what the state holds of an object with what the program declares. Changes nothing.
 * @throws {ResourceError} a field that cannot be changed in any way has changed
 */
export function compare(subject: Subject, news: Values): Difference {
  const { definition, values: olds } = subject;
  const unmanaged = unmanagedIn(olds);
  const changed = inputFields(definition.fields).filter(
    ([name, field]) =>
      !field.createOnly &&
      !(news[name] === undefined && unmanaged.includes(name)) &&
      !sameField(name, field, olds, news),
  );
  for (const [name, field] of changed) {
    // What is not known yet may turn out to be the same.
    if (!field.immutable || containsUnknown(news[name])) continue;
    throw subject.error(`${name} cannot be changed.`, field.immutable);
  }
  const scope = [...Object.values(parametersOf(definition, news)), news["name"], news["accountId"]];
  const oldScope = [...Object.values(parametersOf(definition, olds)), olds["name"], olds["accountId"]];
  return {
    changed: changed.map(([name]) => name),
    replaces: changed.filter(([, field]) => field.replaces).map(([name]) => name),
    deleteBeforeReplace: definition.names === "unique" && scope.every((part, index) => same(oldScope[index], part)),
    incomplete: incompleteFields(olds),
  };
}

/** A comparison gets the hashes of files alone, and takes their names for unchanged. */
function named({ definition, values }: Subject, news: Values): Values {
  const names = Object.values(definition.fields).flatMap(({ nameAs }) => nameAs ?? []);
  return { ...news, ...Object.fromEntries(names.map((name) => [name, values[name]])) };
}

/** The outputs hold only the hash of a file. */
function sameField(name: string, { hashAs }: Field, olds: Values, news: Values): boolean {
  if (hashAs === undefined) return same(olds[name], news[name]);
  return same(olds[hashAs], assetIn(news[name])?.hash ?? news[name]);
}

/** Fields of these outputs that were never written. */
export function incompleteFields(outputs: Values): string[] {
  const names = outputs["incomplete"];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}
