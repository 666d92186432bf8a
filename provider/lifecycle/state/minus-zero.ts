/** The same value with 0 wherever it has -0: JSON writes both alike, and the next comparison would distinguish them. */
export function withoutMinusZero(value: unknown): unknown {
  if (value === 0) return 0;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutMinusZero);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMinusZero(inner)]));
}
