import { type Definition } from "../definition/definition";
import { hiddenValues } from "../object/hidden-values";
import { type Values } from "../state/values";
import { aroundCalls } from "./api";
import { type Context } from "./context";

/**
 * The context of one step, in which no error repeats a value of the program in LumenOne's words. A response may repeat a
 * value that the call did not send, such as the one that an update replaces.
 * @param bags the inputs and outputs that the step is about
 */
export function hiding(definition: Definition, context: Context, ...bags: Values[]): Context {
  const values = bags.flatMap((bag) => hiddenValues(definition, bag));
  const api = aroundCalls(context.api, (_operationId, request, send) =>
    send({ ...request, hidden: [...(request.hidden ?? []), ...values] }),
  );
  return { ...context, api };
}
