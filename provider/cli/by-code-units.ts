/** Compares texts by code units, so that every machine has the same order: that of `localeCompare` depends on the machine. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
