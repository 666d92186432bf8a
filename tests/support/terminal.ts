import { recordTerminal } from "../../docs/recording/record-terminal";
import { screensOf } from "../../docs/recording/screens";

/** What is run in a terminal. */
export interface InTerminal {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program in a terminal. @returns the texts of the screens that a person sees one after the other, row by row */
export async function screensIn(run: InTerminal): Promise<string[][]> {
  const screens = await screensOf(await recordTerminal({ ...run, title: "", width: 160, height: 40 }));
  return screens.map(({ rows }) => rows.map((runs) => runs.map(({ text }) => text).join(" ")));
}
