import { definitionOf } from "../../../provider/definitions/registry";
import { descriptionParts } from "./description-parts";
import { Known } from "./known";
import { nestedTypes, propertiesTable } from "./properties-table";
import { requestsTable } from "./requests-table";
import { schema } from "./schema";

/** The page of a resource: what it is, an example in each language, its properties, its import, and what it asks LumenOne. */
export function resourcePage(kind: string): string {
  const { description, inputProperties, requiredInputs, properties } = schema.resources[`lumenone:index:${kind}`]!;
  const { words, example, more } = descriptionParts(description);
  const outputs = Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in inputProperties)));
  const { fields, operations } = definitionOf(kind);
  const { create, update, read, list } = operations;
  const sent = new Known([create, ...(update ? [update] : [])], (place) => place !== "response");
  const received = new Known(
    [read, list, create].flatMap((id) => id ?? []),
    (place) => place === "response",
  );
  const knownInput = (name: string) => sent.of(name, fields[name]?.wire);
  const knownOutput = (name: string) => received.of(name, fields[name]?.wire);
  return [
    `# ${kind}`,
    words,
    example,
    `## Inputs\n\n${propertiesTable(inputProperties, { required: requiredInputs, known: knownInput })}`,
    Object.keys(outputs).length === 0
      ? ""
      : `## Outputs\n\nBeside the inputs and \`id\`:\n\n${propertiesTable(outputs, { known: knownOutput })}`,
    nestedTypes({ ...inputProperties, ...outputs }, knownInput),
    more,
    `## Requests\n\n${requestsTable(Object.entries(operations))}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
