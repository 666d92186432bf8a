import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields } from "../definition/fields";
import { identityFields, parametersOf } from "./identity";
import { accountOf } from "./scope";
import { type Values } from "../state/values";

/** The parameters and account of any call about this object, and what no error of it may show. */
export function request(definition: Definition, context: Context, values: Values, id?: string) {
  const accountId = accountOf(context, values);
  const hidden = hiddenValues(definition, values);
  return {
    parameters: parametersOf(definition, values, id),
    hidden,
    ...(accountId === undefined ? {} : { accountId }),
  };
}

/**
 * The program's own values, any of which may come from a secret: LumenOne's words may repeat them. What refers to objects is
 * left out, since no message can do without it.
 */
export function hiddenValues(definition: Definition, values: Values): unknown[] {
  const identity = identityFields(definition);
  return inputFields(definition.fields)
    .filter(([name, { refersTo, local, hashAs }]) => !(refersTo || local || hashAs || identity.has(name)))
    .flatMap(([name]) => (values[name] === undefined || values[name] === null ? [] : [values[name]]));
}
