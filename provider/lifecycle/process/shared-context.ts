import { type Context } from "./context";

/** A context for work that several steps share: the end of the step that began it does not end it for the others. */
export function sharedContext(context: Context): Context {
  const { signal: _ofOneStep, sharedApi, ...rest } = context;
  const { ending } = context.session;
  return { ...rest, api: sharedApi ?? context.api, ...(ending && { signal: ending }) };
}
