import { type Definition } from "../definition/definition";
import { uuidForm } from "../definition/uuid";
import { ResourceError } from "../errors/resource-error";
import { type Values } from "../state/values";
import { parseId } from "./identity";

/** The id of an object that is imported, and what the user said beside it. */
export interface ImportId {
  readonly id: string;
  /** Fields that the id itself does not say: the account, and what the object lies in. */
  readonly fields: Values;
}

/** Fields that LumenOne needs to find an object and that its id does not say, such as the organization of a workspace. */
export function fieldsBefore({ parameters = {} }: Definition): string[] {
  return Object.values(parameters);
}

/** How the user writes it: `acme-inc/support` for a workspace. */
export function importIdForm(definition: Definition): string {
  return [...fieldsBefore(definition), ...Object.keys(definition.id)].join("/");
}

/**
 * Reads what the user typed: the id; where LumenOne needs more than the id says, that before it, as `acme-inc/support`; and a UUID in
 * front for another account than the provider's.
 * @throws {ResourceError} parts are missing
 */
export function importIdOf(definition: Definition, given: string): ImportId {
  const before = fieldsBefore(definition);
  const most = Object.keys(definition.id).length;
  let parts = given.split("/");
  const fields: Values = {};
  if (parts.length > most && uuidForm.test(parts[0] ?? "")) {
    fields["accountId"] = parts[0]!.toLowerCase();
    parts = parts.slice(1);
  }
  // A bare id is enough where lists say the rest.
  if (parts.length >= before.length + most) {
    for (const [index, field] of before.entries()) fields[field] = parts[index];
    parts = parts.slice(before.length);
  }
  const id = parts.join("/");
  if (Object.values(parseId(definition, id)).includes("")) {
    const form = importIdForm(definition);
    throw new ResourceError(
      definition.kind,
      `"${given}" is not an import id of this kind.`,
      `Give ${form}, with original slugs; a UUID and a slash in front name another account.`,
    );
  }
  return { id, fields };
}
