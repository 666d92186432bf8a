import { type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { change, remoteOf, vanish } from "../scenarios/remote";
import { pick, type Random } from "../seeded";
import { type Kind } from "./model";
import { settingsOf } from "./settings";

/** A resource that the last round has made. */
export interface Known {
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  /** What the program gave it. Anything else is not managed, and keeps what others set. */
  readonly settings: readonly string[];
}

/** What is in something that has vanished has vanished too. */
const stillThere = (simulator: Simulator, known: readonly Known[]) =>
  known.filter(({ kind, id }) => remoteOf(simulator, kind, id) !== undefined);

/** Somebody removes something behind the API. @returns what was done */
export function remove(random: Random, simulator: Simulator, known: readonly Known[]): string | undefined {
  const there = stillThere(simulator, known);
  if (there.length === 0) return undefined;
  const { kind, name, id } = pick(random, there);
  vanish(simulator, kind, id);
  return `${kind} ${name} vanishes`;
}

/** Somebody changes something behind the API. @returns what was done */
export function drift(random: Random, simulator: Simulator, known: readonly Known[]): string | undefined {
  const settings = stillThere(simulator, known).flatMap(({ kind, name, id, settings: given }) =>
    Object.entries(settingsOf[kind])
      .filter(([setting, { fixed }]) => !fixed && given.includes(setting))
      .map(([setting, { values }]) => ({ kind, name, id, setting, values })),
  );
  if (settings.length === 0) return undefined;
  const { kind, name, id, setting, values } = pick(random, settings);
  change(simulator, kind, id, { [setting]: pick(random, values) });
  return `${setting} of ${name} drifts`;
}

/** Operations that something depends on: every write, and every list that shows the existing objects. */
const operationIds = [
  ...new Set(
    kinds.flatMap((kind) => {
      const { create, update, delete: gone, list } = definitionOf(kind).operations;
      return [create, update, gone, list].filter((operation) => operation !== undefined);
    }),
  ),
];

const faults: readonly Omit<Fault, "operationId">[] = [
  { kind: "resetBefore" },
  { kind: "resetAfter" },
  { kind: "truncated" },
  { kind: "html" },
  { kind: "aborted" },
  { kind: "status", status: 503, when: "before" },
  { kind: "status", status: 503, when: "after" },
  { kind: "status", status: 429 },
  { kind: "text", status: 400, body: "Bad Request", when: "before" },
];

/** The next call of some operation goes wrong. @returns what will */
export function spoil(random: Random, simulator: Simulator): string {
  const operationId = pick(random, operationIds);
  const fault = pick(random, faults);
  simulator.faults.add({ ...fault, operationId });
  return `${[fault.kind, fault.status, fault.when].filter(Boolean).join(" ")} on ${operationId}`;
}
