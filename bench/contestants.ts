import { type ContestantName } from "./results";
import { type Subject } from "./subjects/subject";

/** A subject at one latency. */
export interface Contestant {
  readonly name: ContestantName;
  readonly subject: Subject;
  readonly latency: number;
  /** In how many rounds it takes part. */
  readonly rounds: number;
}

/** How often what is measured: a number for all, and others for single subjects. */
export interface Repetitions {
  readonly all: number;
  readonly of: Readonly<Record<string, number>>;
}

/**
 * Each subject at each latency; once where it makes no difference.
 * @param only names of subjects or contestants; empty for all
 */
export function contestantsOf(
  subjects: readonly Subject[],
  latencies: readonly number[],
  repetitions: Repetitions,
  only: readonly string[] = [],
): Contestant[] {
  return subjects
    .flatMap((subject) => {
      const rounds = repetitions.of[subject.name] ?? repetitions.all;
      if (!subject.sendsRequests) return [{ name: subject.name, subject, latency: 0, rounds }];
      return latencies.map((latency) => ({ name: `${subject.name}@${latency}`, subject, latency, rounds }));
    })
    .filter(({ name, subject }) => only.length === 0 || only.includes(name) || only.includes(subject.name));
}
