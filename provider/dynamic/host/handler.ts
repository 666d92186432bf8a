import { definitionOf } from "../../definitions/registry";
import { type Handler, handlerOf } from "./handler-of";
import { hostContext } from "./host-context";

/**
 * The provider of one kind. The text `__provider` of every resource in every state calls this, so its name and its
 * argument are a contract that does not change.
 */
export function handler(kind: string): Handler {
  return handlerOf(definitionOf(kind), hostContext);
}
