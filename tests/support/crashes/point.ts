import { type Random, pick } from "../seeded";

/** When a run is killed: after a number of requests that LumenOne has seen, and not after a time. */
export interface Point {
  /** How far into the run, from 0 to 1, by the number of requests of a whole one. */
  readonly share: number;
  /**
   * `arrived`: the request has come, and nothing was done. `done`: it was carried out, and no response was sent.
   * `responded`: its response was sent.
   */
  readonly phase: "arrived" | "done" | "responded";
}

/** Points that cover the whole run: one in each of `count` equal parts of it. */
export function spreadPoints(random: Random, count: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    share: (index + random()) / count,
    phase: pick(random, ["arrived", "done", "responded"]),
  }));
}
