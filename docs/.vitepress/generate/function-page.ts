import { nestedTypes, propertiesTable } from "./properties-table";
import { schema } from "./schema";

/** The page of a data function: what it gives, and how it is called. */
export function functionPage(name: string): string {
  const { description, inputs, outputs } = schema.functions[`lumenone:index:${name}`]!;
  const args = inputs?.properties ?? {};
  const results = outputs?.properties ?? {};
  const isSecret = Object.values(results).some(({ secret }) => secret);
  return [
    `# ${name}`,
    description.trim(),
    `In TypeScript, \`${name}(args)\` runs when it is called, and \`${name}Output(args)\` takes and gives outputs${isSecret ? "; its result is secret" : ""}. In other languages it is a function of the package of [the native plugin](../languages.md).`,
    `## Arguments\n\n${propertiesTable(args, inputs?.required)}`,
    `## Result\n\n${propertiesTable(results)}`,
    nestedTypes({ ...args, ...results }),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
