import { unmanagedIn, unmanagedKey } from "../lifecycle/state/bookkeeping";
import { type Values } from "../lifecycle/state/values";

/**
 * The outputs of a state in which a field that an import left out of the program counts as managed once the program has
 * declared it: the engine's old inputs say so.
 */
export function managedState(outputs: Values, oldInputs: Values): Values {
  if (outputs[unmanagedKey] === undefined) return outputs;
  return { ...outputs, [unmanagedKey]: unmanagedIn(outputs).filter((name) => oldInputs[name] === undefined) };
}
