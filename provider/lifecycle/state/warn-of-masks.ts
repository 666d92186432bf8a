import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, remoteValue } from "../definition/fields";
import { resourceLabel } from "../errors/resource-error";
import { maskedIn } from "./unmasked";
import { type Values } from "./values";

/** Warns whoever looks at an object that its secrets are masked: its outputs hold only what can be read. */
export function warnOfMasks(definition: Definition, context: Context, id: string, remote: Values): void {
  for (const [name, field] of inputFields(definition.fields)) {
    const masked = field.secret ? maskedIn(field, remoteValue(remote, name, field)) : [];
    if (masked.length === 0) continue;
    const paths = masked.map((path) => (path === "" ? name : `${name}.${path}`)).join(", ");
    context.warn(
      `${resourceLabel(definition, {}, id)}: LumenOne shows a mask for ${paths}, which is left out. Take the value from the ` +
        "stack's configuration instead.",
    );
  }
}
