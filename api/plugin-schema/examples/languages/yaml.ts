import { type ExampleCall, type ExampleResources, secretKeys } from "../program";
import { type Language } from "./language";
import { quoted, type Writer, written } from "./writer";

const writer: Writer = {
  text: quoted,
  reference: ({ variable, output }) => `\${${variable}.${output}}`,
  secret: ({ key }) => `\${${key}}`,
  file: ({ path }) => `{ fn::fileAsset: ${quoted(path)} }`,
  list: (items) => `[${items.join(", ")}]`,
  object: (entries) =>
    `{ ${entries.map(([key, value]) => `${key}: ${value.startsWith("$") ? quoted(value) : value}`).join(", ")} }`,
};

function resources(program: ExampleResources): string {
  const lines = program.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(([field, value]) => `      ${field}: ${written(writer, value)}\n`);
    const named = name === variable ? "" : `    name: ${name}\n`;
    return `  ${variable}:\n    type: lumenone:${kind}\n${named}    properties:\n${given.join("")}`;
  });
  const keys = secretKeys(program).map((key) => `  ${key}: { type: string, secret: true }\n`);
  const config = keys.length > 0 ? `configuration:\n${keys.join("")}` : "";
  return `${config}resources:\n${lines.join("")}`;
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const given = Object.entries(args).map(([arg, value]) => `        ${arg}: ${written(writer, value)}\n`);
  const passed = given.length === 0 ? "" : `      arguments:\n${given.join("")}`;
  const exported = outputs.map((output) => `  ${output}: \${result.${output}}\n`);
  return `variables:\n  result:\n    fn::invoke:\n      function: lumenone:${name}\n${passed}outputs:\n${exported.join("")}`;
}

/** Programs without code, whose plugin is the provider. */
export const yaml: Language = { resources, call };
