import { type OperationOverride } from "../../client/contract/contract";
import { version } from "../../client/version";
import { markdownTable } from "../console/markdown-table";
import { type Verdict, words } from "./verdict";

type Overrides = Readonly<Record<string, OperationOverride>>;

/** Wrong operations first, unchecked ones last. */
const order: readonly Verdict["result"][] = ["wrong", "differs", "confirmed", "notChecked"];

/** A table of verdicts. */
export function verdictTable(verdicts: readonly Verdict[]): string[] {
  const sorted = order.flatMap((result) => verdicts.filter((verdict) => verdict.result === result));
  return markdownTable(
    ["operation", "path", "found"],
    sorted.map((verdict) => [verdict.operationId, `${verdict.method.toUpperCase()} ${verdict.path}`, words(verdict)]),
  );
}

/** The value of `lumenone:operations` that corrects the findings, and keeps its earlier corrections. */
export function correction(verdicts: readonly Verdict[], known: Overrides): Overrides | undefined {
  const found = verdicts.flatMap(({ operationId, suggestion }) =>
    suggestion ? [[operationId, suggestion] as const] : [],
  );
  return found.length === 0 ? undefined : { ...known, ...Object.fromEntries(found) };
}

/** How many verdicts there are of each kind: `18 confirmed, 2 wrong`. */
export function counts(verdicts: readonly Verdict[]): string {
  const names = { confirmed: "confirmed", wrong: "wrong", differs: "differ", notChecked: "not checked" };
  return order
    .map((result) => [verdicts.filter((verdict) => verdict.result === result).length, names[result]] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(", ");
}

/** The whole report: names of operations, fields and types, and nothing of the tenant or the host. */
export function reportFile(verdicts: readonly Verdict[], corrected: Overrides | undefined): string {
  return [
    `# LumenOne against the contract of pulumi-lumenone ${version}`,
    "",
    `${counts(verdicts)}.`,
    "",
    ...verdictTable(verdicts),
    ...(corrected ? ["", "```sh", setCommand(corrected), "```"] : []),
    "",
  ].join("\n");
}

/** The command that corrects paths for a stack. */
export function setCommand(corrected: Overrides): string {
  return `pulumi config set lumenone:operations '${JSON.stringify(corrected)}'`;
}
