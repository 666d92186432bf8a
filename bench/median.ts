/** The middle of the values; of two middles the mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median, behind it the least and the most: `1.20 (1.10 to 1.31)`. */
export function spread(values: readonly number[], digits: number): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((each) =>
    each.toFixed(digits),
  );
  return `${middle} (${least} to ${most})`;
}
