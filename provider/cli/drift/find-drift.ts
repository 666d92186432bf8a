import { byCodeUnits } from "../by-code-units";
import { CommandError } from "../exit-code";
import { type Exit, type RunOptions, runPulumi, saidBy, withoutErrorWord } from "../pulumi/run-pulumi";
import { valueAt } from "./property-path";

/** One difference between LumenOne and the state. */
export interface Drift {
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** Property path; undefined where the object itself is gone. */
  readonly field?: string;
  /** As the state has it. A secret is `[secret]`. */
  readonly expected?: unknown;
  /** As LumenOne has it. */
  readonly actual?: unknown;
  readonly change: "changed" | "added" | "removed" | "gone";
}

interface StepState {
  readonly id?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
}

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: StepState | null;
  readonly newState?: StepState | null;
  readonly detailedDiff?: Record<string, { readonly kind: string; readonly inputDiff?: boolean }> | null;
  readonly diffReasons?: readonly string[] | null;
}

/** What `pulumi refresh --preview-only --json` prints, as far as it is read. */
interface RefreshPreview {
  readonly steps?: readonly Step[];
  readonly diagnostics?: readonly { readonly message: string; readonly severity: string }[];
}

/** Steps that found nothing: a refresh that changes nothing keeps its name. */
const unchanged = ["refresh", "same", "read"];

/** A provider is the program's own: with `--run-program` its new key is a step, and nothing at LumenOne. */
const isProvider = /(?:::|\$)pulumi:providers:[^:$]+::/;

/**
 * Reads the drift out of the engine's own preview of a refresh. The comparison is the engine's.
 * @param options further arguments of `pulumi refresh`
 * @throws {CommandError} the refresh failed: then what it found is not all
 */
export async function findDrift(options: readonly string[], run: RunOptions): Promise<Drift[]> {
  const args = ["refresh", "--preview-only", "--json", "--non-interactive", ...options];
  const { steps = [] } = previewOf(await runPulumi(args, run));
  return steps
    .filter(({ op, urn }) => !unchanged.includes(op) && !isProvider.test(urn))
    .flatMap(driftOf)
    .sort((one, other) => byCodeUnits(one.urn, other.urn) || byCodeUnits(one.field ?? "", other.field ?? ""));
}

function previewOf(exit: Exit): RefreshPreview {
  const said = saidBy(exit);
  try {
    const preview = JSON.parse(exit.stdout) as RefreshPreview;
    if (exit.code === 0) return preview;
    const errors = (preview.diagnostics ?? []).filter(({ severity }) => severity.startsWith("error"));
    throw new CommandError(errors.map(({ message }) => message.trim()).join("\n") || said);
  } catch (error) {
    const words = withoutErrorWord(error instanceof CommandError ? error.message : said);
    const remedy = words.includes("no Pulumi.yaml") ? " Give the program's folder: `--cwd FOLDER`." : "";
    throw new CommandError(`pulumi refresh failed: ${words}${remedy}`, undefined, { cause: error });
  }
}

function driftOf({ op, urn, oldState, newState, detailedDiff, diffReasons }: Step): Drift[] {
  const [, type = "", name = ""] = /::([^:]+(?::[^:]+)*)::(.*)$/s.exec(urn.slice(urn.indexOf("::") + 2)) ?? [];
  const about = { urn, kind: type.slice(type.lastIndexOf(":") + 1), name, id: oldState?.id ?? "" };
  if (op === "delete") return [{ ...about, change: "gone" }];
  const paths: [string, string][] = detailedDiff
    ? Object.entries(detailedDiff).map(([path, { kind }]) => [path, kind])
    : (diffReasons ?? []).map((path) => [path, "update"]);
  return paths.map(([field, kind]) => ({
    ...about,
    field,
    expected: valueAt(oldState?.inputs, field) ?? valueAt(oldState?.outputs, field) ?? null,
    actual: valueAt(newState?.inputs, field) ?? valueAt(newState?.outputs, field) ?? null,
    change: kind.startsWith("add") ? "added" : kind.startsWith("delete") ? "removed" : "changed",
  }));
}
