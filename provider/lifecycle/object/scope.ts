import { type Definition } from "../definition/definition";
import { parametersOf } from "./identity";
import { asUuid } from "../definition/uuid";
import { type Values } from "../state/values";

/** The account that an object belongs to: its own, or the provider's. */
export function accountOf({ accountId }: Values, ofProvider: string | undefined): string | undefined {
  return typeof accountId === "string" ? accountId : ofProvider;
}

/**
 * A key for the objects of one kind under one parent.
 * @param ofProvider the account of objects that name none
 */
export function scopeOf(definition: Definition, values: Values, ofProvider: string | undefined): string {
  const own = Object.entries(definition.id)
    .filter(([, part]) => part.response)
    .map(([parameter]) => parameter);
  const shared = Object.entries(parametersOf(definition, values)).filter(([parameter]) => !own.includes(parameter));
  return JSON.stringify([definition.kind, accountOf(values, ofProvider), shared]);
}

/** Names one object among all that a process deals with. */
export function keyOf(kind: string, accountId: string | undefined, id: string): string {
  return JSON.stringify([kind, accountId, asUuid(id)]);
}

/** The value that identifies an object while its id is not known. */
export function likenessOf(definition: Definition, values: Values): string {
  const likeness = definition.likeness?.(values) ?? values["name"];
  // LumenOne cuts names (upstream), and may trim them.
  return JSON.stringify(typeof likeness === "string" ? likeness.trim().slice(0, 255) : likeness);
}

/** Shared by objects that cannot be distinguished before they have an id. */
export function turnOf(definition: Definition, values: Values, ofProvider: string | undefined): string {
  return `${scopeOf(definition, values, ofProvider)} ${likenessOf(definition, values)}`;
}
