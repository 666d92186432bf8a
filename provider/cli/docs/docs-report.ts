import { inert } from "../console/inert";
import { markdownTable } from "../console/markdown-table";
import { type ComparedOperation } from "./compare/compare-docs";
import { type Fact } from "./compare/fact";
import { type Judgement } from "./judge-docs";
import { type Corrections } from "./overlay/corrections";

/** The comparison as lines that read well in a terminal and render as Markdown: what differs first. */
export function docsReport({ operations, corrected, onlyInDocs }: Judgement): string[] {
  return [
    ...differences(operations, corrected),
    ...summary(operations),
    ...section(
      "Operations that only the docs have:",
      onlyInDocs.map(
        ({ method, path, title }) => `${method.toUpperCase()} ${path}${title === "" ? "" : ` (${title})`}`,
      ),
    ),
    ...section(
      "Operations that the docs do not have:",
      operations.filter(({ isDocumented }) => !isDocumented).map(({ ours }) => `${ours.operationId} (${ours.title})`),
    ),
    ...section(
      "What else only the docs have; it is not a difference:",
      operations
        .filter(({ onlyInDocs: names }) => names.length > 0)
        .map(({ ours, onlyInDocs: names }) => `${ours.operationId}: ${names.join(", ")}`),
    ),
  ];
}

/** The comparison for scripts. */
export function docsResult({ operations, corrected, onlyInDocs }: Judgement) {
  return {
    operations: operations.map((operation) => ({
      operationId: operation.ours.operationId,
      title: operation.ours.title,
      documented: operation.isDocumented,
      facts: operation.facts.map((fact) => factResult(fact, corrected)),
      onlyInDocs: operation.onlyInDocs,
    })),
    onlyInDocs: onlyInDocs.map(({ title, method, path }) => ({ title, method: method.toUpperCase(), path })),
  };
}

function factResult(fact: Fact, corrected: Corrections) {
  return {
    fact: fact.fact,
    ours: fact.ours ?? null,
    docs: fact.docs ?? null,
    verdict: fact.verdict,
    ...(fact.verdict === "differs"
      ? { place: fact.place?.() ?? null, correction: correctionOf(fact, corrected), actions: corrected.get(fact) ?? [] }
      : {}),
  };
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
function correctionOf(fact: Fact, corrected: Corrections): string {
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
  const documented = compared.filter(({ isDocumented }) => isDocumented);
  const rows = documented.map(({ ours, facts }) => [
    ours.operationId,
    `${ours.method.toUpperCase()} ${ours.path}`,
    ...(["differs", "same", "not told"] as const).map((verdict) => String(count(facts, verdict))),
  ]);
  rows.sort((one, other) => Number(other[2]) - Number(one[2]));
  return [...markdownTable(["operation", "path", "differs", "same", "not told"], rows), ""];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, "", ...lines.map((line) => `- ${inert(line)}`), ""];
}

const count = (facts: readonly Fact[], verdict: Fact["verdict"]) =>
  facts.filter((fact) => fact.verdict === verdict).length;

/** How many facts there are of each verdict: `3 facts differ, 940 are the same, 25 are not told`. */
export function factCounts({ operations }: Judgement): string {
  const facts = operations.flatMap((each) => each.facts);
  const differs = count(facts, "differs");
  return `${differs} ${differs === 1 ? "fact differs" : "facts differ"}, ${count(facts, "same")} are the same, ${count(facts, "not told")} are not told`;
}
