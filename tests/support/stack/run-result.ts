import { type PulumiExit } from "../pulumi-process";
import { type Diagnostic, diagnosticsOf } from "./diagnostic";
import { type EngineEvent } from "./engine-events";
import { type Step, stepsOf } from "./step";

/** What came of one `up`, `preview`, `refresh`, `destroy` or `import`. */
export interface RunResult extends PulumiExit {
  readonly ok: boolean;
  /** Number of resources by what was done to them, the stack itself among them. */
  readonly changes: Readonly<Record<string, number>>;
  /** Every step of the program's resources: without the stack and without default providers. */
  readonly steps: readonly Step[];
  /** Those of them that changed something; empty is what a second run must give. */
  readonly changed: readonly Step[];
  /** The steps of stack and default providers too. */
  readonly allSteps: readonly Step[];
  readonly diagnostics: readonly Diagnostic[];
  /** Messages of the diagnostics of that severity. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Of the stack, secrets masked. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What the program itself threw, in an `apply` too. */
  readonly thrown: readonly unknown[];
  /** Why the program could not send the engine everything, where the connection broke off. */
  readonly cutOffs: readonly Error[];
  readonly events: readonly EngineEvent[];
  readonly milliseconds: number;
}

/** Reads a run's events. */
export function runResult(
  exit: PulumiExit,
  events: readonly EngineEvent[],
  more: Pick<RunResult, "thrown" | "cutOffs" | "milliseconds">,
): RunResult {
  const allSteps = stepsOf(events);
  const steps = allSteps.filter((step) => !isOwnOfEngine(step));
  const diagnostics = diagnosticsOf(events);
  const messages = (severity: string): string[] =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(({ message }) => message);
  return {
    ...exit,
    ...more,
    ok: exit.code === 0,
    changes: events.findLast((event) => event.summaryEvent)?.summaryEvent?.resourceChanges ?? {},
    steps,
    changed: steps.filter(({ op }) => !["same", "read", "refresh"].includes(op)),
    allSteps,
    diagnostics,
    errors: messages("error"),
    warnings: messages("warning"),
    outputs: allSteps.findLast(({ type }) => type === STACK)?.new?.outputs ?? {},
    events,
  };
}

const STACK = "pulumi:pulumi:Stack";

function isOwnOfEngine({ type, name }: Step): boolean {
  return type === STACK || (type.startsWith("pulumi:providers:") && name.startsWith("default"));
}
