import { type Definition } from "../definition/definition";
import { inputFields } from "../definition/fields";
import { identityFields } from "../object/identity";
import { incompleteFields } from "../steps/diff";
import { IncompleteError } from "../errors/incomplete-error";

/** Pulumi sends such an error in a header: from about 60 KB on the call hangs, and nobody learns of it. */
const limit = 32_000;

/**
 * The same error, small enough to reach the engine: the state lacks the longest values and lists their fields as not yet
 * written, so that the next `up` writes them.
 */
export function fitIncomplete(definition: Definition, error: IncompleteError): IncompleteError {
  const reasons = error.reasons.map((reason) => (reason.length > 4000 ? `${reason.slice(0, 4000)} ...` : reason));
  const properties = { ...error.properties };
  const identity = identityFields(definition);
  const droppable = inputFields(definition.fields)
    .filter(([name, field]) => !field.replaces && !field.immutable && !field.local && !identity.has(name))
    .map(([name]) => name)
    .sort((a, b) => bytesOf(properties[b]) - bytesOf(properties[a]));
  while (bytesOf([error.id, properties, reasons]) > limit) {
    const longest = droppable.shift();
    if (longest === undefined || properties[longest] === undefined) break;
    delete properties[longest];
    properties["incomplete"] = [...new Set([...incompleteFields(properties), longest])];
  }
  return new IncompleteError(error.id, properties, reasons);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}
