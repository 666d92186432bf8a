import { type ExampleCall, type ExampleResources, isUsed, secretKeys } from "../program";
import { type Language } from "./language";
import { quoted, type Writer, written } from "./writer";

const writer: Writer = {
  text: quoted,
  reference: ({ variable }) => variable,
  secret: ({ key }) => `config.requireSecret(${quoted(key)})`,
  file: ({ path }) => quoted(path),
  list: (items) => `[${items.join(", ")}]`,
  object: (entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`,
};
const library = 'import * as lumenone from "pulumi-lumenone/native";\n\n';

function resources(program: ExampleResources): string {
  const lines = program.map((resource) => {
    const args = Object.entries(resource.args).map(([name, value]) => `    ${name}: ${written(writer, value)},\n`);
    const left = isUsed(program, resource) ? `const ${resource.variable} = ` : "";
    return `${left}new lumenone.${resource.kind}(${quoted(resource.name)}, {\n${args.join("")}});\n`;
  });
  const hasSecret = secretKeys(program).length > 0;
  const config = hasSecret ? 'import * as pulumi from "@pulumi/pulumi";\n' : "";
  const declared = hasSecret ? "const config = new pulumi.Config();\n" : "";
  return `${config}${library}${declared}${lines.join("")}`;
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const entries = Object.entries(args);
  const lines = entries.map(([arg, value]) => `    ${arg}: ${written(writer, value)},\n`);
  const given = entries.length === 0 ? "" : entries.length === 1 ? written(writer, args) : `{\n${lines.join("")}}`;
  const exported = outputs.map((output) => `export const ${output} = result.${output};\n`);
  return `${library}const result = lumenone.${name}Output(${given});\n${exported.join("")}`;
}

/** Programs that import the native classes, as every other language does. */
export const typescript: Language = { resources, call };
