import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { functionNames, functionOf } from "../../provider/functions/ask/registry";
import { descriptionOf, exampleOf, parse } from "../definition-source";
import { type Json } from "../json";
import { objectOf } from "./contract-objects";
import { functionExample } from "./examples/functions";
import { exampleSection } from "./examples/section";

const folder = join(__dirname, "../../provider/functions");

/** The data functions, and the types of what they return. */
export interface FunctionSchemas {
  readonly functions: Record<string, Json>;
  readonly types: Record<string, Json>;
}

/** Derived from the types in `provider/functions/ask` and the schemas of the contract. */
export function functionSchemas(contract: Json): FunctionSchemas {
  const components = (contract["components"] as Json)["schemas"] as Record<string, Json>;
  const types: Record<string, Json> = {};
  const functions: Record<string, Json> = {};
  const [forms, asks] = [statementsIn(folder), statementsIn(join(folder, "ask"))];
  for (const name of functionNames()) {
    const { secret } = functionOf(name);
    const title = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    const args = membersOf(asks, `${title}Args`);
    functions[`lumenone:index:${name}`] = {
      description: docOfForm(forms, name),
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
      outputs: outputs(asks, `${title}Result`, components, types, secret),
    };
  }
  const sorted = Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1));
  return { functions, types: Object.fromEntries(sorted) };
}

function statementsIn(folder: string): ts.Statement[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return files.flatMap((file) => [...parse(join(folder, file)).statements]);
}

const token = (schema: string) => `lumenone:index:${schema}Result`;

function outputs(
  statements: readonly ts.Statement[],
  name: string,
  components: Record<string, Json>,
  types: Record<string, Json>,
  secret: boolean,
): Json {
  const members = membersOf(statements, name);
  const alias = statements.find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === name,
  );
  if (alias) {
    const schema = schemaIn(alias.type.getText());
    const { properties, required } = objectOf(components, schema);
    return { type: "object", properties, ...(required ? { required } : {}) };
  }
  const properties = members.map((member): [string, Json] => {
    const type = member.type?.getText() ?? "";
    const description = descriptionOf(member) || descriptionOf(member.parent);
    if (!type.includes("components")) return [member.name.getText(), { type: plainType(member), description }];
    const schema = schemaIn(type);
    types[token(schema)] = itemsOf(objectOf(components, schema), member);
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

/** The type of a list's items, with what the function adds to objects of the contract. */
function itemsOf({ properties, ...type }: Json, list: ts.PropertySignature): Json {
  const added: Record<string, Json> = {};
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node)) {
      for (const member of node.members.filter(ts.isPropertySignature)) {
        added[member.name.getText()] = { type: plainType(member), description: descriptionOf(member) };
      }
    } else node.forEachChild(visit);
  };
  if (list.type) visit(list.type);
  return { ...type, properties: { ...(properties as Json), ...added } };
}

function plainType({ type }: ts.PropertySignature): string {
  const text = type?.getText() ?? "";
  if (text === "number") return "number";
  return text === "boolean" ? "boolean" : "string";
}

function membersOf(statements: readonly ts.Statement[], name: string): ts.PropertySignature[] {
  const node = statements.find(
    (each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === name,
  );
  return node ? node.members.filter(ts.isPropertySignature) : [];
}

/** What the public form says of the function, with its example. */
function docOfForm(statements: readonly ts.Statement[], name: string): string {
  const form = statements.find((each) => ts.isFunctionDeclaration(each) && each.name?.text === name);
  if (!form) throw new Error(`No file in ${folder} has a function ${name}`);
  const example = functionExample(name, exampleOf(form));
  return `${descriptionOf(form)}\n\n${exampleSection(name, ({ call }) => call(example))}`;
}
