/** Numbers in [0, 1) that follow from a seed (mulberry32): what failed once fails again. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from");
  return value;
}

/**
 * The seed that a variable of the environment gives, else a new one. It is printed, so that a failure can be replayed.
 * @param usual in place of a new one, where other seeds can show a known limit
 */
export function seedFrom(variable: string, usual = Math.floor(Math.random() * 2 ** 31)): number {
  const given = process.env[variable];
  const seed = given === undefined ? usual : Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error(`${variable} must be an integer, not "${given}"`);
  process.stdout.write(`${variable}=${seed}\n`);
  return seed;
}
