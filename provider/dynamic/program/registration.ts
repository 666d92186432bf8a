import type * as pulumi from "@pulumi/pulumi";
import { dynamicType } from "../../definitions/resource-type";
import { providerKey } from "../../lifecycle/state/bookkeeping";

/** How the classes make themselves known to the engine: as resources of one of the two hosts. */
export interface Registration {
  /** Type of a kind's resources in states. */
  typeOf(kind: string): string;
  /** Inputs that the host needs beside the program's. */
  inputsOf(kind: string): Readonly<Record<string, unknown>>;
  /** Options that the engine needs beside the program's. */
  readonly options: (kind: string, given: pulumi.CustomResourceOptions) => pulumi.CustomResourceOptions;
  /** Whether the host can read an object by its id alone. */
  readonly imports: boolean;
}

/**
 * What stands as `__provider` in the state, twice for each resource: the shortest text that finds the installed code.
 * It has to stay the same in every release, or every resource of every stack would show a change.
 */
export function providerText(kind: string): string {
  return `exports.handler = () => require("pulumi-lumenone/dynamic").handler("${kind}")`;
}

/** Resources that Pulumi's dynamic host serves. */
export const dynamicRegistration: Registration = {
  typeOf: dynamicType,
  inputsOf: (kind) => ({ [providerKey]: providerText(kind) }),
  options: () => ({}),
  imports: false,
};

/** Static key of a class that registers in another way than for the dynamic host. */
export const registrationKey = Symbol.for("pulumi-lumenone.registration");
