import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { type Values } from "../state/values";

/** Refuses to send the id of one host's object to another host. */
export function assertOrigin(definition: Definition, context: Context, id: string, state: Values): void {
  const { origin } = context.api;
  const recorded = state["origin"];
  if (typeof recorded !== "string" || origin === undefined || recorded === origin || context.allowOriginChange) return;
  throw new ResourceError(
    resourceLabel(definition, state, id),
    `it was made on ${recorded}, but this provider is configured for ${origin}.`,
    "Give it back its provider or `lumenone:baseUrl`; or, when the host was only renamed and holds the same objects, run " +
      "`pulumi config set lumenone:allowOriginChange true`. To move it there, remove it from the program first and " +
      "declare it anew.",
  );
}
