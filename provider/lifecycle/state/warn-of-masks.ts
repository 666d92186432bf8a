import { inputFields, remoteValue } from "../definition/fields";
import { type Subject } from "../object/subject";
import { maskedIn } from "./unmasked";
import { type Values } from "./values";

/** Warns that the secrets of an object are masked: its outputs hold only the readable parts. */
export function warnOfMasks(subject: Subject, remote: Values): void {
  for (const [name, field] of inputFields(subject.definition.fields)) {
    const masked = field.secret ? maskedIn(field, remoteValue(remote, name, field)) : [];
    if (masked.length === 0) continue;
    const paths = masked.map((path) => (path === "" ? name : `${name}.${path}`)).join(", ");
    subject.context.warn(
      `${subject.label}: LumenOne shows a mask for ${paths}, which is left out. Take the value from the ` +
        "stack's configuration instead.",
    );
  }
}
