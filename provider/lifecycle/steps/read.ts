import { appeared } from "../once/appeared";
import { assetOfHash } from "../engine/asset";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { incompleteFields } from "./diff";
import { inputFields, remoteValue } from "../definition/fields";
import { sayDoubt } from "../object/doubt";
import { observe } from "../object/find";
import { fieldsOfId, idOf, isId } from "../object/identity";
import { noteLineage } from "../object/lineage";
import { look } from "../object/look";
import { assertOrigin } from "../object/origin";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { same } from "../state/same";
import { accountOf, objectKey } from "../object/scope";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";
import { warnOfMasks } from "../state/warn-of-masks";
import { warnOfClaim } from "../once/warn-of-claim";

/** A resource as LumenOne has it now. */
export interface Read {
  /** Another one than asked for where nobody knew yet which one it is. */
  id: string;
  inputs: Values;
  outputs: Values;
}

/**
 * Reads an object back: for `refresh`, seen through the fields that the program set, and for `.get`, all of it.
 * @returns undefined when the object of a refresh is gone, which is told as a warning
 * @throws {ResourceError} when `.get` names an object that is not there
 */
export async function read(
  definition: Definition,
  given: Context,
  id: string,
  state: Values,
): Promise<Read | undefined> {
  const context = hiding(definition, given, state);
  // Whatever we made or imported knows its host; what `.get` asks for does not.
  const first = state["origin"] === undefined && unconfirmedSince(state) === undefined;
  const lookup = first || state["lookup"] === true;
  if (first && !isId(definition, id)) {
    throw new ResourceError(definition.kind, `"${id}" is no id of this kind.`, `Give ${idForm(definition)}.`);
  }
  const olds = { ...fieldsOfId(definition, id), ...upgrade(definition, state) };
  assertOrigin(definition, context, id, olds);
  const unconfirmed = unconfirmedSince(olds);
  if (unconfirmed) return await confirm(definition, context, olds, unconfirmed);
  noteLineage(definition, context, id, olds);
  const remote = await (first ? lookUp : observe)(definition, context, id, olds);
  if (!remote) {
    context.warn(
      `${resourceLabel(definition, olds, id)} no longer exists at LumenOne. The next \`pulumi up\` makes it anew if the program still declares it.`,
    );
    return undefined;
  }
  const inputs = project(definition, olds, remote, lookup);
  if (first && "accountId" in definition.fields) inputs["accountId"] ??= context.accountId;
  if (lookup && isMissing(definition, inputs)) Object.assign(inputs, await definition.locate?.(context, inputs, id));
  const outputs = outputsOf(definition, context, inputs, remote, olds);
  if (lookup) Object.assign(outputs, { lookup: true }, withoutFile(definition, outputs));
  if (first) warnOfMasks(definition, context, id, remote);
  for (const [name, { hashAs }] of inputFields(definition.fields)) {
    const hash = hashAs === undefined ? undefined : outputs[hashAs];
    if (typeof hash === "string" && hash !== "") inputs[name] = assetOfHash(hash);
  }
  const incomplete = incompleteFields(olds).filter((name) => !isSeenDone(definition, name, inputs, olds, remote));
  if (incomplete.length > 0) outputs["incomplete"] = incomplete;
  context.session.holders.noteRefreshed(objectKey(definition, context, olds, id));
  return { id, inputs: declared(definition, inputs), outputs };
}

/** The object that `.get` or an import names. @throws {ResourceError} LumenOne does not show it */
async function lookUp(definition: Definition, context: Context, id: string, olds: Values): Promise<Values> {
  const sight = await look(definition, context, id, olds);
  if ("object" in sight) return sight.object;
  const where = `on ${context.api.origin} in account ${accountOf(context, olds)}`;
  throw new ResourceError(
    resourceLabel(definition, olds, id),
    `there is no such object ${where}: ${sayDoubt(sight.doubt)}.`,
    `Give ${idForm(definition)}, and the account it is in.`,
    { cause: sight.doubt.cause },
  );
}

/** Whether a field that every object of the kind has is not known. */
function isMissing(definition: Definition, inputs: Values): boolean {
  return inputFields(definition.fields).some(
    ([name, { presence, hashAs }]) => presence === "required" && hashAs === undefined && inputs[name] === undefined,
  );
}

/** Of the file of an object that is only looked at nothing is known: its outputs are empty texts, as their type says. */
function withoutFile(definition: Definition, outputs: Values): Values {
  const names = Object.values(definition.fields).flatMap(({ hashAs, nameAs }) => [hashAs, nameAs].filter(isName));
  return Object.fromEntries(names.filter((name) => outputs[name] === undefined).map((name) => [name, ""]));
}

const isName = (name: string | undefined): name is string => name !== undefined;

/** Whether LumenOne shows that a field was written after all. A secret that it may mask says nothing. */
function isSeenDone(definition: Definition, name: string, inputs: Values, olds: Values, remote: Values): boolean {
  const field = definition.fields[name];
  if (!field || field.secret || remoteValue(remote, name, field) === undefined) return false;
  return same(inputs[name], olds[name]);
}

/** A resource of which nobody knew whether it was made, if it was. */
async function confirm(
  definition: Definition,
  context: Context,
  olds: Values,
  before: readonly string[],
): Promise<Read | undefined> {
  const candidates = await appeared(definition, context, olds, new Set(before));
  const idFor = (item: Values) => idOf(definition, olds, item);
  // Another one of this name may be looking at the same time.
  const found = candidates.find((item) =>
    context.session.holders.find(objectKey(definition, context, olds, idFor(item))),
  );
  if (!found) {
    context.warn(`${resourceLabel(definition, olds)} was not made. The next \`pulumi up\` makes it.`);
    return undefined;
  }
  warnOfClaim(definition, context, olds, [found, ...candidates.filter((item) => item !== found)]);
  const { unconfirmed: _settled, ...state } = olds;
  return await read(definition, context, idFor(found), { ...state, origin: state["origin"] ?? context.api.origin });
}

function declared(definition: Definition, values: Values): Values {
  const fields = inputFields(definition.fields).filter(([name]) => values[name] !== undefined);
  return Object.fromEntries(fields.map(([name]) => [name, values[name]]));
}

function idForm(definition: Definition): string {
  return `an id of the form ${Object.keys(definition.id).join("/")}, with original slugs`;
}
