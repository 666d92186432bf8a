/**
 * The value below which this share of the values lies, exact, between two values in proportion: as numpy, R (type 7) and
 * PERCENTILE.INC of spreadsheets. Undefined for no values.
 * @param sorted values in ascending order
 * @param share from 0 to 1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | undefined {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
