import { isDeepStrictEqual } from "node:util";
import { secretSignature, signatureKey } from "../../lifecycle/engine/asset";
import { unknown } from "../../lifecycle/engine/unknown";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/** The value of {@link signatureKey} that marks an output: a value with its dependencies, which may be secret or not known yet. */
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

function isSigned(value: unknown, signature: string): value is Values {
  return isObject(value) && value[signatureKey] === signature;
}

const isSecret = (value: unknown) =>
  isSigned(value, secretSignature) || (isSigned(value, outputSignature) && value["secret"] === true);

/** The same values without envelopes, as the lifecycle takes them. */
export function opened<T>(value: T): T {
  if (Array.isArray(value)) return value.map(opened) as T;
  if (!isObject(value)) return value;
  if (isSigned(value, secretSignature)) return opened(value["value"]) as T;
  if (isSigned(value, outputSignature)) return opened("value" in value ? value["value"] : unknown) as T;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)])) as T;
}

/** Whether a secret stands anywhere in this value. */
export function holdsSecret(value: unknown): boolean {
  if (isSecret(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsSecret);
}

/**
 * Puts values into envelopes: those of fields that are secret by definition, and those that came with a secret inside. With
 * `acceptSecrets` the engine marks nothing by itself, so what is left out here stands in the state in clear.
 * @param sent the bags of the request. A value that is as it was sent keeps its own envelopes; a changed one is secret as a whole
 * @param always fields that are secret by definition
 */
export function sealed(values: Values, sent: readonly Values[], always: ReadonlySet<string>): Values {
  const entries = Object.entries(values).map(([key, value]) => {
    if (value === undefined || value === null) return [key, value];
    if (always.has(key)) return [key, envelope(value)];
    const secret = sent.map((bag) => (Object.hasOwn(bag, key) ? bag[key] : undefined)).filter(holdsSecret);
    if (secret.length === 0) return [key, value];
    const same = secret.find((before) => isDeepStrictEqual(opened(before), value));
    return [key, same !== undefined && isSecret(same) ? envelope(value) : (same ?? envelope(value))];
  });
  return Object.fromEntries(entries) as Values;
}

/** A secret value, as the engine marks one. */
export function envelope(value: unknown): Values {
  return { [signatureKey]: secretSignature, value };
}
