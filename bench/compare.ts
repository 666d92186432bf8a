import { type Contestant } from "./contestants";
import { type Operation } from "./operations";
import { type Comparison, type Measured } from "./results";
import { scenarioOf } from "./scenario";
import { type Figures, type Running } from "./subjects/subject";

/** What one comparison is about. */
export interface Plan {
  readonly workspaces: number;
  /** Default: one for each hundred workspaces. */
  readonly organizations?: number;
  readonly contestants: readonly Contestant[];
  readonly operations: readonly Operation[];
  /** Receives each figure, and how far the comparison has come. */
  readonly progress: (what: string, figures: Figures, done: number, all: number) => void;
}

/**
 * Measures side by side: each operation by one contestant after the other, before the next operation. So whatever else the
 * machine does meanwhile slows all of them alike.
 */
export async function compare(plan: Plan): Promise<Comparison> {
  const scenario = scenarioOf(plan.workspaces, 0);
  const organizations = plan.organizations ?? scenario.organizations;
  const figures: Comparison["figures"] = {};
  const rounds = Math.max(...plan.contestants.map((contestant) => contestant.rounds));
  const all = plan.contestants.reduce((sum, contestant) => sum + contestant.rounds * plan.operations.length, 0);
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    const running: [Contestant, Running][] = [];
    try {
      for (const contestant of plan.contestants.filter((each) => each.rounds > round)) {
        const { subject, latency } = contestant;
        running.push([contestant, await subject.start({ ...scenario, organizations, latency })]);
      }
      for (const operation of plan.operations) {
        for (const [{ name }, subject] of running) {
          const measured = await subject.run(operation);
          done++;
          if (!measured) continue;
          const ofName = (figures[name] ??= {});
          ofName[operation] = added(`${name} ${operation}`, ofName[operation], measured);
          plan.progress(`${plan.workspaces} workspaces, round ${round + 1}: ${name} ${operation}`, measured, done, all);
        }
      }
    } finally {
      for (const [, subject] of running) await subject.close();
    }
  }
  return { workspaces: plan.workspaces, organizations, figures };
}

/** @throws when two rounds sent different requests: then the figures mean nothing */
function added(what: string, before: Measured | undefined, now: Figures): Measured {
  const { seconds, requests, stateBytes, hostMemory } = now;
  if (before && JSON.stringify(sorted(before.requests)) !== JSON.stringify(sorted(requests))) {
    throw new Error(
      `${what} sent ${JSON.stringify(before.requests)} in one round, ${JSON.stringify(requests)} in another`,
    );
  }
  const most = Math.max(before?.hostMemory ?? 0, hostMemory ?? 0);
  return {
    seconds: [...(before?.seconds ?? []), Math.round(seconds * 1000) / 1000],
    requests: sorted(requests),
    ...(stateBytes === undefined ? {} : { stateBytes }),
    ...(most === 0 ? {} : { hostMemory: most }),
  };
}

function sorted(requests: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(requests).sort());
}
