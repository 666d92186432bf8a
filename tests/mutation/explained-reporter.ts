import type { schema } from "@stryker-mutator/api/core" with { "resolution-mode": "import" };
import { stringify } from "yaml";
import { explainedFolder, type Explanation, readExplanations } from "./explanations";

const isUnnoticed = ({ status }: schema.MutantResult) => status === "Survived" || status === "NoCoverage";
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 97)}...` : text);
const keyOf = ({ line, mutant }: Omit<Explanation, "why">) => `${line}\n${mutant}`;

/** What an explanation of the mutant has to name. */
function describe(source: string, { location, replacement = "" }: schema.MutantResult): Omit<Explanation, "why"> {
  const { start, end } = location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const line = (lines[0] ?? "").trim();
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return { line, mutant: `${shortened(oneLine(lines.join("\n")))} -> ${shortened(oneLine(replacement))}` };
}

/**
 * Prints the mutants that no test noticed and nobody has explained, as entries for a file of tests/mutation/explained, and the
 * explanations of mutants that are noticed by now.
 */
export class ExplainedReporter {
  onMutationTestReportReady(report: schema.MutationTestResult): void {
    const explanations = readExplanations(process.cwd());
    const missing: Record<string, Explanation[]> = {};
    const outdated: Record<string, readonly Explanation[]> = {};
    let explained = 0;
    for (const [file, { source, mutants }] of Object.entries(report.files)) {
      const known = explanations[file] ?? [];
      const described = mutants.map((mutant) => ({ ...describe(source, mutant), isUnnoticed: isUnnoticed(mutant) }));
      const keys = new Set(known.map(keyOf));
      const unnoticed = described.filter((mutant) => mutant.isUnnoticed);
      explained += unnoticed.filter((mutant) => keys.has(keyOf(mutant))).length;
      const unknown = unnoticed.filter((mutant) => !keys.has(keyOf(mutant)));
      if (unknown.length > 0) missing[file] = unknown.map(({ line, mutant }) => ({ line, mutant, why: "" }));
      const stillUnnoticed = new Set(unnoticed.map(keyOf));
      const tried = new Set(described.map(keyOf));
      const old = known.filter((each) => tried.has(keyOf(each)) && !stillUnnoticed.has(keyOf(each)));
      if (old.length > 0) outdated[file] = old;
    }
    const count = Object.values(missing).flat().length;
    console.log(`\n${explained} mutants that no test noticed are explained in ${explainedFolder}, ${count} are not.`);
    if (count > 0) console.log(`\n${stringify(missing, { lineWidth: 0 })}`);
    if (Object.keys(outdated).length > 0) {
      console.log(`\nExplained, and noticed by a test:\n\n${stringify(outdated, { lineWidth: 0 })}`);
    }
  }
}
