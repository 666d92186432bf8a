import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, isDefault } from "../definition/fields";
import { importIdOf } from "../object/import-id";
import { identityFields } from "../object/identity";
import { listing } from "../object/listing";
import { Subject } from "../object/subject";
import { ResourceError } from "../errors/resource-error";
import { unmanagedKey } from "../state/bookkeeping";
import { isObject } from "../../client/is-object";
import { type Values } from "../state/values";
import { type Read, read } from "./read";

/**
 * Reads an object that `pulumi import` names, for a program and a state that fit each other: Pulumi writes the program from
 * the inputs, and the next preview compares it with the outputs.
 * @param given as in the table of resources, with the organization before a workspace's slug
 * @throws {ResourceError} LumenOne does not have it there, or it cannot be imported
 */
export async function importObject(definition: Definition, context: Context, given: string): Promise<Read> {
  const { id, fields } = importIdOf(definition, given);
  refuseFiles(definition, id);
  const found = await read(definition, context, id, fields, "import");
  await assertInParent(new Subject(definition, context, { ...found.inputs, ...fields }, id), fields);
  return declarable(definition, context, found);
}

/** A file cannot be read back from LumenOne, so no program could be written that declares it. */
function refuseFiles({ kind, fields }: Definition, id: string): void {
  const [name] = inputFields(fields).find(([, { hashAs, required }]) => hashAs !== undefined && required) ?? [];
  if (name === undefined) return;
  throw new ResourceError(
    `${kind} (${id})`,
    `cannot be imported: LumenOne does not give back the file, which \`${name}\` has to name.`,
    "Run `npx pulumi-lumenone import --native`, which takes the files from a folder of yours, or declare a new one.",
  );
}

/** The user names the parent, and LumenOne finds the object without it. */
async function assertInParent(subject: Subject, fields: Values): Promise<void> {
  const { parent, operations } = subject.definition;
  if (!parent || !operations.list || fields[parent.field] === undefined) return;
  const listed = await listing(subject);
  if ("items" in listed && listed.items.some((item) => subject.isShownBy(item))) return;
  throw subject.error(
    `it is not in ${parent.definition.kind} (${String(fields[parent.field])}).`,
    "Give the one that it is in.",
  );
}

/**
 * The same object, with what a program has to declare: without what LumenOne sets by itself, and without what may be a credential,
 * which must not stand in a program in clear.
 */
function declarable(definition: Definition, context: Context, { id, inputs, outputs }: Read): Read {
  const identity = identityFields(definition);
  const unmanaged: string[] = [];
  for (const [name, field] of inputFields(definition.fields)) {
    const value = inputs[name];
    if (value === undefined) continue;
    if (name === "accountId") {
      // The program's configuration says it.
      if (value === context.accountId) delete inputs[name];
    } else if (identity.has(name) || field.required) continue;
    else if (isUnset(value) || isDefault(field, value)) {
      delete inputs[name];
      delete outputs[name];
    } else if (field.secret) {
      delete inputs[name];
      unmanaged.push(name);
    }
  }
  if (unmanaged.length > 0) {
    outputs[unmanagedKey] = unmanaged;
    context.warn(
      `${definition.kind} (${id}): ${unmanaged.join(", ")} may hold credentials, so the program that Pulumi writes leaves it out, ` +
        "and it keeps its value. To manage it, declare it there, with its credentials as secrets of the configuration.",
    );
  }
  return { id, inputs, outputs };
}

function isUnset(value: unknown): boolean {
  return value === null || (isObject(value) && Object.values(value).every(isUnset));
}
