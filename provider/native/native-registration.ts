import { version } from "../client/version";
import { dynamicType, nativeType } from "../definitions/resource-type";
import { type Registration, registrationKey } from "../dynamic/program/registration";

type Class = abstract new (...args: never[]) => object;

/** The same class, whose resources the plugin `lumenone` serves. */
export function native<C extends Class>(base: C): C {
  abstract class Native extends (base as Class) {
    static readonly [registrationKey] = registration;
  }
  return Native as unknown as C;
}

const registration: Registration = {
  typeOf: nativeType,
  inputsOf: () => ({}),
  // A state of the dynamic provider goes on under the new type.
  options: (kind, { aliases = [], version: given }) => ({
    aliases: [...aliases, { type: dynamicType(kind) }],
    version: given ?? version,
  }),
  imports: true,
};
