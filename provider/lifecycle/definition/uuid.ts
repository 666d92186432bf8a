/** A UUID, in upper or lower case. */
export const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether this is a UUID, in upper or lower case. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && uuidForm.test(value);
}

/** A UUID in lower case; anything else as it is. */
export function asUuid(value: unknown): unknown {
  return isUuid(value) ? value.toLowerCase() : value;
}
