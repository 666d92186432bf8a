import { version } from "../../client/version";

/** Where a command writes to; a test gives its own. */
export interface Streams {
  readonly stdout: Pick<NodeJS.WriteStream, "write" | "isTTY"> & { readonly columns?: number };
  readonly stderr: Pick<NodeJS.WriteStream, "write" | "isTTY">;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reports to a person or a script what a command does. Results go to stdout, everything else to stderr, so that a pipe gets
 * results alone; with `json` stdout gets one JSON value.
 */
export class Reporter {
  /** Whether what is written to stderr may be coloured. Then its last line may be replaced, too. */
  readonly colours: boolean;
  private readonly isPlain: boolean;
  private shown = false;

  constructor(
    readonly json: boolean,
    private readonly streams: Streams = process,
    /** For the envelope: `fleet up`. */
    private readonly command = "",
  ) {
    const { env, stderr } = streams;
    // NO_COLOR (https://no-color.org) is also how logs ask for lines without control characters.
    this.isPlain = Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb" || json;
    this.colours = stderr.isTTY && !this.isPlain;
  }

  /** Columns of the terminal that shows the result, where it may be coloured; undefined where it is a file or a pipe. */
  get columns(): number | undefined {
    const { stdout } = this.streams;
    return stdout.isTTY && !this.isPlain ? (stdout.columns ?? 80) : undefined;
  }

  /** Writes a line of the result. */
  say(line = ""): void {
    this.clear();
    if (!this.json) this.streams.stdout.write(`${line}\n`);
  }

  /** Writes a note that is not part of the result. */
  warn(line: string): void {
    this.clear();
    this.streams.stderr.write(`${line}\n`);
  }

  /** Begins a step: with a line that the next one replaces on a terminal, and with a line that stays elsewhere. */
  step(line: string): void {
    this.clear();
    if (this.colours) this.show(line);
    else if (!this.json) this.streams.stderr.write(`${line}\n`);
  }

  /** Shows the progress of a step, on a terminal only. */
  progress(line: string): void {
    if (!this.colours) return;
    this.clear();
    this.show(line);
  }

  /** Writes the whole result for scripts: its keys stand beside those of the envelope. */
  result(value: object): void {
    this.clear();
    if (this.json) this.write({ command: this.command, version, ...value });
  }

  /** Writes why there is no result: to stderr for a person, in the envelope for a script. */
  error(message: string, exitCode: number): void {
    this.clear();
    this.streams.stderr.write(`${message}\n`);
    if (this.json) this.write(errorEnvelope(this.command, message, exitCode));
  }

  private write(envelope: object): void {
    this.streams.stdout.write(`${JSON.stringify(envelope, undefined, 2)}\n`);
  }

  /** Leaves no half-written line behind. */
  clear(): void {
    if (!this.shown) return;
    this.shown = false;
    this.streams.stderr.write("\r\u001b[K");
  }

  private show(line: string): void {
    this.shown = true;
    this.streams.stderr.write(line);
  }
}

/** The JSON on standard output in place of a result. */
export function errorEnvelope(command: string, message: string, exitCode: number): object {
  return { command, version, error: { message, exitCode } };
}
