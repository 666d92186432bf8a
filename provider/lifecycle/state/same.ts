import { isDeepStrictEqual } from "node:util";
import { containsUnknown } from "../engine/unknown";

/**
 * Whether the program asks for what is already there. A value that is not known yet differs from everything; a field
 * that left the program asks for nothing where nothing is set.
 */
export function same(old: unknown, wanted: unknown): boolean {
  if (containsUnknown(wanted)) return false;
  if (wanted === undefined) return old === undefined || old === null;
  return isDeepStrictEqual(old, wanted);
}
