/** How often a line is written where lines stay, in milliseconds. */
const quiet = 20_000;

/** What of standard error is used. */
type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/**
 * Says what a build that takes minutes is doing: a line that is rewritten on a terminal, a line now and then elsewhere.
 * `done` leaves no half-written line behind.
 */
export class BuildProgress {
  private downloaded = 0;
  private compiled = 0;
  private packages = 0;
  private last = 0;
  private shown = false;

  constructor(
    private readonly stream: Stream = process.stderr,
    private readonly now: () => number = Date.now,
  ) {
    this.last = this.now();
  }

  /** A line of `go get`: `go: downloading MODULE VERSION`. */
  readonly onDownload = (line: string): void => {
    if (!line.startsWith("go: downloading ")) return;
    this.downloaded++;
    this.show(`downloading module ${this.downloaded}: ${line.split(" ")[2] ?? ""}`);
  };

  /** @param packages how many there are to compile, those in Go's cache included */
  expect(packages: number): void {
    this.packages = packages;
  }

  /** A line of `go build -v`: the package that begins to be compiled. */
  readonly onCompile = (line: string): void => {
    this.compiled++;
    const all = this.packages > 0 ? ` of at most ${this.packages}` : "";
    this.show(`compiling package ${this.compiled}${all}: ${line}`);
  };

  done(): void {
    if (this.shown && this.stream.isTTY) this.stream.write("\r\u001b[K");
    this.shown = false;
  }

  private show(text: string): void {
    if (this.stream.isTTY) {
      this.shown = true;
      this.stream.write(`\r\u001b[K  ${text.slice(0, 76)}`);
    } else if (this.now() - this.last >= quiet) {
      this.last = this.now();
      this.stream.write(`\n  ${text} ... `);
    }
  }
}
