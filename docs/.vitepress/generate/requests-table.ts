import { operationOf } from "./known";

/** What is asked of LumenOne, and how sure that is. A row begins with what it is asked for, where that is said. */
export function requestsTable(asked: readonly (readonly [step: string, id: string])[]): string {
  const rows = asked.map(([step, id]) => {
    const { method, path, provenance } = operationOf(id);
    return `| ${step} | [\`${id}\`](contract.md#${id}) | \`${method} ${path}\` | ${provenance} |`;
  });
  return ["| step | operation | request | known |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
