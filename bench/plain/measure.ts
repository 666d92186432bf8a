import { type KeptRounds } from "../kept-rounds";
import { type Command, commands } from "./commands";
import { Contestant, type Form } from "./contestant";

/** Seconds of each round. */
export type Seconds = Partial<Record<Command, number[]>>;

/** What is measured: forms by their names. */
export type Forms = Readonly<Record<string, Form>>;

/** Seconds of one round: of each form, by commands. */
export type Round = Record<string, Partial<Record<Command, number>>>;

/**
 * Measures side by side: each command of one form after the other, before the next command; so whatever else the machine does
 * slows all of them alike.
 * @param progress is given each figure, and how far it has come
 */
export async function measure(
  forms: Forms,
  rounds: number,
  kept: KeptRounds<Round>,
  progress: (line: string) => void,
): Promise<Record<string, Seconds>> {
  const measured: Record<string, Seconds> = {};
  for (let round = 1; round <= rounds; round++) {
    const figures = await kept.of(`round ${round}`, () => oneRound(forms, round, progress));
    for (const [name, seconds] of Object.entries(figures)) {
      const ofName = (measured[name] ??= {});
      for (const command of commands) (ofName[command] ??= []).push(seconds[command] ?? NaN);
    }
  }
  return measured;
}

async function oneRound(forms: Forms, round: number, progress: (line: string) => void): Promise<Round> {
  const all = commands.length * Object.keys(forms).length;
  const running: [name: string, contestant: Contestant][] = [];
  const figures: Round = {};
  let done = 0;
  try {
    for (const [name, form] of Object.entries(forms)) running.push([name, await Contestant.start(form)]);
    for (const command of commands) {
      // Another one begins in each round: load that comes or goes favours none.
      const turned = [...running.slice(round - 1), ...running.slice(0, round - 1)];
      for (const [name, contestant] of turned) {
        const seconds = await contestant.run(command);
        (figures[name] ??= {})[command] = Math.round(seconds * 1000) / 1000;
        progress(`round ${round} [${++done}/${all}]: ${name} ${command}: ${seconds.toFixed(2)} s`);
      }
    }
    return figures;
  } finally {
    for (const [, contestant] of running) await contestant.close();
  }
}
