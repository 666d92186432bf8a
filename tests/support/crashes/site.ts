import { typeOf } from "../host";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import { lumenoneConfig } from "../lumenone-config";
import { type PulumiProcess } from "../pulumi-process";
import { scenarioSeed } from "../scenarios/seed";
import { type RunOptions, type RunResult, testStack, type TestStack } from "../stack";
import { repairBackend } from "../stack/repair-backend";
import { until } from "../until";
import { type Point } from "./point";

/** What stack and LumenOne are at one moment. */
export interface Moment {
  readonly state: Buffer;
  readonly server: ReturnType<Simulator["snapshot"]>;
}

/** What a kill has left behind. */
export interface Aftermath {
  readonly result: RunResult;
  /** The operation that was under way, and how many requests there were in all. */
  readonly at: string;
  readonly requests: number;
  readonly inState: number;
  readonly pending: number;
  /** Files of the backend that were cut off. */
  readonly repaired: readonly string[];
}

/** A stack with a LumenOne of its own, for one crash after another. */
export class Site {
  private constructor(
    readonly stack: TestStack,
    readonly simulator: Simulator,
    readonly start: Moment,
  ) {}

  static async open(): Promise<Site> {
    const simulator = await createSimulator({ seed: scenarioSeed });
    const stack = await testStack({ config: lumenoneConfig(simulator) });
    return new Site(stack, simulator, { state: stack.stateFile().bytes, server: simulator.snapshot() });
  }

  now(): Moment {
    return { state: this.stack.stateFile().bytes, server: this.simulator.snapshot() };
  }

  /** Puts stack and LumenOne back to a moment. */
  goTo({ state, server }: Moment): void {
    this.setState(state);
    this.simulator.reset(server);
  }

  /** Puts the stack alone back: `start.state` is what is left when the state is lost. */
  setState(state: Buffer): void {
    repairBackend(this.stack.stateFile().path);
    fs.writeFileSync(this.stack.stateFile().path, state);
  }

  /**
   * Runs a command and kills it at a point.
   * @param total requests of a whole run
   * @param kill Default: the CLI and all that it started, at once
   */
  async crash(
    run: (options: RunOptions) => Promise<RunResult>,
    { share, phase }: Point,
    total: number,
    kill: (pulumi: PulumiProcess) => void = (pulumi) => pulumi.kill(),
  ): Promise<Aftermath> {
    const { simulator, stack } = this;
    const skip = Math.floor(share * total);
    simulator.journal.clear();
    if (phase !== "responded")
      simulator.faults.add({ kind: "stall", skip, when: phase === "done" ? "after" : "before" });
    let pulumi: PulumiProcess | undefined;
    let over = false;
    const running = run({ expectFailure: "maybe", onStart: (started) => (pulumi = started) }).finally(() => {
      over = true;
    });
    const hit = () =>
      phase === "responded"
        ? simulator.journal.filter(({ status }) => status !== undefined)[skip]
        : simulator.journal.find(({ fault }) => fault === "stall");
    await until(() => over || hit() !== undefined);
    if (over) {
      const { errors, cutOffs } = await running;
      const why = [...errors, ...cutOffs.map(({ message }) => message)].join("\n") || "it succeeded";
      throw new Error(`The run ended before request ${skip + 1} of ${total}: ${why}`);
    }
    const at = `${hit()?.operationId}`;
    kill(pulumi as unknown as PulumiProcess);
    const result = await running;
    await until(() => simulator.journal.every(({ endedAt }) => endedAt !== undefined));
    simulator.faults.clear();
    const requests = simulator.journal.length;
    const repaired = repairBackend(stack.stateFile().path);
    const { resources = [], pending_operations: pending } = await stack.export();
    return {
      result,
      at,
      requests,
      repaired,
      inState: resources.filter(({ type }) => type.startsWith(typeOf(""))).length,
      pending: Array.isArray(pending) ? pending.length : 0,
    };
  }

  async close(): Promise<void> {
    await this.simulator.close();
    this.stack.dispose();
  }
}
