import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { functionNames } from "../../../provider/functions/ask/registry";
import { inputFields } from "../../../provider/lifecycle/definition/fields";

/** The schema of the plugin against the definitions, the classes, and Pulumi's own rules for schemas. */
type Property = {
  type?: string;
  $ref?: string;
  secret?: boolean;
  willReplaceOnChanges?: boolean;
  description?: string;
};
type Properties = Record<string, Property>;

interface Schema {
  resources: Record<
    string,
    {
      description: string;
      inputProperties: Properties;
      requiredInputs: string[];
      properties: Properties;
      required: string[];
      aliases: { type: string }[];
    }
  >;
  functions: Record<
    string,
    { description: string; inputs: { properties: Properties }; outputs: { properties: Properties } }
  >;
  types: Record<string, { enum?: { value: string }[]; properties?: Properties }>;
  config: { variables: Properties };
}

const root = path.resolve(__dirname, "../../..");

interface Validate {
  (data: unknown): boolean;
  readonly errors?: unknown;
}
/** The provider's own version: that of the root is ESLint's. */
const { default: Ajv2020 } = createRequire(path.join(root, "provider/package.json"))("ajv/dist/2020") as {
  default: new (options: object) => { compile(schema: object): Validate };
};
const schema = JSON.parse(fs.readFileSync(path.join(root, "provider/schema/schema.json"), "utf8")) as Schema;
const resource = (kind: string) => schema.resources[`lumenone:index:${kind}`]!;

test("Pulumi's metaschema accepts the schema", () => {
  // From pulumi/pulumi, pkg/v3.259.0, codegen/schema/pulumi.json.
  const text = fs.readFileSync(path.join(root, "tests/support/plugin-schema/metaschema.json"), "utf8");
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
  expect([validate(schema), validate.errors]).toEqual([true, null]);
});

test("the schema has every kind and every data function, and no other", () => {
  expect(Object.keys(schema.resources).sort()).toEqual(kinds.map((kind) => `lumenone:index:${kind}`).sort());
  const names = functionNames();
  expect(Object.keys(schema.functions)).toEqual(names.map((name) => `lumenone:index:${name}`));
  expect(names).toHaveLength(16);
});

describe.each(kinds)("%s", (kind) => {
  const { fields, derived = {} } = definitionOf(kind);

  test("has the inputs of its definition: types, secrets, replacements, required ones", () => {
    const { inputProperties, requiredInputs } = resource(kind);
    expect(Object.keys(inputProperties)).toEqual(inputFields(fields).map(([name]) => name));
    for (const [name, field] of inputFields(fields)) {
      const property = inputProperties[name]!;
      expect([name, property.secret === true]).toEqual([name, field.secret === true]);
      expect([name, property.willReplaceOnChanges === true]).toEqual([name, field.replaces === true]);
      expect([name, requiredInputs.includes(name)]).toEqual([name, field.required === true]);
      expect([name, property.description]).toEqual([name, expect.stringMatching(/\w/)]);
      const words = schema.types[(property.$ref ?? "").replace("#/types/", "")]?.enum?.map(({ value }) => value);
      expect([name, words]).toEqual([name, field.values && [...field.values]]);
      if (field.type !== "object" && field.type !== "asset" && field.type !== "list" && field.type !== "any")
        expect([name, property.type]).toEqual([name, field.type]);
      // An SDK would send it, and a field that is left out would be managed.
      expect(property).not.toHaveProperty("default");
    }
  });

  test("has the outputs of its class", () => {
    const outputs = Object.entries(fields).filter(([, { hashAs }]) => hashAs === undefined);
    expect(Object.keys(resource(kind).properties).sort()).toEqual(
      [...new Set([...outputs.map(([name]) => name), ...Object.keys(derived)])].sort(),
    );
    expect(Object.keys(resource(kind).properties).sort()).toEqual(membersOfClass(kind).sort());
    for (const name of Object.keys(derived)) expect(resource(kind).required).toContain(name);
  });

  test("knows the type of the dynamic provider as an alias, and has words for its import", () => {
    const { aliases, description } = resource(kind);
    expect(aliases).toEqual([{ type: `pulumi-nodejs:dynamic/lumenone:${kind}` }]);
    expect(description).toMatch(/^## Import$/m);
    expect(description).not.toContain("@example");
    expect(description).not.toContain("{@link");
  });
});

/** Members that the generated class of a kind declares. */
function membersOfClass(kind: string): string[] {
  const folder = path.join(root, "provider/resources");
  const texts = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
  const [, body = ""] =
    texts.find((text) => text.includes(`export class ${kind} `))?.split(`export class ${kind} `) ?? [];
  return [...body.matchAll(/^ {2}declare readonly (\w+):/gm)].map(([, name = ""]) => name);
}

test("every setting of a Provider is a configuration variable, and the key is secret", () => {
  expect(Object.keys(schema.config.variables)).toHaveLength(11);
  const secret = Object.entries(schema.config.variables).flatMap(([name, property]) => (property.secret ? [name] : []));
  expect(secret).toEqual(["apiKey"]);
});

test("results with credentials or customers' data are secret", () => {
  const secret = Object.entries(schema.functions).flatMap(([token, { outputs }]) =>
    Object.values(outputs.properties).some((property) => property.secret) ? [token.split(":").at(-1)] : [],
  );
  expect(secret.sort()).toEqual(["getCallLogs", "getOrganizationTools", "getWorkspaceTools"]);
});
