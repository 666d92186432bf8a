import { type PulumiProcess } from "../pulumi-process";

/** What of one run can be chosen. */
export interface RunOptions {
  /** `--parallel`. */
  readonly parallel?: number;
  /** URNs to replace whatever their diff says. */
  readonly replace?: readonly string[];
  /** URNs to touch, and no others. */
  readonly targets?: readonly string[];
  /** `--refresh` of `up` and `preview`. */
  readonly refresh?: boolean;
  /** Secrets in clear on stdout; events never show them. */
  readonly showSecrets?: boolean;
  /** Saves half of the time of big stacks; a run that is killed then leaves no trace in state. */
  readonly skipCheckpoints?: boolean;
  /** Further flags. */
  readonly args?: readonly string[];
  /** On top of the stack's own; for the CLI and its plugins, not for the program, which runs in this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** `true`: the run has to fail. `"maybe"`: either will do. Default: a failure is thrown as `UnexpectedEnd`. */
  readonly expectFailure?: boolean | "maybe";
  /** Default: 120. */
  readonly timeoutSeconds?: number;
  /** Gets the running CLI, to interrupt or kill it. */
  readonly onStart?: (pulumi: PulumiProcess) => void;
}

/** The flags they become. */
export function flagsOf(options: RunOptions): string[] {
  return [
    ...(options.parallel === undefined ? [] : ["--parallel", String(options.parallel)]),
    ...(options.replace ?? []).flatMap((urn) => ["--replace", urn]),
    ...(options.targets ?? []).flatMap((urn) => ["--target", urn]),
    ...(options.refresh ? ["--refresh"] : []),
    ...(options.showSecrets ? ["--show-secrets"] : []),
    ...(options.args ?? []),
  ];
}
