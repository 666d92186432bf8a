/** How often one write may still be sent, whoever sends it again: the client after a refusal, or a step that has looked. */
export interface Sends {
  left: number;
}

/** What `maxRetries` allows for one write. */
export function sendsOf({ maxRetries }: { readonly maxRetries: number }): Sends {
  return { left: 1 + maxRetries };
}
