import { definitionOf } from "../provider/definitions/registry";
import { type Definition } from "../provider/lifecycle/definition/definition";
import { type Field, inputFields } from "../provider/lifecycle/definition/fields";
import { definitionSource, type DefinitionSource } from "./definition-source";

/** The TypeScript file of a kind's resource class: its args as an interface, and the class with its outputs. */
export function resourceClass(kind: string): { readonly file: string; readonly content: string } {
  const definition = definitionOf(kind);
  const source = definitionSource(kind);
  const args = inputFields(definition.fields).map(([name, field]) => {
    const mark = field.presence === "required" ? "" : "?";
    return `${comment(source.fields.get(name), 2)}  ${name}${mark}: ${argType(field)};\n`;
  });
  const outputs = Object.entries(definition.fields)
    .filter(([, field]) => field.hashAs === undefined)
    .map(([name, field]) => outputLine(name, source.fields.get(name), outputType(field)));
  const derived = Object.keys(definition.derived ?? {}).map((name) =>
    outputLine(name, source.derived.get(name), "string"),
  );
  const content =
    `// Generated from provider/definitions/${source.file}.ts by \`npm run generate\`. Do not edit.\n\n` +
    imports(definition, source) +
    `\n/** The arguments of {@link ${kind}}. */\nexport interface ${kind}Args {\n${args.join("")}}\n\n` +
    `${comment(source.doc, 0)}export class ${kind} extends resourceClass<${kind}Args>(definition) {\n` +
    `${[...outputs, ...derived].join("")}}\n`;
  return { file: `provider/resources/${source.file}.ts`, content };
}

function imports(definition: Definition, { file }: DefinitionSource): string {
  const fields = inputFields(definition.fields).map(([, field]) => field);
  const voiceTypes = unique(
    fields.flatMap(({ typeName = "" }) => (/^\w+$/.test(typeName) ? [`type ${typeName}`] : [])),
  );
  const kinds = unique(fields.flatMap(({ refersTo }) => refersTo ?? [])).sort();
  return [
    `import type * as pulumi from "@pulumi/pulumi";`,
    `import { definition } from "../definitions/${file}";`,
    ...(voiceTypes.length > 0
      ? [`import { ${voiceTypes.sort().join(", ")} } from "../definitions/voice/voice-types";`]
      : []),
    `import { type OptionalInput } from "../dynamic/program/inputs";`,
    `import { resourceClass } from "../dynamic/program/resource-class";`,
    ...kinds.map((kind) => `import { type ${kind} } from "./${definitionSource(kind).file}";`),
    "",
  ].join("\n");
}

function argType(field: Field): string {
  const more = field.takesNumber ? " | number" : "";
  const value = field.type === "asset" ? "string | pulumi.asset.Asset" : `${valueType(field)}${more}`;
  const input = field.presence === "required" ? `pulumi.Input<${value}>` : `OptionalInput<${value}>`;
  return field.refersTo === undefined ? input : `${field.refersTo} | ${input}`;
}

function outputType(field: Field): string {
  return field.presence === "optional" ? `${valueType(field)} | undefined` : valueType(field);
}

/** The type of a value as the state has it. */
function valueType(field: Field): string {
  return field.nullable ? `${plainType(field)} | null` : plainType(field);
}

function plainType({ type, values, suggests, typeName = "unknown" }: Field): string {
  switch (type) {
    case "string":
      // `string & {}` keeps the suggested words in the editor's list.
      if (suggests) return `${words(suggests)} | (string & {})`;
      return values ? words(values) : "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "object":
      return typeName;
    case "list":
      return `${typeName}[]`;
    case "asset":
    case "any":
      return "unknown";
  }
}

function outputLine(name: string, doc: string | undefined, type: string): string {
  return `${comment(doc, 2)}  declare readonly ${name}: pulumi.Output<${type}>;\n`;
}

const words = (list: readonly string[]) => list.map((word) => `"${word}"`).join(" | ");

function comment(doc: string | undefined, indent: number): string {
  if (!doc) return "";
  const pad = " ".repeat(indent);
  if (!doc.includes("\n")) return `${pad}/** ${doc} */\n`;
  return `${pad}/**\n${doc
    .split("\n")
    .map((line) => `${pad} *${line === "" ? "" : ` ${line}`}\n`)
    .join("")}${pad} */\n`;
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
