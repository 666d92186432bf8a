import contract from "../../../provider/client/generated/contract.json";
import { providerText } from "../../../provider/dynamic/program/registration";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import * as lumenone from "../../../provider";
import { identityFields } from "../../../provider/lifecycle/object/identity";
import { inputFields } from "../../../provider/lifecycle/definition/fields";

type Schema = { $ref?: string; allOf?: Schema[]; properties?: Record<string, Schema>; items?: Schema };
type Operation = {
  operationId: string;
  parameters?: { $ref?: string; name?: string; in?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  "x-envelope"?: string[];
};

const document = contract as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, { name: string; in: string }> };
};

const operations = new Map(
  Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation) => [operation.operationId, operation]),
  ),
);

function propertiesOf(schema: Schema | undefined): Record<string, Schema> {
  if (!schema) return {};
  if (schema.$ref) return propertiesOf(document.components.schemas[schema.$ref.split("/").at(-1) ?? ""]);
  return Object.assign({}, schema.properties, ...(schema.allOf ?? []).map(propertiesOf)) as Record<string, Schema>;
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names in the body of an operation; in a form, those inside of `metadata` stand for it. */
function bodyOf(id: string): string[] {
  const content = operations.get(id)?.requestBody?.content ?? {};
  const properties = propertiesOf((content["application/json"] ?? content["multipart/form-data"])?.schema);
  const { metadata, ...others } = properties;
  return Object.keys({ ...others, ...propertiesOf(metadata) }).map(camelCase);
}

/** Fields that are sent under another name or in another form, and body fields that no program declares. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  // A path parameter of uploadDocumentIntoFolder.
  Document: ["folder", "addToWorkspaces"],
  // Lists of documents, of which a resource is one.
  DocumentEmbedding: ["adds", "deletes"],
};

/** Fields of the object that an operation returns, without its envelope. */
function responseOf(id: string): string[] {
  const operation = operations.get(id);
  let schema = operation?.responses["200"]?.content?.["application/json"]?.schema;
  const envelope = operation?.["x-envelope"]?.[0];
  if (envelope !== undefined) schema = propertiesOf(schema)[envelope];
  return Object.keys(propertiesOf(schema?.items ?? schema)).map(camelCase);
}

function parametersOf(id: string): string[] {
  return (operations.get(id)?.parameters ?? []).flatMap((parameter) => {
    const resolved = parameter.$ref
      ? document.components.parameters[parameter.$ref.split("/").at(-1) ?? ""]
      : parameter;
    return resolved?.name !== undefined && resolved.in !== "header" ? [resolved.name] : [];
  });
}

describe.each(kinds)("%s", (kind) => {
  const definition = definitionOf(kind);
  const identity = identityFields(definition);
  const { create, update, read, list } = definition.operations;
  const sent = inputFields(definition.fields).filter(([name, field]) => !field.local && !identity.has(name));

  test("its class is exported, and its definition has its name", () => {
    expect(lumenone).toHaveProperty(kind);
    expect(definition.kind).toBe(kind);
  });

  test("every field that is sent stands in the contract's bodies (api/openapi.yaml)", () => {
    for (const operation of [create, update]) {
      if (operation === undefined) continue;
      const names = sent.map(([name, field]) => field.wire ?? name);
      const sentThere = [...bodyOf(operation), ...(elsewhere[kind] ?? [])];
      expect({ operation, names: names.filter((name) => !sentThere.includes(name)) }).toEqual({
        operation,
        names: [],
      });
    }
  });

  test("every field of the contract's bodies can be declared (provider/definitions)", () => {
    const parameters = [...Object.keys(definition.id), ...Object.keys(definition.parameters ?? {})];
    const wire = Object.values(definition.fields).flatMap((field) => field.wire ?? []);
    const known = [...Object.keys(definition.fields), ...wire, ...parameters, ...(elsewhere[kind] ?? [])];
    for (const operation of [create, update]) {
      if (operation === undefined) continue;
      expect(bodyOf(operation).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  test("every output stands in a response of the contract (api/openapi.yaml)", () => {
    const responses = [create, read, list].flatMap((operation) =>
      operation === undefined ? [] : responseOf(operation),
    );
    const hashes = Object.values(definition.fields).flatMap(({ hashAs, nameAs }) => [hashAs, nameAs]);
    const outputs = Object.entries(definition.fields).filter(
      ([name, field]) => field.presence === "output" && !hashes.includes(name),
    );
    expect(outputs.map(([name, field]) => field.wire ?? name).filter((name) => !responses.includes(name))).toEqual([]);
  });

  test("every path parameter of its operations is known from id or fields", () => {
    const known = [...Object.keys(definition.id), ...Object.keys(definition.parameters ?? {})];
    for (const operation of Object.values(definition.operations) as string[]) {
      const path = parametersOf(operation).filter((name) => !["status"].includes(name));
      expect(path.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  test("its provider text in the state never changes, and has at most 120 characters", () => {
    const text = providerText(kind);
    expect(text).toBe(`exports.handler = () => require("pulumi-lumenone/dynamic").handler("${kind}")`);
    expect(text.length).toBeLessThanOrEqual(120);
  });
});
