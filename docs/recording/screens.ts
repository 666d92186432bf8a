import { type IBufferCell, type IBufferLine, Terminal } from "@xterm/headless";
import { type Asciicast } from "./asciicast";

/** Text of one look, at a column. */
export interface Run {
  readonly column: number;
  readonly text: string;
  /** Number of a terminal's palette: 0 to 15. Undefined is the default. */
  readonly color: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

/** What a terminal shows from a time on: the runs of each row. */
export interface Screen {
  /** In seconds. */
  readonly time: number;
  readonly rows: readonly (readonly Run[])[];
}

/** In seconds: outputs that follow within this time are one screen. */
const shortest = 0.12;

/** Plays a recording in a terminal without a window. @returns the screens that differ from those before */
export async function screensOf({ width, height, events }: Asciicast): Promise<Screen[]> {
  const terminal = new Terminal({ cols: width, rows: height, allowProposedApi: true });
  const screens: Screen[] = [];
  let last = "";
  for (const [index, { time, text }] of events.entries()) {
    await new Promise<void>((resolve) => terminal.write(text, resolve));
    const next = events[index + 1];
    if (next && next.time - (screens.at(-1)?.time ?? -1) < shortest) continue;
    const { active } = terminal.buffer;
    const rows = Array.from({ length: height }, (_, row) => runsOf(active.getLine(active.baseY + row)));
    if (JSON.stringify(rows) === last) continue;
    last = JSON.stringify(rows);
    screens.push({ time, rows });
  }
  terminal.dispose();
  return screens;
}

function runsOf(line: IBufferLine | undefined): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < (line?.length ?? 0); column++) {
    const cell = line?.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const look = lookOf(cell);
    const before = runs.at(-1);
    const text = cell.getChars() || " ";
    const goesOn = before && column === before.column + before.text.length && isSame(before, look);
    if (goesOn) runs[runs.length - 1] = { ...before, text: before.text + text };
    else runs.push({ column, text, ...look });
  }
  return runs.map(trimmed).filter(({ text }) => text !== "");
}

type Look = Omit<Run, "column" | "text">;

function lookOf(cell: IBufferCell): Look {
  return {
    color: cell.isFgPalette() ? cell.getFgColor() : undefined,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}

function isSame(run: Look, look: Look): boolean {
  return run.color === look.color && run.bold === look.bold && run.dim === look.dim && run.underline === look.underline;
}

/** Blanks at the ends show nothing, unless they are underlined. */
function trimmed(run: Run): Run {
  if (run.underline) return run;
  const begun = run.text.trimStart();
  return { ...run, column: run.column + run.text.length - begun.length, text: begun.trimEnd() };
}
