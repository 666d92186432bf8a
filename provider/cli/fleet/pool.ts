import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { type FromWorker, type Progress, type Task, type TenantResult, type ToWorker } from "./task";

/** Tenants of one worker. Then it ends, which frees its memory. */
const tenantsOfWorker = 20;

/** Receives the progress of a pool. */
export interface PoolListener {
  readonly onBegin: (task: Task) => void;
  readonly onProgress: (task: Task, progress: Progress) => void;
  readonly onEnd: (result: TenantResult) => void;
}

/** Processes that each handle one tenant at a time. */
export class Pool {
  private readonly workers = new Set<ChildProcess>();
  private isStopped = false;

  constructor(
    private readonly size: number,
    private readonly listener: PoolListener,
  ) {}

  /** Does every task, several at a time. Tasks are taken when there is a worker for them. */
  async run(tasks: readonly Task[]): Promise<void> {
    const left = tasks.values();
    await Promise.all(Array.from({ length: this.size }, () => this.slot(left)));
  }

  /** Begins no further tenant; with `now`, those under way are asked to end as well. */
  stop(now: boolean): void {
    this.isStopped = true;
    if (now) for (const worker of this.workers) send(worker, { stop: true });
  }

  private async slot(left: IterableIterator<Task>): Promise<void> {
    let worker: ChildProcess | undefined;
    let done = 0;
    for (const task of left) {
      if (this.isStopped) {
        const remedy = "Run the command again: it does what is left.";
        const { stack, file } = task;
        this.listener.onEnd({ stack, file, status: "stopped", changes: {}, seconds: 0, remedy });
        continue;
      }
      if (worker && done >= tenantsOfWorker) {
        worker.disconnect();
        worker = undefined;
        done = 0;
      }
      worker ??= this.start();
      this.listener.onBegin(task);
      const result = await this.ask(worker, task);
      done++;
      if (!worker.connected) worker = undefined;
      this.listener.onEnd(result);
    }
    if (worker?.connected) worker.disconnect();
  }

  private start(): ChildProcess {
    // Events report what its CLI and its program print.
    const worker = fork(join(__dirname, "worker/worker.js"), [], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // Ctrl-C in a terminal signals a whole process group, and the first one must not end running tenants.
      detached: process.platform !== "win32",
    });
    this.workers.add(worker);
    worker.once("close", () => this.workers.delete(worker));
    return worker;
  }

  private ask(worker: ChildProcess, task: Task): Promise<TenantResult> {
    return new Promise((resolve) => {
      const finish = (result: TenantResult) => {
        worker.off("message", onMessage).off("close", onClose).off("error", onClose);
        resolve(result);
      };
      const onMessage = (message: FromWorker) => {
        if ("result" in message) finish(message.result);
        else this.listener.onProgress(task, message);
      };
      const onClose = (how: unknown) =>
        finish({
          stack: task.stack,
          file: task.file,
          status: "failed",
          changes: {},
          seconds: 0,
          problem: `Its process ended before it did (${how instanceof Error ? how.message : String(how)}).`,
          remedy: "Run the command again. If it stays, give it more memory, or a lower --parallel.",
        });
      worker.on("message", onMessage).once("close", onClose).once("error", onClose);
      send(worker, { task });
    });
  }
}

function send(worker: ChildProcess, message: ToWorker): void {
  // If it has just died, an event reports that.
  if (worker.connected) worker.send(message, () => undefined);
}
