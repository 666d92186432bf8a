import { fork } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { leftovers } from "../../tests/support/leftovers";
import { type Question, type Ready, type Reply, type Seen } from "./messages";

/** A simulator in another process. */
export interface RemoteSimulator extends Ready {
  /** Forgets the requests so far. */
  clear(): Promise<void>;
  /** The requests since then. */
  seen(): Promise<Seen>;
  close(): Promise<void>;
}

/** Starts a simulator without anything in it. */
export async function startSimulator(latency: number): Promise<RemoteSimulator> {
  const child = fork(path.join(__dirname, "simulator-process.ts"), [String(latency)], {
    execArgv: ["--require", "ts-node/register/transpile-only"],
  });
  const disconnect = (): void => {
    if (child.connected) child.disconnect();
  };
  leftovers.add(disconnect);
  const ended = once(child, "exit");
  const next = async <T extends Reply>(): Promise<T> => {
    const replied = once(child, "message") as Promise<[T]>;
    const failed = ended.then((): never => {
      throw new Error("the simulator's process has ended");
    });
    return (await Promise.race([replied, failed]))[0];
  };
  const ask = async (question: Question): Promise<Seen> => {
    const reply = next<Seen>();
    child.send(question);
    return await reply;
  };
  const ready = await next<Ready>();
  return {
    ...ready,
    clear: async () => void (await ask("clear")),
    seen: () => ask("count"),
    async close() {
      disconnect();
      leftovers.delete(disconnect);
      await ended;
    },
  };
}
