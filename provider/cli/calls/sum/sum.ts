import Big from "big.js";
import { allParts, type Call, type Part, parts } from "../read/call";

/** The cost of some calls together. Keeps only the duration of each call. */
export class Sum {
  calls = 0;
  /** Calls without a cost. */
  withoutCost = 0;
  cost = new Big(0);
  readonly parts: Record<Part, Big> = { stt: new Big(0), llm: new Big(0), tts: new Big(0), vapi: new Big(0) };
  /** Durations in seconds, of the calls that have one. */
  readonly durations: number[] = [];

  add(call: Pick<Call, "cost" | "parts" | "seconds">): void {
    this.calls++;
    if (call.cost === undefined) this.withoutCost++;
    else this.cost = this.cost.plus(call.cost);
    for (const part of parts) {
      const amount = call.parts[part];
      if (amount !== undefined) this.parts[part] = this.parts[part].plus(amount);
    }
    if (call.seconds !== undefined) this.durations.push(call.seconds);
  }

  /** Adds all that another one has. */
  merge(other: Sum): void {
    this.calls += other.calls;
    this.withoutCost += other.withoutCost;
    this.cost = this.cost.plus(other.cost);
    for (const part of parts) this.parts[part] = this.parts[part].plus(other.parts[part]);
    for (const duration of other.durations) this.durations.push(duration);
  }

  /** The parts of the cost, and what none of them accounts for. */
  get amounts(): Readonly<Record<(typeof allParts)[number], Big>> {
    return { ...this.parts, other: parts.reduce((rest, part) => rest.minus(this.parts[part]), this.cost) };
  }

  /** How long calls took. */
  get seconds() {
    const sorted = Float64Array.from(this.durations).sort();
    const total = sorted.reduce((sum, duration) => sum + duration, 0);
    return { total: toMilliseconds(total), median: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
  }
}

/** The parts that a report of these sums shows: the rest of the cost, beside them, where there is any. */
export const shownParts = (sums: readonly Sum[]) =>
  sums.some(({ amounts }) => !amounts.other.eq(0)) ? allParts : parts;

/**
 * The value below which this share of the values lies, between two values in proportion, to the millisecond: as numpy, R (type 7)
 * and PERCENTILE.INC of spreadsheets. Undefined for no values.
 * @param sorted values in ascending order
 * @param share from 0 to 1
 */
function percentile(sorted: ArrayLike<number>, share: number): number | undefined {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return toMilliseconds(below + (above - below) * (place - Math.floor(place)));
}

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
