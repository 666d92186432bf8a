import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { parametersOf } from "./identity";
import { asUuid } from "../definition/uuid";
import { type Values } from "../state/values";

/** The account that an object belongs to. */
export function accountOf(context: Pick<Context, "accountId">, values: Values): string | undefined {
  return typeof values["accountId"] === "string" ? values["accountId"] : context.accountId;
}

/** What keeps objects of one kind under one parent apart from all others. */
export function scopeOf(definition: Definition, context: Pick<Context, "accountId">, values: Values): string {
  const own = Object.entries(definition.id)
    .filter(([, part]) => part.answer)
    .map(([parameter]) => parameter);
  const shared = Object.entries(parametersOf(definition, values)).filter(([parameter]) => !own.includes(parameter));
  return JSON.stringify([definition.kind, accountOf(context, values), shared]);
}

/** Names one object among all that a process deals with. */
export function objectKey(definition: Definition, context: Context, values: Values, id: string): string {
  return keyOf(definition.kind, accountOf(context, values), id);
}

/** The same for an object of which only this is known. */
export function keyOf(kind: string, accountId: string | undefined, id: string): string {
  return JSON.stringify([kind, accountId, asUuid(id)]);
}
