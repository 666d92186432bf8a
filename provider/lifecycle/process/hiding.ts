import { type Definition } from "../definition/definition";
import { hiddenValues } from "../object/request";
import { type Values } from "../state/values";
import { type Context } from "./context";

/**
 * The context of one step, in which no error of any call repeats a value of the program in LumenOne's words: what a step asks
 * may not hold a value that the response repeats, such as the one that an update replaces.
 * @param bags the inputs and outputs that the step is about
 */
export function hiding(definition: Definition, context: Context, ...bags: Values[]): Context {
  const hidden = bags.flatMap((values) => hiddenValues(definition, values));
  const { api } = context;
  return {
    ...context,
    api: {
      ...api,
      call: (operationId, request) =>
        api.call(operationId, { ...request, hidden: [...(request.hidden ?? []), ...hidden] }),
    },
  };
}
