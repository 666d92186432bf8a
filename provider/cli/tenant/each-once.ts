import { isDeepStrictEqual } from "node:util";
import { type TenantObject } from "./tenant";

/**
 * Objects by their ids, each once: a list can show one twice, and a program must not declare it twice.
 * @param onTwo is called where the two differ; the first one counts
 */
export function eachOnce<T extends TenantObject>(objects: readonly T[], onTwo: (object: T) => void): T[] {
  const found = new Map<string, T>();
  for (const object of objects) {
    const before = found.get(object.id);
    if (before === undefined) found.set(object.id, object);
    else if (!isDeepStrictEqual(before.remote, object.remote)) onTwo(object);
  }
  return [...found.values()];
}
