import { type Operation } from "./operations";
import { type Comparison, requestsOf, secondsOf } from "./results";

/** A promise about the figures of one comparison. */
export interface Goal {
  readonly title: string;
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
  /** Where the figure stands for a ratio and not for a number of things. */
  readonly isRatio: boolean;
  /** Undefined where something was not measured. */
  measure(comparison: Comparison): number | undefined;
}

/** What this provider is to be, in the order of the document. The engine alone is `pulumi.Stash`. */
export const goals: readonly Goal[] = [
  atMost("native, up, to the engine alone", 1.15, "up", "native@0", "stash"),
  atMost("native, destroy, to the engine alone", 1.1, "destroy", "native@0", "stash"),
  atMost("native, no-op preview, to the engine alone", 1.1, "preview", "native@0", "stash"),
  atMost("native, refresh, to the engine alone", 2, "refresh", "native@0", "stash"),
  stateAtMost("native, bytes of state, to the engine alone", 1.15, "native@0"),
  memoryAtMost("native, memory of the plugin, MB", 80, "native@0"),
  atMost("dynamic, up, to the engine alone", 1.2, "up", "ours@0", "stash"),
  atMost("dynamic, destroy, to the engine alone", 1.15, "destroy", "ours@0", "stash"),
  atMost("dynamic, no-op preview, to the engine alone", 1.5, "preview", "ours@0", "stash"),
  requestsAtMost("requests of a no-op preview", 0, "preview"),
  requestsAtMost("requests of a refresh", 25, "refresh"),
  atLeast("refresh, 100 ms: times faster than a GET each", 10, "refresh", "raw-http@100", "ours@100"),
  {
    title: "up, 100 ms, to the slower one of the engine alone and the requests alone",
    bound: { atMost: 1.2 },
    isRatio: true,
    measure(comparison) {
      const [own, engine, requests] = ["ours@100", "stash", "raw-http@100"].map((name) =>
        secondsOf(comparison, name, "up"),
      );
      if (own === undefined || engine === undefined || requests === undefined) return undefined;
      return own / Math.max(engine, requests);
    },
  },
  stateAtMost("dynamic, bytes of state, to the engine alone", 1.3, "ours@0"),
  atLeast("up, 0 ms: times faster than the usual provider", 3.5, "up", "usual@0", "ours@0"),
  atLeast("no-op preview: times faster than the usual provider", 3.5, "preview", "usual@0", "ours@0"),
  atLeast("destroy, 0 ms: times faster than the usual provider", 3.5, "destroy", "usual@0", "ours@0"),
  memoryAtMost("dynamic, memory of the host process, MB", 200, "ours@0"),
];

export function isMet({ bound }: Goal, measured: number): boolean {
  return "atMost" in bound ? measured <= bound.atMost : measured >= bound.atLeast;
}

type Figure = (comparison: Comparison, name: string) => number | undefined;

function secondsFor(operation: Operation): Figure {
  return (comparison, name) => secondsOf(comparison, name, operation);
}

function stateBytes({ figures }: Comparison, name: string): number | undefined {
  return figures[name]?.up?.stateBytes;
}

function ratio(of: Figure, over: string, under: string): Goal["measure"] {
  return (comparison) => {
    const [one, other] = [of(comparison, over), of(comparison, under)];
    return one === undefined || other === undefined ? undefined : one / other;
  };
}

function atMost(title: string, bound: number, operation: Operation, over: string, under: string): Goal {
  return { title, bound: { atMost: bound }, isRatio: true, measure: ratio(secondsFor(operation), over, under) };
}

function atLeast(title: string, bound: number, operation: Operation, over: string, under: string): Goal {
  return { title, bound: { atLeast: bound }, isRatio: true, measure: ratio(secondsFor(operation), over, under) };
}

function requestsAtMost(title: string, bound: number, operation: Operation): Goal {
  return {
    title,
    bound: { atMost: bound },
    isRatio: false,
    measure({ figures }) {
      const measured = figures["ours@0"]?.[operation];
      return measured && requestsOf(measured);
    },
  };
}

function stateAtMost(title: string, bound: number, name: string): Goal {
  return { title, bound: { atMost: bound }, isRatio: true, measure: ratio(stateBytes, name, "stash") };
}

function memoryAtMost(title: string, bound: number, name: string): Goal {
  return {
    title,
    bound: { atMost: bound },
    isRatio: false,
    measure({ figures }) {
      const memory = Object.values(figures[name] ?? {}).flatMap(({ hostMemory }) => hostMemory ?? []);
      return memory.length === 0 ? undefined : Math.max(...memory) / 1e6;
    },
  };
}
