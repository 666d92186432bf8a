import * as fc from "fast-check";
import { type Kind, kindsInOrder } from "./model";

/** One thing that happens to a tenant: its program changes, somebody meddles at LumenOne, or a call will go wrong. */
export interface Operation {
  readonly what: "add" | "change" | "remove" | "rename" | "drift" | "vanish" | "fault";
  /** What is added. */
  readonly kind: Kind;
  /** Numbers in [0, 1) that settle what it is done to, and how. */
  readonly choices: readonly number[];
}

// Small numbers are no more telling than others here.
const choice = fc.noBias(fc.integer({ min: 0, max: 2 ** 30 - 1 }).map((number) => number / 2 ** 30));
const choices = fc.array(choice, { minLength: 6, maxLength: 6 });
const anyKind = fc.noBias(fc.constantFrom(...kindsInOrder));

const operation: fc.Arbitrary<Operation> = fc.record({
  what: fc.noBias(
    fc.constantFrom("add", "add", "add", "change", "change", "remove", "rename", "drift", "vanish", "fault", "fault"),
  ),
  kind: anyKind,
  choices,
});

const adding = (kind: fc.Arbitrary<Kind>): fc.Arbitrary<Operation> =>
  fc.record({ what: fc.constant("add"), kind, choices });

/** Operations by round: the first round adds every kind, and some more. A shorter plan is the beginning of a longer one. */
export function planOf(seed: number, rounds: number): Operation[][] {
  const all = fc.tuple(...kindsInOrder.map((kind) => adding(fc.constant(kind))));
  const more = fc.array(adding(anyKind), { minLength: 6, maxLength: 6 });
  const later = fc.array(fc.array(operation, { minLength: 7, maxLength: 7 }), {
    minLength: rounds - 1,
    maxLength: rounds - 1,
  });
  const [[first, others, rest]] = fc.sample(fc.tuple(all, more, later), { seed, numRuns: 1 }) as [
    [Operation[], Operation[], Operation[][]],
  ];
  return [[...first, ...others], ...rest];
}
