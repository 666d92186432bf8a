/**
 * How the engine writes "not known before `up`" in plain JSON. It is part of Pulumi's provider protocol and the same
 * for a dynamic provider and for a plugin (`pulumi.runtime.unknownValue`).
 */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Makes sure that nothing is written of which a part is not known yet.
 * @throws {Error} that names the property
 */
export function assertKnown(kind: string, inputs: Readonly<Record<string, unknown>>): void {
  const unready = Object.keys(inputs).find((name) => containsUnknown(inputs[name]));
  if (unready === undefined) return;
  throw new Error(`${kind}: ${unready} is not known yet, so nothing was sent. Run \`pulumi up\` for all resources.`);
}

/** Whether an unknown value stands anywhere in this one. */
export function containsUnknown(value: unknown): boolean {
  if (value === unknown) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(containsUnknown);
}
