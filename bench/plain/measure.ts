import { type Scenario } from "../scenario";
import { type Command, commands, type Form, PlainContestant } from "./plain-contestant";

/** Seconds of each round. */
export type Seconds = Partial<Record<Command, number[]>>;

/** What is measured: forms by their names. */
export type Forms = Readonly<Record<string, Form>>;

/**
 * Measures side by side: each command of one form after the other, before the next command; so whatever else the machine does
 * slows all of them alike.
 * @param progress is told each figure, and how far it has come
 */
export async function measure(
  forms: Forms,
  scenario: Scenario,
  rounds: number,
  progress: (line: string) => void,
): Promise<Record<string, Seconds>> {
  const all = rounds * commands.length * Object.keys(forms).length;
  const measured: Record<string, Seconds> = {};
  let done = 0;
  for (let round = 1; round <= rounds; round++) {
    const running: [name: string, contestant: PlainContestant][] = [];
    try {
      for (const [name, form] of Object.entries(forms))
        running.push([name, await PlainContestant.start(form, scenario)]);
      for (const command of commands) {
        // Another one begins in each round: load that comes or goes favours none.
        const turned = [...running.slice(round - 1), ...running.slice(0, round - 1)];
        for (const [name, contestant] of turned) {
          const seconds = await contestant.run(command);
          const ofName = (measured[name] ??= {});
          (ofName[command] ??= []).push(Math.round(seconds * 1000) / 1000);
          progress(`[${++done}/${all}] round ${round}: ${name} ${command}: ${seconds.toFixed(2)} s`);
        }
      }
    } finally {
      for (const [, contestant] of running) await contestant.close();
    }
  }
  return measured;
}
