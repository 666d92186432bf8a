import { definitionOf } from "../../../provider/definitions/registry";
import { operations } from "./contract";
import { nestedTypes, propertiesTable } from "./properties-table";
import { schema } from "./schema";

const titles: Readonly<Record<string, string>> = {
  typescript: "TypeScript",
  python: "Python",
  go: "Go",
  csharp: "C#",
  java: "Java",
  yaml: "YAML",
};

/** The page of a resource: what it is, an example in each language, its properties, its import, and what it asks LumenOne. */
export function resourcePage(kind: string): string {
  const { description, inputProperties, requiredInputs, properties } = schema.resources[`lumenone:index:${kind}`]!;
  const [words = "", rest = ""] = description.split("{{% examples %}}");
  const [examples = "", more = ""] = rest.split("{{% /examples %}}");
  const outputs = Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in inputProperties)));
  return [
    `# ${kind}`,
    words.trim(),
    `## Example\n\n${codeGroup(examples)}`,
    `## Inputs\n\n${propertiesTable(inputProperties, requiredInputs)}`,
    `## Outputs\n\nBeside the inputs and \`id\`:\n\n${propertiesTable(outputs)}`,
    nestedTypes({ ...inputProperties, ...outputs }),
    more.trim(),
    `## Requests\n\n${requestsTable(kind)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The examples of all languages, of which a reader sees one at a time. */
function codeGroup(text: string): string {
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const titled = blocks.map(([, language = "", code = ""]) => `\`\`\`${language} [${titles[language]}]\n${code}\`\`\``);
  return `::: code-group\n\n${titled.join("\n\n")}\n\n:::`;
}

/** What each step of the lifecycle calls, and how sure that is. */
function requestsTable(kind: string): string {
  const rows = Object.entries(definitionOf(kind).operations).map(([step, id]) => {
    const operation = operations.find((each) => each.id === id)!;
    return `| ${step} | [\`${id}\`](contract.md#${id}) | \`${operation.method} ${operation.path}\` | ${operation.provenance} |`;
  });
  return ["| step | operation | request | known |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
