import { appeared } from "../once/appeared";
import { assetOfHash } from "../engine/asset";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { incompleteFields } from "./diff";
import { inputFields, remoteValue } from "../definition/fields";
import { sayDoubt } from "../object/doubt";
import { observe } from "../object/find";
import { fieldsOfId, isId } from "../object/identity";
import { look } from "../object/look";
import { assertOrigin } from "../object/origin";
import { Subject } from "../object/subject";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { ResourceError } from "../errors/resource-error";
import { same } from "../state/same";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";
import { unmanagedIn, unmanagedKey } from "../state/bookkeeping";
import { warnOfMasks } from "../state/warn-of-masks";
import { warnOfClaim } from "../once/warn-of-claim";

/** A resource as LumenOne has it now. */
export interface Read {
  /** Differs from the requested id where that was unconfirmed. */
  id: string;
  inputs: Values;
  outputs: Values;
}

/**
 * Why an object is read.
 *
 * `refresh`: what the state has is seen again, through the fields that the program set.
 * `get`: a program looks at an object that it does not manage, all of it.
 * `import`: an object is taken into the state with all its fields.
 * `confirm`: nobody knows yet whether the object was made.
 */
export type ReadPurpose = "refresh" | "get" | "import" | "confirm";

/** Why an engine reads that does not say so: the outputs in the state show it. */
export function purposeOf(state: Values): ReadPurpose {
  if (unconfirmedSince(state)) return "confirm";
  // The state of a created or imported object names its host; that of `.get` does not.
  return state["origin"] === undefined ? "get" : "refresh";
}

/**
 * Reads an object back.
 * @returns undefined when the object of a refresh is gone, which is reported as a warning
 * @throws {ResourceError} when `.get` or an import names an object that does not exist
 */
export async function read(
  definition: Definition,
  given: Context,
  id: string,
  state: Values,
  purpose: "get" | "import",
): Promise<Read>;
export async function read(
  definition: Definition,
  given: Context,
  id: string,
  state: Values,
  purpose?: ReadPurpose,
): Promise<Read | undefined>;
export async function read(
  definition: Definition,
  given: Context,
  id: string,
  state: Values,
  purpose: ReadPurpose = purposeOf(state),
): Promise<Read | undefined> {
  const isFirst = purpose === "get" || purpose === "import";
  if (isFirst && !isId(definition, id)) {
    throw new ResourceError(definition.kind, `"${id}" is not an id of this kind.`, `Give ${idForm(definition)}.`);
  }
  const context = hiding(definition, given, state);
  const subject = new Subject(
    definition,
    context,
    { ...fieldsOfId(definition, id), ...upgrade(definition, state) },
    id,
  );
  assertOrigin(subject);
  if (purpose === "confirm") return await confirm(new Subject(definition, context, subject.values));
  subject.noteLineage();
  return isFirst ? await lookUp(subject, purpose) : await refresh(subject);
}

/** The object of the state, seen again. */
async function refresh(subject: Subject): Promise<Read | undefined> {
  const remote = await observe(subject);
  if (!remote) {
    subject.context.warn(
      `${subject.label} no longer exists at LumenOne. The next \`pulumi up\` makes it anew if the program still declares it.`,
    );
    return undefined;
  }
  const isLookup = subject.values["lookup"] === true;
  const fields = isLookup ? await whole(subject, remote) : project(subject.definition, subject.values, remote);
  const read = seen(subject, remote, fields, isLookup);
  // 0.1.0 did not write the outputs of the id. A refresh that adds them would show a change at LumenOne.
  for (const name of Object.keys(subject.definition.derived ?? {})) {
    if (subject.values[name] === undefined) delete read.outputs[name];
  }
  return read;
}

/** The object that `.get` or an import names. @throws {ResourceError} LumenOne does not show it */
async function lookUp(subject: Subject, purpose: "get" | "import"): Promise<Read> {
  const { definition, context, accountId } = subject;
  const sight = await look(subject);
  if ("doubt" in sight) {
    throw subject.error(
      `there is no such object on ${context.api.origin} in account ${accountId}: ${sayDoubt(sight.doubt)}.`,
      `Give ${idForm(definition)}, and the account it is in.`,
      { cause: sight.doubt.cause },
    );
  }
  warnOfMasks(subject, sight.object);
  return seen(subject, sight.object, await whole(subject, sight.object, context.accountId), purpose === "get");
}

/** All fields that LumenOne shows, or that can be found out. */
async function whole(subject: Subject, remote: Values, accountId?: string): Promise<Values> {
  const { definition } = subject;
  const inputs = project(definition, subject.values, remote, true);
  if (accountId !== undefined && "accountId" in definition.fields) inputs["accountId"] ??= accountId;
  if (isMissing(definition, inputs)) Object.assign(inputs, await definition.locate?.(subject.with(inputs)));
  return inputs;
}

/** What goes into the state. @param isLookup the program gave nothing but the id */
function seen(subject: Subject, remote: Values, inputs: Values, isLookup: boolean): Read {
  const { definition, values: olds, id } = subject;
  const outputs = outputsOf(subject, inputs, remote, olds);
  if (isLookup) Object.assign(outputs, { lookup: true }, withoutFile(definition, outputs));
  for (const [name, { hashAs }] of inputFields(definition.fields)) {
    const hash = hashAs === undefined ? undefined : outputs[hashAs];
    if (typeof hash === "string" && hash !== "") inputs[name] = assetOfHash(hash);
  }
  const incomplete = incompleteFields(olds).filter((name) => !isSeenDone(definition, name, inputs, olds, remote));
  if (incomplete.length > 0) outputs["incomplete"] = incomplete;
  const unmanaged = unmanagedIn(olds).filter((name) => outputs[name] !== undefined);
  if (unmanaged.length > 0) outputs[unmanagedKey] = unmanaged;
  subject.session.holders.noteRefreshed(subject.key);
  return { id, inputs: declared(definition, inputs), outputs };
}

/** Whether a field that every object of the kind has is not known. */
function isMissing(definition: Definition, inputs: Values): boolean {
  return inputFields(definition.fields).some(
    ([name, { presence, hashAs }]) => presence === "required" && hashAs === undefined && inputs[name] === undefined,
  );
}

/** The file of a lookup is not known: its outputs are empty texts, as their type says. */
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

/** An unconfirmed resource, if its object exists. */
async function confirm(subject: Subject): Promise<Read | undefined> {
  const { definition, context, session, values } = subject;
  const candidates = await appeared(subject, new Set(unconfirmedSince(values)));
  // Another one of this name may be looking at the same time.
  const found = candidates.find((item) => session.holders.find(subject.at(subject.idOf(item)).key));
  if (!found) {
    context.warn(`${subject.label} was not made. The next \`pulumi up\` makes it.`);
    return undefined;
  }
  warnOfClaim(subject, [found, ...candidates.filter((item) => item !== found)]);
  const { unconfirmed: _settled, ...state } = values;
  const origin = state["origin"] ?? context.api.origin;
  return await read(definition, context, subject.idOf(found), { ...state, origin }, "refresh");
}

function declared(definition: Definition, values: Values): Values {
  const fields = inputFields(definition.fields).filter(([name]) => values[name] !== undefined);
  return Object.fromEntries(fields.map(([name]) => [name, values[name]]));
}

function idForm(definition: Definition): string {
  return `an id of the form ${Object.keys(definition.id).join("/")}, with original slugs`;
}
