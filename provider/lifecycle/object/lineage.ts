import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { fieldsOfId } from "./identity";
import { objectKey } from "./scope";
import { type Values } from "../state/values";

/** An object that others lie in. */
export interface Ancestor {
  readonly definition: Definition;
  readonly id: string;
  readonly state: Values;
}

/** Notes which parent an object of the state has, for children that know this object's id alone. */
export function noteLineage(definition: Definition, context: Context, id: string, state: Values): void {
  const parent = definition.parent && state[definition.parent.field];
  if (typeof parent === "string") context.session.noteParent(objectKey(definition, context, state, id), parent);
}

/** What is known of an object from its id, its account, and what this process has seen. */
export function withLineage(definition: Definition, context: Context, id: string, state: Values): Values {
  if (!definition.parent || state[definition.parent.field] !== undefined) return state;
  const parent = context.session.parentOf(objectKey(definition, context, state, id));
  return parent === undefined ? state : { ...state, [definition.parent.field]: parent };
}

/** The object that this one lies in; undefined where it has none, or none is known. */
export function parentIn(definition: Definition, context: Context, state: Values): Ancestor | undefined {
  if (!definition.parent) return undefined;
  const { definition: above, field } = definition.parent;
  const id = state[field];
  if (typeof id !== "string") return undefined;
  const { accountId } = state;
  const own = { ...fieldsOfId(above, id), ...(accountId === undefined ? {} : { accountId }) };
  return { definition: above, id, state: withLineage(above, context, id, own) };
}
