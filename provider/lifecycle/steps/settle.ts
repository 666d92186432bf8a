import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, remoteValue } from "../definition/fields";
import { identityFields } from "../object/identity";
import { IncompleteError } from "../errors/incomplete-error";
import { outputsOf } from "../state/outputs";
import { projectField } from "../state/project";
import { resourceLabel } from "../errors/resource-error";
import { same } from "../state/same";
import { type Values } from "../state/values";
import { warnOfDifference, write } from "./write";

/**
 * Brings an object that was just made or taken over to the declared state: what creation did not set is written with
 * one update. What LumenOne keeps otherwise even then is told as a warning.
 * @param existing the object was there before, so a field that the answer does not show may be anything
 * @returns the object as LumenOne has it now
 */
export async function settle(
  definition: Definition,
  context: Context,
  id: string,
  inputs: Values,
  remote: Values,
  existing: boolean,
): Promise<Values> {
  const identity = identityFields(definition);
  const missing = inputFields(definition.fields)
    .filter(([name, field]) => {
      if (field.local || field.hashAs || identity.has(name) || inputs[name] === undefined) return false;
      if (existing && (field.secret || remoteValue(remote, name, field) === undefined)) return true;
      return !same(projectField(name, field, inputs[name], remote), inputs[name]);
    })
    .map(([name]) => name);
  if (missing.length === 0) return remote;
  if (!definition.operations.update) {
    for (const name of missing) warnOfDifference(definition, context, id, inputs, name);
    return remote;
  }
  try {
    const written = Object.fromEntries(missing.map((name) => [name, inputs[name]]));
    const answer = await write(definition, context, id, inputs, written);
    return { ...remote, ...answer };
  } catch (error) {
    const outputs = { ...outputsOf(definition, context, inputs, remote), incomplete: missing };
    throw new IncompleteError(id, outputs, [
      `${resourceLabel(definition, inputs, id)} exists now, but ${missing.join(", ")} could not be set: ` +
        `${error instanceof Error ? error.message : String(error)} Run \`pulumi up\` again to complete it.`,
    ]);
  }
}
