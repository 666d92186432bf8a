import { definitionOf } from "../definitions/registry";
import { kindOfType, nativeType } from "../definitions/resource-type";
import { type Definition } from "../lifecycle/definition/definition";
import { type Context } from "../lifecycle/process/context";
import { unmanagedIn, unmanagedKey, withoutProvider } from "../lifecycle/state/bookkeeping";
import { type Values } from "../lifecycle/state/values";
import { opened } from "./wire/secrets";

/** One call of the engine about one resource. */
export interface Step {
  readonly definition: Definition;
  readonly context: Context;
  /** Fields that are secret by definition. */
  readonly secrets: ReadonlySet<string>;
  /** The resource's name in the program. */
  readonly name: string;
}

/** The definition that a type token names: `lumenone:index:Workspace`. */
export function definitionOfType(type: string): Definition {
  const kind = kindOfType(type);
  if (kind === undefined || type !== nativeType(kind))
    throw new Error(`The plugin of lumenone does not know the type "${type}".`);
  return definitionOf(kind);
}

/** A bag as the lifecycle takes it: without envelopes, and without what the dynamic provider had in its states. */
export function plain(bag: Values): Values {
  return withoutProvider(opened(bag));
}

/**
 * The same of a state's outputs. A field that an import left out of the program counts as managed once the program has
 * declared it: the engine's old inputs say so.
 */
export function managedState(state: Values, oldInputs: Values): Values {
  const outputs = plain(state);
  if (outputs[unmanagedKey] === undefined) return outputs;
  return { ...outputs, [unmanagedKey]: unmanagedIn(outputs).filter((name) => oldInputs[name] === undefined) };
}
