import { inert } from "../../console/inert";
import { markdownTable } from "../../console/markdown-table";
import { type ComparedOperation } from "../compare/compared-operation";
import { type Fact } from "../compare/fact";
import { type Corrections } from "../overlay/corrections";
import { type DocsOperation } from "../readers/docs-operation";

/** The comparison as lines that read well in a terminal and render as Markdown: what differs first. */
export function docsReport(
  compared: readonly ComparedOperation[],
  corrected: Corrections,
  onlyInDocs: readonly DocsOperation[],
): string[] {
  return [
    ...differences(compared, corrected),
    ...summary(compared),
    ...section(
      "Operations that only the docs have:",
      onlyInDocs.map(
        ({ method, path, title }) => `${method.toUpperCase()} ${path}${title === "" ? "" : ` (${title})`}`,
      ),
    ),
    ...section(
      "Operations that the docs do not have:",
      compared.filter(({ isDocumented }) => !isDocumented).map(({ ours }) => `${ours.operationId} (${ours.title})`),
    ),
    ...section(
      "What else only the docs have; it is no difference:",
      compared.flatMap(({ ours, onlyInDocs: names }) =>
        names.length > 0 ? [`${ours.operationId}: ${names.join(", ")}`] : [],
      ),
    ),
  ];
}

function differences(compared: readonly ComparedOperation[], corrected: Corrections): string[] {
  const rows = compared.flatMap(({ ours, facts }) =>
    facts
      .filter(({ verdict }) => verdict === "differs")
      .map((fact) => [
        ours.operationId,
        fact.fact,
        shown(fact.ours),
        shown(fact.docs),
        fact.place?.() ?? "",
        correctionOf(fact, corrected),
      ]),
  );
  if (rows.length === 0) return [];
  return [...markdownTable(["operation", "fact", "contract", "docs", "where", "correction"], rows), ""];
}

/** The correction of a difference in words. */
export function correctionOf(fact: Fact, corrected: Corrections): string {
  const actions = corrected.get(fact) ?? [];
  if (actions.length === 0) return fact.problem ?? "No overlay can express it for this operation alone.";
  return actions
    .map(({ target, update }) => (update ? `${target}: ${JSON.stringify(update)}` : `${target}: remove`))
    .join("; ");
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function summary(compared: readonly ComparedOperation[]): string[] {
  const count = (facts: readonly Fact[], verdict: Fact["verdict"]) =>
    String(facts.filter((fact) => fact.verdict === verdict).length);
  const documented = compared.filter(({ isDocumented }) => isDocumented);
  const rows = documented.map(({ ours, facts }) => [
    ours.operationId,
    `${ours.method.toUpperCase()} ${ours.path}`,
    ...(["differs", "same", "not told"] as const).map((verdict) => count(facts, verdict)),
  ]);
  rows.sort((one, other) => Number(other[2]) - Number(one[2]));
  return [...markdownTable(["operation", "path", "differs", "same", "not told"], rows), ""];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, "", ...lines.map((line) => `- ${inert(line)}`), ""];
}

/** How many facts there are of each verdict: `3 differ, 940 same, 25 not told`. */
export function factCounts(compared: readonly ComparedOperation[]): string {
  const facts = compared.flatMap((each) => each.facts);
  const count = (verdict: Fact["verdict"]) => facts.filter((fact) => fact.verdict === verdict).length;
  const differs = count("differs");
  return `${differs} ${differs === 1 ? "fact differs" : "facts differ"}, ${count("same")} are the same, ${count("not told")} are not told`;
}
