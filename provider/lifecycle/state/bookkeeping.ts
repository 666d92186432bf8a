import { type Values } from "./values";

/**
 * What outputs hold beside the fields of a definition.
 *
 * `origin`: the host that has the object. `accountId`: the account it belongs to.
 * `incomplete`: fields that were not written although the object was made.
 * `unconfirmed`: nobody knows whether the object was made; the ids of those that looked like it before.
 * `lookup`: `.get` looks at it, and the program gave nothing but the id.
 * `unmanaged`: fields of an imported object that the import left out of the program.
 * `mark`: distinguishes resources that came to stand for the same object.
 * `insteadOf`: id of the object that this one was made in place of.
 * `stateVersion`: version of the definition that wrote them, where it is not 1.
 */
export const bookkeeping = [
  "origin",
  "incomplete",
  "unconfirmed",
  "lookup",
  "unmanaged",
  "mark",
  "insteadOf",
  "stateVersion",
] as const;

/** Key of the fields that an import left out of the program. */
export const unmanagedKey = "unmanaged";

/** Fields of an imported object that are not managed while the program does not declare them. */
export function unmanagedIn(outputs: Values): string[] {
  const names = outputs[unmanagedKey];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** The mark in these outputs. */
export function markIn(outputs: Values): string | undefined {
  return typeof outputs["mark"] === "string" ? outputs["mark"] : undefined;
}

/** Key of the provider's text, put into every bag by Pulumi. */
export const providerKey = "__provider";

/** The same values without the provider's text. */
export function withoutProvider(values: Values | undefined): Values {
  const { [providerKey]: _provider, ...rest } = values ?? {};
  return rest;
}
