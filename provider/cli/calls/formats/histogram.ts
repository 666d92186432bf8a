import { shownSeconds } from "./words";

/** Ends of the classes, in seconds. */
const ends = [15, 30, 60, 120, 300, 600, 1800, Infinity];

/** How many durations lie from one end (included) to the next (excluded). */
export function histogram(durations: readonly number[]): { name: string; calls: number }[] {
  const counts = ends.map(() => 0);
  for (const duration of durations) {
    const place = ends.findIndex((end) => duration < end);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return ends.map((end, index) => {
    const begin = shownSeconds(ends[index - 1] ?? 0);
    return {
      name: end === Infinity ? `${begin} and more` : `${begin} to ${shownSeconds(end)}`,
      calls: counts[index] ?? 0,
    };
  });
}
