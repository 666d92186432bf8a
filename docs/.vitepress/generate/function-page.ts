import { askedBy } from "./asked-by";
import { descriptionParts } from "./description-parts";
import { Known } from "./known";
import { nestedTypes, propertiesTable } from "./properties-table";
import { requestsTable } from "./requests-table";
import { schema } from "./schema";

/** The page of a data function: what it gives, how it is called, and what it asks LumenOne. */
export function functionPage(name: string): string {
  const { description, inputs, outputs } = schema.functions[`lumenone:index:${name}`]!;
  const { words, example } = descriptionParts(description);
  const args = inputs?.properties ?? {};
  const results = outputs?.properties ?? {};
  const isSecret = Object.values(results).some(({ secret }) => secret);
  const operations = askedBy(name);
  const sent = new Known(operations, (place) => place !== "response");
  const received = new Known(operations, (place) => place === "response");
  const known = (property: string) => received.of(property);
  return [
    `# ${name}`,
    words,
    `In TypeScript, \`${name}(args)\` runs when it is called, and \`${name}Output(args)\` takes and gives outputs${isSecret ? "; its result is secret" : ""}. In other languages it is a function of the package of [the native plugin](../languages.md).`,
    example,
    `## Arguments\n\n${propertiesTable(args, { required: inputs?.required, known: (property) => sent.of(property) })}`,
    `## Result\n\n${propertiesTable(results, { known })}`,
    nestedTypes({ ...args, ...results }, known),
    `## Requests\n\n${requestsTable(operations.map((id) => ["read", id]))}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
