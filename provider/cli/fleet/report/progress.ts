import { styleText } from "node:util";
import { oneLine } from "../../../tenant/file/describe-problem";
import { type Reporter } from "../../console/reporter";
import { changesIn, isBad } from "./result-status";
import { type Progress, type TenantResult } from "../task";

/** Reports the progress of a fleet: one line for each tenant that has ended and, on a terminal, the tenants under way. */
export class FleetProgress {
  private readonly underWay = new Map<string, Progress>();
  private ended = 0;

  constructor(
    private readonly total: number,
    private readonly reporter: Reporter,
  ) {}

  begin(stack: string): void {
    this.underWay.set(stack, { done: 0 });
    this.show();
  }

  progress(stack: string, progress: Progress): void {
    this.underWay.set(stack, progress);
    this.show();
  }

  end(result: TenantResult): void {
    this.underWay.delete(result.stack);
    this.ended++;
    const { status, seconds } = result;
    const stack = oneLine(result.stack);
    const changes = changesIn(result);
    const line = `[${this.ended}/${this.total}] ${stack}: ${this.coloured(result)}${changes === "" ? "" : ` (${changes})`}, ${seconds} s`;
    this.reporter.warn(
      status === "stopped" && seconds === 0 ? `[${this.ended}/${this.total}] ${stack}: not begun` : line,
    );
    if (result.problem !== undefined) this.reporter.warn(`    ${oneLine(result.problem.split("\n")[0] ?? "")}`);
    this.show();
  }

  private coloured(result: TenantResult): string {
    const { status } = result;
    if (!this.reporter.colours) return status;
    return styleText(isBad(result) ? "red" : status === "changed" ? "green" : "dim", status);
  }

  private show(): void {
    if (this.underWay.size === 0) return;
    const tenants = [...this.underWay].map(([stack, { done, status }]) =>
      [stack, ...(done === 0 ? [] : [done]), ...(status === undefined ? [] : [`(${status})`])].join(" "),
    );
    const line = `[${this.ended}/${this.total}] ${tenants.join(", ")}`;
    const width = (process.stderr.columns ?? 80) - 1;
    this.reporter.progress(line.length > width ? `${line.slice(0, width - 3)}...` : line);
  }
}
