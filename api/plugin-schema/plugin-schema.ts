/**
 * The schema of the native plugin, from which Pulumi makes SDKs for every language, derived from the definitions of the resources
 * (facts), their sources (what the JSDoc says), the data functions and the contract.
 *
 * It has no `default`: an SDK would send the defaults, and a field that the program leaves out would be managed. They stand in the
 * descriptions.
 */
import { version } from "../../provider/client/version";
import { definitionOf, kinds } from "../../provider/definitions/registry";
import { dynamicType, nativeType } from "../../provider/definitions/resource-type";
import { type Definition } from "../../provider/lifecycle/definition/definition";
import { type Field, inputFields } from "../../provider/lifecycle/definition/fields";
import { importIdForm } from "../../provider/lifecycle/object/import-id";
import { settingsSchema } from "../settings";
import { definitionSource } from "../definition-source";
import { type Json } from "../json";
import { resourceExample } from "./examples/resources";
import { exampleSection } from "./examples/section";
import { functionSchemas } from "./functions";
import { nestedTypes } from "./nested-types";

/** The whole schema, as text. */
export function pluginSchema(contract: Json): string {
  const settings = settingsSchema();
  const functions = functionSchemas(contract);
  const resources = kinds.map((kind): [string, Json] => [nativeType(kind), resourceSchema(definitionOf(kind))]);
  const schema: Json = {
    name: "lumenone",
    displayName: "LumenOne",
    version,
    description:
      "LumenOne organizations, workspaces, tools, documents, phone numbers and voice assistants as Pulumi resources.",
    keywords: ["pulumi", "lumenone", "category/cloud", "kind/native"],
    license: "Apache-2.0",
    publisher: "pulumi-lumenone contributors",
    meta: { moduleFormat: "(.*)" },
    language: {
      nodejs: { packageName: "pulumi-lumenone/native", respectSchemaVersion: true },
      python: { packageName: "pulumi_lumenone", respectSchemaVersion: true, pyproject: { enabled: true } },
      go: {
        importBasePath: "pulumi-lumenone/sdk/go/lumenone",
        respectSchemaVersion: true,
        generateResourceContainerTypes: true,
      },
      csharp: { rootNamespace: "Pulumi", namespaces: { lumenone: "LumenOne" }, respectSchemaVersion: true },
      java: { basePackage: "com.pulumi", buildFiles: "gradle" },
    },
    config: { variables: settings },
    types: { ...nestedTypes(), ...enumTypes(), ...functions.types },
    provider: {
      description: "How the plugin reaches LumenOne. What is not given comes from the environment (`LUMENONE_*`).",
      inputProperties: settings,
      properties: Object.fromEntries(Object.entries(settings).filter(([name]) => name !== "operations")),
    },
    resources: Object.fromEntries(resources),
    functions: functions.functions,
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}

function resourceSchema(definition: Definition): Json {
  const { kind, fields, derived = {} } = definition;
  const source = definitionSource(kind);
  const doc = (name: string) => words(source.fields.get(name) ?? source.derived.get(name) ?? "");
  const property = (name: string, field: Field): Json => ({
    ...typeOf(kind, name, field),
    description: doc(name),
    ...(field.secret && { secret: true }),
  });
  const inputs = inputFields(fields);
  const outputs = Object.entries(fields).filter(([, { hashAs }]) => hashAs === undefined);
  const examples = exampleSection(kind, ({ resources }) => resources(resourceExample(kind)));
  const isAlwaysThere = ([, { presence, nullable }]: [string, Field]) => presence !== "optional" && !nullable;
  return {
    description: `${words(source.doc)}\n\n${examples}\n\n${importSection(definition)}`,
    inputProperties: Object.fromEntries(
      inputs.map(([name, field]) => [
        name,
        { ...property(name, field), ...(field.replaces && { willReplaceOnChanges: true }) },
      ]),
    ),
    requiredInputs: inputs.filter(([, { presence }]) => presence === "required").map(([name]) => name),
    properties: {
      ...Object.fromEntries(outputs.map(([name, field]) => [name, property(name, field)])),
      ...Object.fromEntries(Object.keys(derived).map((name) => [name, { type: "string", description: doc(name) }])),
    },
    required: [...new Set([...outputs.filter(isAlwaysThere).map(([name]) => name), ...Object.keys(derived)])],
    ...listInputs(definition),
    aliases: [{ type: dynamicType(kind) }],
  };
}

/** What a list may be limited to: the object that they lie in. */
function listInputs({ kind, parent }: Definition): Json {
  const { field } = parent ?? {};
  const description = `Only those of this ${field}, by its original slug. Default: all of the account.`;
  const properties = field === undefined ? {} : { [field]: { type: "string", description } };
  return { listInputs: { type: "object", description: `Which ${kind} objects to list.`, properties } };
}

function typeOf(kind: string, name: string, { type, values, typeName = "" }: Field): Json {
  const nested = (each: string): Json =>
    /^\w+$/.test(each) ? { $ref: `#/types/lumenone:index:${each}` } : { $ref: "pulumi.json#/Any" };
  switch (type) {
    case "string":
      return { type, ...(values && { $ref: `#/types/${enumToken(kind, name)}` }) };
    case "number":
    case "integer":
    case "boolean":
      return { type };
    case "list":
      return { type: "array", items: nested(typeName) };
    case "object":
      return /^\w+$/.test(typeName)
        ? nested(typeName)
        : { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" } };
    case "asset":
      return { $ref: "pulumi.json#/Asset" };
    case "any":
      return { $ref: "pulumi.json#/Any" };
  }
}

const enumToken = (kind: string, name: string) => `lumenone:index:${kind}${name[0]!.toUpperCase()}${name.slice(1)}`;

/** Closed lists of words. */
function enumTypes(): Record<string, Json> {
  const found = kinds.flatMap((kind) =>
    inputFields(definitionOf(kind).fields).flatMap(([name, { values }]): [string, Json][] =>
      values
        ? [[enumToken(kind, name), { type: "string", enum: values.map((value) => ({ name: value, value })) }]]
        : [],
    ),
  );
  return Object.fromEntries(found);
}

function importSection(definition: Definition): string {
  const { kind, fields } = definition;
  if (Object.values(fields).some(({ hashAs }) => hashAs !== undefined)) {
    return `## Import\n\nA ${kind} cannot be imported: LumenOne does not give back its file. \`npx pulumi-lumenone import --native\` takes the files from a folder.`;
  }
  const form = importIdForm(definition);
  return `## Import\n\nBy \`${form}\`, with original slugs; a UUID and a slash in front name another account.\n\n\`\`\`sh\npulumi import lumenone:index:${kind} example ${form}\n\`\`\``;
}

/** A comment as prose: without its TypeScript example, and with plain names in place of links. */
function words(doc: string): string {
  const [prose = ""] = doc.split(/^@/m);
  return prose.replace(/\{@link (\w+)\}/g, "`$1`").trim();
}
