import { version } from "../client/version";
import { dynamicType, nativeType } from "../definitions/resource-type";
import { type Registration, registrationKey } from "../dynamic/program/registration";

/** Resources that the plugin `lumenone` serves. A state of the dynamic provider goes on under the new type. */
export const nativeRegistration: Registration = {
  typeOf: nativeType,
  inputsOf: () => ({}),
  options: (kind, { aliases = [], version: given }) => ({
    aliases: [...aliases, { type: dynamicType(kind) }],
    version: given ?? version,
  }),
  imports: true,
};

type Class = abstract new (...args: never[]) => object;

/** The same class, whose resources the plugin serves. */
export function native<C extends Class>(base: C): C {
  abstract class Native extends (base as Class) {
    static readonly [registrationKey] = nativeRegistration;
  }
  return Native as unknown as C;
}
