import { type Definition } from "../definition/definition";

/**
 * Milliseconds after which no step of a kind asks LumenOne any more. Pulumi's host learns of Ctrl-C only when its running
 * steps have ended, so every one of them has to: within 5 minutes, or 20 where content is moved or people are waited for.
 * A quarter of a minute is left for what follows.
 */
export function stepLimit(definition: Definition): number {
  return (definition.slow ? 20 : 5) * 60_000 - 15_000;
}
