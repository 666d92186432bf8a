import { type Context } from "../process/context";
import { turnOf } from "../once/appeared";
import { type Definition } from "../definition/definition";
import { assetIn } from "../engine/asset";
import { type Field, inputFields } from "../definition/fields";
import { parametersOf } from "../object/identity";
import { noteLineage } from "../object/lineage";
import { assertOrigin } from "../object/origin";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { protectedError } from "../ownership/protected-error";
import { objectKey } from "../object/scope";
import { same } from "../state/same";
import { containsUnknown } from "../engine/unknown";
import { markIn } from "../state/bookkeeping";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";

/** What an `up` would have to do to one resource. */
export interface Difference {
  /** Fields whose declared value is not what the outputs hold. */
  changed: string[];
  /** Those of them that cannot be changed in place. */
  replaces: string[];
  /** LumenOne would refuse the new object while the old one has its name. */
  deleteBeforeReplace: boolean;
  /** Fields that an earlier create did not get to. */
  incomplete: string[];
}

/** Compares the outputs in the state with the program's checked inputs. Makes no request. */
export function diff(definition: Definition, context: Context, id: string, outputs: Values, news: Values): Difference {
  const olds = upgrade(definition, outputs);
  assertOrigin(definition, context, id, olds);
  const unconfirmed = unconfirmedSince(olds);
  if (unconfirmed) {
    // A replacement is the only step that may give a resource another id. Its create looks before it sends.
    const turn = turnOf(definition, context, olds);
    if (turn === turnOf(definition, context, named(definition, olds, news)))
      context.session.noteUnconfirmed(turn, unconfirmed);
    return { changed: [], replaces: ["id"], deleteBeforeReplace: false, incomplete: ["id"] };
  }
  noteLineage(definition, context, id, olds);
  const changed = inputFields(definition.fields).filter(
    ([name, field]) => !field.createOnly && !sameField(name, field, olds, news),
  );
  for (const [name, field] of changed) {
    // What is not known yet may turn out to be the same.
    if (!field.immutable || containsUnknown(news[name])) continue;
    throw new ResourceError(resourceLabel(definition, olds, id), `${name} cannot be changed.`, field.immutable);
  }
  const replaces = changed.filter(([, field]) => field.replaces).map(([name]) => name);
  const isOfProgram = !context.session.holders.isOfRefresh(objectKey(definition, context, olds, id));
  if (isOfProgram) noteDeclared(definition, context, id, olds, news);
  if (replaces.length === 0 && isOfProgram) {
    assertOwn(definition, context, id, olds, changed.length > 0 ? news : undefined);
  }
  // Known here, before the engine deletes what is below or makes a second one.
  if (replaces.length > 0 && olds["deletionProtection"] === true) throw protectedError(definition, olds, id);
  const scope = [...Object.values(parametersOf(definition, news)), news["name"], news["accountId"]];
  const oldScope = [...Object.values(parametersOf(definition, olds)), olds["name"], olds["accountId"]];
  return {
    changed: changed.map(([name]) => name),
    replaces,
    deleteBeforeReplace: definition.names === "unique" && scope.every((part, index) => same(oldScope[index], part)),
    incomplete: incompleteFields(olds),
  };
}

function noteDeclared(definition: Definition, context: Context, id: string, olds: Values, news: Values): void {
  const key = objectKey(definition, context, olds, id);
  const before = typeof olds["insteadOf"] === "string" ? olds["insteadOf"] : undefined;
  const { kind } = definition;
  context.session.replacements.declare({ kind, key, id }, turnOf(definition, context, olds), news, before);
}

/** To be compared, files come by their hashes alone: they are taken to be called what they were called. */
function named(definition: Definition, olds: Values, news: Values): Values {
  const names = Object.values(definition.fields).flatMap(({ nameAs }) => nameAs ?? []);
  return { ...news, ...Object.fromEntries(names.map((name) => [name, olds[name]])) };
}

/** Of a file the outputs hold the hash alone. */
function sameField(name: string, { hashAs }: Field, olds: Values, news: Values): boolean {
  if (hashAs === undefined) return same(olds[name], news[name]);
  return same(olds[hashAs], assetIn(news[name])?.hash ?? news[name]);
}

/** Fields of these outputs that were never written. */
export function incompleteFields(outputs: Values): string[] {
  const names = outputs["incomplete"];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** An object belongs to one resource of the program: whoever would adopt it, before or after, is refused. */
function assertOwn(
  definition: Definition,
  context: Context,
  id: string,
  olds: Values,
  changedTo: Values | undefined,
): void {
  if (context.session.holders.declare(objectKey(definition, context, olds, id), markIn(olds), changedTo)) return;
  throw new ResourceError(
    resourceLabel(definition, olds, id),
    "another resource of this program has taken it over, and stands for it, too.",
    "Remove one of the two from the program: the object stays with the other.",
  );
}
