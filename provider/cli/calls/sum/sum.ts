import Big from "big.js";
import { type Call, type Part, parts } from "../read/call";
import { percentile } from "./percentile";

/** How long calls took, in seconds. */
export interface Seconds {
  readonly total: number;
  readonly median: number | undefined;
  readonly p95: number | undefined;
}

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

  /** The cost that no part accounts for. */
  get other(): Big {
    return parts.reduce((rest, part) => rest.minus(this.parts[part]), this.cost);
  }

  get seconds(): Seconds {
    const sorted = Float64Array.from(this.durations).sort();
    const total = sorted.reduce((sum, duration) => sum + duration, 0);
    const [median, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)];
    return {
      total: toMilliseconds(total),
      median: median === undefined ? undefined : toMilliseconds(median),
      p95: p95 === undefined ? undefined : toMilliseconds(p95),
    };
  }
}

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
