import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { find } from "../object/find";
import { heldError } from "../ownership/held-error";
import { idOf } from "../object/identity";
import { listedBefore } from "../once/once";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { objectKey } from "../object/scope";
import { type Values } from "../state/values";

/** Whether this resource may take over an object that it did not make. */
export function mayAdopt(context: Context, inputs: Values): boolean {
  return typeof inputs["adopt"] === "boolean" ? inputs["adopt"] : context.adopt;
}

/**
 * The one object of the declared name that was there before, to be taken over; undefined when there is none.
 * @throws {ResourceError} when there are several, or another resource of the program has it
 */
export async function adopt(definition: Definition, context: Context, inputs: Values): Promise<Values | undefined> {
  const listed = await listedBefore(definition, context, inputs);
  const candidates = listed.filter((item) => item["name"] === inputs["name"]);
  const [candidate] = candidates;
  if (!candidate) return undefined;
  const resource = resourceLabel(definition, inputs);
  const ids = candidates.map((item) => idOf(definition, inputs, item));
  if (candidates.length > 1) {
    throw new ResourceError(
      resource,
      `${candidates.length} objects have this name, so none is taken over: ${ids.join(", ")}.`,
      "Import the one that is meant by its id, or rename the others.",
    );
  }
  const [id = ""] = ids;
  const key = objectKey(definition, context, inputs, id);
  // Taken before the next request, so that a parallel create cannot take it too.
  if (!context.session.holders.take(key, inputs, true)) throw heldError(resource, id);
  try {
    const found = await find(definition, context, id, inputs);
    if (!found) context.session.holders.release(key);
    return found;
  } catch (error) {
    context.session.holders.release(key);
    throw error;
  }
}

/** The refusal to make an object whose name is taken, with both ways on. */
export async function nameTaken(
  definition: Definition,
  context: Context,
  inputs: Values,
  cause: unknown,
): Promise<Error> {
  const existing = await listedBefore(definition, context, inputs).catch((): Values[] => []);
  const match = existing.find((item) => item["name"] === inputs["name"]);
  const id = match ? idOf(definition, inputs, match) : undefined;
  return new ResourceError(
    resourceLabel(definition, inputs),
    `LumenOne already has an object of this name${id ? `: ${id}` : ""}.`,
    // With `--replace` the engine shows the provider neither the old inputs nor the old outputs.
    "If this resource itself has it: with `--replace` or a taint, Pulumi creates the new one before it deletes the old one, and " +
      "LumenOne has each name once. Set the resource option `deleteBeforeReplace: true`, and run the command again. " +
      "If it is another one: to manage it from here, set `adopt: true` on the resource, or bring it into the state with " +
      "`npx pulumi-lumenone import` (see the README). To keep it apart, choose another name.",
    { cause },
  );
}
