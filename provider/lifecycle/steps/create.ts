import { adopt, mayAdopt, nameTaken } from "./adopt";
import { turnOf } from "../once/appeared";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { heldError } from "../ownership/held-error";
import { hasId, idOf } from "../object/identity";
import { IncompleteError } from "../errors/incomplete-error";
import { createOnce, isTaken } from "../once/once";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { objectKey, scopeOf } from "../object/scope";
import { settle } from "./settle";
import { type Values } from "../state/values";

/** A resource as it goes into the state. */
export interface Created {
  id: string;
  outputs: Values;
}

/**
 * Makes the object that the inputs declare, or takes it over, and brings it to the declared state.
 * @throws {IncompleteError} the object is there, but could not be brought to the declared state
 */
export async function create(definition: Definition, given: Context, inputs: Values): Promise<Created> {
  const context = hiding(definition, given, inputs);
  const { holders } = context.session;
  const claim = nameClaim(definition, context, inputs);
  if (claim !== undefined && !holders.take(claim, inputs, definition.names === "edge")) {
    throw declaredTwice(definition, inputs);
  }
  const { session } = context;
  const turn = turnOf(definition, context, inputs);
  const kept: Values = {};
  try {
    const unconfirmed = session.unconfirmedBefore(turn) !== undefined;
    const mayBeMade = unconfirmed || context.journal?.earlier(turn) !== undefined;
    const adopts = definition.names !== "edge" && !unconfirmed && mayAdopt(context, inputs);
    const existing = adopts ? await adopt(definition, context, inputs) : undefined;
    const remote = existing ?? (await make(definition, context, inputs));
    const id = idOf(definition, inputs, remote);
    const key = objectKey(definition, context, inputs, id);
    if (!holders.take(key, inputs)) throw heldError(resourceLabel(definition, inputs), id);
    const mark = holders.markOf(key);
    if (mark !== undefined) kept["mark"] = mark;
    const insteadOf = session.replacements.made(definition.kind, turn, inputs);
    if (insteadOf !== undefined && insteadOf !== id) kept["insteadOf"] = insteadOf;
    const settled = await settle(definition, context, id, inputs, remote, mayBeMade || existing !== undefined);
    const outputs = outputsOf(definition, context, project(definition, inputs, settled), settled);
    return { id, outputs: { ...outputs, ...kept } };
  } catch (error) {
    if (error instanceof IncompleteError && Object.keys(kept).length > 0) Object.assign(error.properties, kept);
    else if (claim !== undefined) holders.release(claim);
    throw error;
  } finally {
    context.session.wrote();
  }
}

/** What the two resources share is in the id where it has all of it; a tool's name is not, and may be a secret. */
function declaredTwice(definition: Definition, inputs: Values): ResourceError {
  const fields = Object.values(definition.id).flatMap(({ field }) => field ?? []);
  const isUnique = definition.names === "unique";
  const shared = [...new Set(isUnique ? [...fields, "name"] : fields)].map((field) => `\`${field}\``).join(" and ");
  const label = resourceLabel(
    definition,
    inputs,
    hasId(definition, inputs, {}) ? idOf(definition, inputs, {}) : undefined,
  );
  return new ResourceError(
    label,
    `this program declares it twice: two ${definition.kind} resources have the same ${shared}.`,
    `Keep one of the two${isUnique ? ", or give them different names" : ""}.`,
  );
}

async function make(definition: Definition, context: Context, inputs: Values): Promise<Values> {
  try {
    return await (definition.create?.(context, inputs) ?? createOnce(definition, context, inputs));
  } catch (error) {
    throw isTaken(definition, error) ? await nameTaken(definition, context, inputs, error) : error;
  }
}

/** What only one resource of a program may declare: an edge, or a name that LumenOne has once. */
function nameClaim(definition: Definition, context: Context, inputs: Values): string | undefined {
  if (definition.names === "repeat") return undefined;
  if (definition.names === "edge") return objectKey(definition, context, inputs, idOf(definition, inputs, {}));
  return `name ${scopeOf(definition, context, inputs)} ${String(inputs["name"])}`;
}
