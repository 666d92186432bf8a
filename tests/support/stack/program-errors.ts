import { AsyncLocalStorage } from "node:async_hooks";
import { runInThisContext } from "node:vm";

type Listener = (...args: unknown[]) => void;

/** jest gives tests a copy of `process` whose events never fire; this is the real one. */
const realProcess = runInThisContext("process") as NodeJS.Process;
const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

const current = new AsyncLocalStorage<(error: unknown) => void>();
const running = new Set<(error: unknown) => void>();
const displaced = new Map<string, Listener[]>();

/**
 * Runs a Pulumi program and hands every error that nobody catches (one thrown in an `apply`, say) to `report` of that
 * very program, where several run at once; `cmd/run` does so with a process of its own for each. Errors of anything
 * else go where they went before. The program gets the same function for those that it catches: one error is reported
 * once, however many promises carry it.
 */
export async function withProgramErrors<T>(
  report: (error: unknown) => void,
  program: (reportOnce: (error: unknown) => void) => Promise<T>,
): Promise<T> {
  const once = reportOnce(report);
  if (running.size === 0) install();
  running.add(once);
  try {
    return await current.run(once, program, once);
  } finally {
    running.delete(once);
    if (running.size === 0) uninstall();
  }
}

function reportOnce(report: (error: unknown) => void): (error: unknown) => void {
  const reported = new Set<unknown>();
  return (error) => {
    if (reported.has(error)) return;
    reported.add(error);
    report(error);
  };
}

const installed = Object.fromEntries(
  EVENTS.map((event): [string, Listener] => [
    event,
    (error, ...more) => {
      const report = current.getStore();
      if (report) report(error);
      else displaced.get(event)?.forEach((listener) => listener.call(realProcess, error, ...more));
    },
  ]),
);

function install(): void {
  for (const event of EVENTS) {
    displaced.set(event, realProcess.rawListeners(event) as Listener[]);
    realProcess.removeAllListeners(event);
    realProcess.on(event as "exit", installed[event]!);
  }
}

function uninstall(): void {
  for (const event of EVENTS) {
    realProcess.off(event, installed[event]!);
    displaced.get(event)?.forEach((listener) => realProcess.on(event as "exit", listener));
    displaced.delete(event);
  }
}
