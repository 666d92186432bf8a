/** A recorded terminal, as the file format asciicast 2 holds it. */
export interface Asciicast {
  /** In columns. */
  readonly width: number;
  /** In rows. */
  readonly height: number;
  readonly title: string;
  readonly events: readonly Output[];
}

/** What a program wrote. */
export interface Output {
  /** Seconds since the beginning. */
  readonly time: number;
  readonly text: string;
}

/** Returns the text of a `.cast` file: a header, then a line for each output. */
export function castText({ events, ...header }: Asciicast): string {
  const lines = events.map(({ time, text }) => [Number(time.toFixed(3)), "o", text]);
  return [{ version: 2, ...header }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
}
