import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { functionOf } from "../../provider/functions/ask/registry";
import { descriptionOf, parse } from "../definition-source";
import { type Json } from "../generate";

const folder = join(__dirname, "../../provider/functions");

/** The data functions, and the types of what they return. */
export interface FunctionSchemas {
  readonly functions: Record<string, Json>;
  readonly types: Record<string, Json>;
}

/** Derived from the types in `provider/functions/ask` and the schemas of the contract. */
export function functionSchemas(contract: Json): FunctionSchemas {
  const components = (contract["components"] as Json)["schemas"] as Record<string, Json>;
  const used = new Set<string>();
  const functions: Record<string, Json> = {};
  for (const file of readdirSync(join(folder, "ask")).filter((name) => name.startsWith("get-"))) {
    const source = parse(join(folder, "ask", file));
    const name = nameOf(file);
    const { secret } = functionOf(name);
    const title = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    const args = membersOf(source, `${title}Args`);
    functions[`lumenone:index:${name}`] = {
      description: docOfForm(file, name),
      inputs: {
        type: "object",
        properties: Object.fromEntries<Json>([
          ...args.map((member): [string, Json] => [
            member.name.getText(),
            { type: plainType(member), description: descriptionOf(member) },
          ]),
          [
            "accountId",
            { type: "string", description: "UUID of the account that is asked about. Default: the provider's." },
          ],
        ]),
        required: args.filter(({ questionToken }) => !questionToken).map((member) => member.name.getText()),
      },
      outputs: outputs(source, `${title}Result`, components, used, secret),
    };
  }
  const types = [...used].sort().map((name): [string, Json] => [token(name), objectOf(components, name)]);
  return { functions, types: Object.fromEntries(types) };
}

const nameOf = (file: string) =>
  file.replace(/\.ts$/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const token = (schema: string) => `lumenone:index:${schema}Result`;

function outputs(
  source: ts.SourceFile,
  name: string,
  components: Record<string, Json>,
  used: Set<string>,
  secret: boolean,
): Json {
  const members = membersOf(source, name);
  const alias = source.statements.find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === name,
  );
  if (alias) {
    const schema = schemaIn(alias.type.getText());
    const { properties, required } = objectOf(components, schema);
    return { type: "object", properties, ...(required ? { required } : {}) };
  }
  const properties = members.map((member): [string, Json] => {
    const type = member.type?.getText() ?? "";
    const description = descriptionOf(member);
    if (!type.includes("components")) return [member.name.getText(), { type: plainType(member), description }];
    const schema = schemaIn(type);
    used.add(schema);
    const items = { $ref: `#/types/${token(schema)}` };
    return [member.name.getText(), { type: "array", items, description, ...(secret && { secret: true }) }];
  });
  return { type: "object", properties: Object.fromEntries(properties), required: properties.map(([key]) => key) };
}

function schemaIn(type: string): string {
  const [, schema] = /components\["schemas"\]\["(\w+)"\]/.exec(type) ?? [];
  if (schema === undefined) throw new Error(`${type} names no schema of the contract`);
  return schema;
}

/** An object of the contract as the package gives it: keys in camel case, `slug` as the original slug. */
function objectOf(components: Record<string, Json>, name: string): Json {
  const properties = propertiesOf(components, name);
  // What `getDocuments` adds.
  const added = name === "Document" ? { folder: { type: "string" }, docpath: { type: "string" } } : {};
  return { type: "object", properties: { ...Object.fromEntries(properties), ...added } };
}

function propertiesOf(components: Record<string, Json>, name: string): [string, Json][] {
  const schema = components[name] ?? {};
  const parts = (schema["allOf"] as Json[] | undefined) ?? [];
  const inherited = parts.flatMap((part) => {
    const [, base] = /\/(\w+)$/.exec(textOf(part["$ref"])) ?? [];
    return base === undefined ? own(part) : propertiesOf(components, base);
  });
  return [...inherited, ...own(schema)];

  function own(part: Json): [string, Json][] {
    return Object.entries((part["properties"] as Record<string, Json> | undefined) ?? {}).map(([key, property]) => [
      camelCase(key),
      { ...typeOf(property), description: textOf(property["description"]) },
    ]);
  }
}

function typeOf(property: Json): Json {
  const types = [property["type"]].flat().filter((type) => type !== "null" && type !== undefined);
  const [type] = types;
  if (types.length !== 1) return { $ref: "pulumi.json#/Any" };
  if (type === "array") return { type, items: typeOf((property["items"] as Json | undefined) ?? {}) };
  if (type === "object") return { type, additionalProperties: { $ref: "pulumi.json#/Any" } };
  return { type };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

const camelCase = (key: string) =>
  key === "originalSlug" ? "hexSlug" : key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function plainType({ type }: ts.PropertySignature): string {
  const text = type?.getText() ?? "";
  if (text === "number") return "number";
  return text === "boolean" ? "boolean" : "string";
}

function membersOf(source: ts.SourceFile, name: string): ts.PropertySignature[] {
  const node = source.statements.find(
    (each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === name,
  );
  return node ? node.members.filter(ts.isPropertySignature) : [];
}

/** What the public form says of the function. */
function docOfForm(file: string, name: string): string {
  const node = parse(join(folder, file)).statements.find(
    (each) => ts.isFunctionDeclaration(each) && each.name?.text === name,
  );
  return node ? descriptionOf(node) : "";
}
