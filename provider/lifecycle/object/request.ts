import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { parametersOf } from "./identity";
import { accountOf } from "./scope";
import { type Values } from "../state/values";

/** The parameters and account of any call about this object. */
export function request(definition: Definition, context: Context, values: Values, id?: string) {
  const accountId = accountOf(context, values);
  return { parameters: parametersOf(definition, values, id), ...(accountId === undefined ? {} : { accountId }) };
}
