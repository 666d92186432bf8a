import { type Definition } from "../definition/definition";
import { inputFields } from "../definition/fields";
import { type Values } from "../state/values";
import { identityFields } from "./identity";

/**
 * The program's own values, any of which may come from a secret: LumenOne's words may repeat them. References to objects
 * are left out, since messages need them.
 */
export function hiddenValues(definition: Definition, values: Values): unknown[] {
  const identity = identityFields(definition);
  return inputFields(definition.fields)
    .filter(([name, { refersTo, local, hashAs }]) => !(refersTo || local || hashAs || identity.has(name)))
    .flatMap(([name]) => (values[name] === undefined || values[name] === null ? [] : [values[name]]));
}
