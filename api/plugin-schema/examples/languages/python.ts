import { type ExampleCall, type ExampleResources, secretKeys } from "../program";
import { type Language } from "./language";
import { fieldOf, isFree, quoted, snake, type Writer, written } from "./writer";

const writer: Writer = {
  text: quoted,
  reference: ({ variable, output }) => `${snake(variable)}.${snake(output)}`,
  secret: ({ key }) => `config.require_secret(${quoted(key)})`,
  file: ({ path }) => `pulumi.FileAsset(${quoted(path)})`,
  list: (items) => `[${items.join(", ")}]`,
  object: (entries) => `{${entries.map(([key, value]) => `${quoted(key)}: ${value}`).join(", ")}}`,
  scalar: (value) => (typeof value === "boolean" ? (value ? "True" : "False") : String(value)),
};
/** Of an object with a type of its own. */
const nested: Writer = {
  ...writer,
  object: (entries) => `{${entries.map(([key, value]) => `${quoted(snake(key))}: ${value}`).join(", ")}}`,
};
const libraries = "import pulumi\nimport pulumi_lumenone as lumenone\n\n";

function resources(program: ExampleResources): string {
  const lines = program.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(
      ([field, value]) => `,\n    ${snake(field)}=${written(isFree(fieldOf(kind, field)) ? writer : nested, value)}`,
    );
    return `${snake(variable)} = lumenone.${kind}(${quoted(name)}${given.join("")})\n`;
  });
  const declared = secretKeys(program).length > 0 ? "config = pulumi.Config()\n" : "";
  return `${libraries}${declared}${lines.join("")}`;
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const given = Object.entries(args).map(([arg, value]) => `${snake(arg)}=${written(writer, value)}`);
  const exported = outputs.map((output) => `pulumi.export(${quoted(output)}, result.${snake(output)})\n`);
  const listed = given.length < 2 ? given.join("") : `\n    ${given.join(",\n    ")},\n`;
  return `${libraries}result = lumenone.${snake(name)}_output(${listed})\n${exported.join("")}`;
}

/** Programs with the SDK that Pulumi makes of the schema. */
export const python: Language = { resources, call };
