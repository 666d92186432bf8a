/**
 * The JSON Schema of a tenant's YAML file, derived from the definitions of the resources (facts), their sources (what the
 * JSDoc says) and `TenantArgs`. Editors complete and check by it, and `pulumi-lumenone validate` does.
 */
import { join } from "node:path";
import * as ts from "typescript";
import { definitionOf } from "../provider/definitions/registry";
import { type Field, inputFields } from "../provider/lifecycle/definition/fields";
import { definitionSource, descriptionOf, parse } from "./definition-source";

type Schema = Record<string, unknown>;

const provider = join(__dirname, "../provider");

/** What each section of a file is: the kind of its parts, the fields that the tenant fills in, and where the rest is said. */
const sections = {
  organization: { kind: "Organization", filled: [], more: "TenantOrganization" },
  workspaces: { kind: "Workspace", filled: ["organization"], more: "TenantWorkspace" },
  tools: { kind: "OrganizationTool", filled: ["organization"], more: "TenantTool" },
  folders: { kind: "Folder", filled: ["organization"], more: "TenantFolder" },
  documents: { kind: "Document", filled: ["organization"], more: "TenantDocument" },
  numbers: { kind: "NumberRequest", filled: ["organization"], more: "TenantNumber" },
  voice: { kind: "VoiceConfig", filled: ["workspace"], more: "TenantVoice" },
} as const;

/** Types of fields that are more than one value, and the interfaces that they may be. */
const unions: Readonly<Record<string, readonly string[]>> = {
  voice: ["VapiVoice", "ElevenLabsVoice", "VoiceChange"],
  transcriber: ["KnownTranscriber", "TranscriberChange"],
};

/** The whole schema. */
export function tenantSchema(): string {
  const declared = new Map<string, ts.InterfaceDeclaration>();
  for (const file of ["tenant/tenant-args.ts", "definitions/voice/voice-types.ts"]) {
    parse(join(provider, file)).forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) declared.set(node.name.text, node);
    });
  }
  const top = membersOf(declared, "TenantArgs");
  const properties = Object.fromEntries(
    Object.entries(sections).flatMap(([section, { kind }]): [string, Schema][] => {
      if (section === "voice") return [];
      const description = top.get(section)?.description ?? "";
      if (section === "organization") return [[section, { description, if: { type: "null" }, else: ref(kind) }]];
      const part = { if: { type: "boolean" }, then: { const: false }, else: { if: { type: "null" }, else: ref(kind) } };
      const keys = { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" };
      // Without any settings a part is `key:`, and `key: false` leaves out what a base has.
      const entry = requiresNothing(kind) ? part : { ...part, else: ref(kind) };
      return [[section, { type: ["object", "null"], description, propertyNames: keys, additionalProperties: entry }]];
    }),
  );
  const schema: Schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A LumenOne tenant",
    description: "Everything of one customer, for `pulumi-lumenone fleet` and `lumenone.tenantFromFile`.",
    type: "object",
    additionalProperties: false,
    properties: {
      extends: {
        description:
          "A file, or a list of files, that this one is laid over: maps key by key, everything else as a whole.",
        type: ["string", "array"],
        items: { type: "string" },
      },
      stack: { description: "Name of the Pulumi stack. Default: the file's name without its ending.", type: "string" },
      ...properties,
    },
    definitions: {
      reference: {
        description: "A text that stands elsewhere.",
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: {
          file: {
            description: "A file with the text; its path begins at this file's folder.",
            type: "string",
            minLength: 1,
          },
          secret: {
            description: "A value of the stack's configuration: `pulumi config set --secret KEY`.",
            type: "string",
          },
        },
      },
      link: {
        description: "The key of another part, or the key with the name of the Pulumi resource that links the two.",
        type: ["string", "object"],
        additionalProperties: false,
        required: ["key"],
        properties: { key: { type: "string" }, resourceName: { type: "string" } },
      },
      ...Object.fromEntries(
        Object.entries(unions).map(([name, members]) => [
          name,
          union(members.map((each) => membersOf(declared, each))),
        ]),
      ),
      ...Object.fromEntries(
        Object.values(sections).map(({ kind, filled, more }) => [kind, part(kind, filled, membersOf(declared, more))]),
      ),
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

function requiresNothing(kind: string): boolean {
  return inputFields(definitionOf(kind).fields).every(
    ([name, { presence }]) => presence !== "required" || name === "organization",
  );
}

/** One part: its resource's fields without those that the tenant fills in, and what a tenant adds. */
function part(kind: string, filled: readonly string[], more: ReadonlyMap<string, Member>): Schema {
  const { fields: docs } = definitionSource(kind);
  const fields = inputFields(definitionOf(kind).fields).filter(([name]) => !filled.includes(name));
  const properties = Object.fromEntries([
    ...fields.map(([name, field]) => [name, fieldSchema(name, field, oneParagraph(docs.get(name) ?? ""))] as const),
    ...[...more].map(([name, member]) => [name, addedSchema(name, member)] as const),
  ]);
  const required = fields.filter(([, { presence }]) => presence === "required").map(([name]) => name);
  return { type: "object", additionalProperties: false, ...(required.length > 0 ? { required } : {}), properties };
}

function fieldSchema(name: string, field: Field, description: string): Schema {
  const { type, values, suggests, minimum, maximum, maxLength, form, nullable } = field;
  const about: Schema = {
    ...(description === "" ? {} : { description }),
    ...(field.default === undefined ? {} : { default: field.default }),
  };
  const types = (word: string) => (nullable ? [word, "null"] : word);
  const text: Schema = {
    type: types("string"),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(form === undefined ? {} : { pattern: form.matches.source, "x-says": form.says }),
  };
  switch (type) {
    case "string":
      if (values) return { ...about, enum: nullable ? [...values, null] : values };
      if (field.refersTo) return { ...about, type: "string" };
      return {
        ...about,
        ...(suggests ? { examples: suggests } : {}),
        if: { type: "object" },
        then: ref("reference"),
        else: text,
      };
    case "asset":
      return { ...about, type: "string", minLength: 1 };
    case "number":
    case "integer":
      return {
        ...about,
        type: types(type),
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    case "list":
      return { ...about, type: "array", items: ref(/voice/i.test(name) ? "voice" : "transcriber") };
    case "object":
      return name in unions ? { ...about, ...ref(name) } : { ...about, type: "object" };
    case "boolean":
    case "any":
      return { ...about, ...(type === "any" ? {} : { type }) };
  }
}

/** What a tenant adds to a part: links to others, names, and the assistant of a workspace. */
function addedSchema(name: string, { description, type }: Member): Schema {
  if (type === "TenantLink[]") return { description, type: "array", items: ref("link") };
  if (type === "TenantVoice") return { description, ...ref("VoiceConfig") };
  if (type === "string") return { description, type: "string", minLength: 1 };
  throw new Error(`${name} has the type ${type}, which the schema of tenants does not know`);
}

/** One of several interfaces that their `provider` distinguishes. An unknown provider takes any settings. */
function union(members: readonly ReadonlyMap<string, Member>[]): Schema {
  const providers = members.flatMap((member) => literals(member.get("provider")?.type ?? ""));
  const rules = members.flatMap((member): Schema[] => {
    const own = literals(member.get("provider")?.type ?? "");
    const entries = [...member].filter(([name]) => name !== "provider");
    const properties: Schema = Object.fromEntries([
      ...(own.length > 0 ? [["provider", { enum: own }] as [string, unknown]] : []),
      ...entries.map(([name, { type, description }]): [string, unknown] => [
        name,
        type === "undefined" ? false : { type: "string", description },
      ]),
    ]);
    const required = entries.filter(([, { optional }]) => !optional).map(([name]) => name);
    const then = { additionalProperties: false, ...(required.length > 0 ? { required } : {}), properties };
    if (own.length > 0) return [{ if: { required: ["provider"], properties: { provider: { enum: own } } }, then }];
    return [{ if: { not: { required: ["provider"] } }, then }];
  });
  return { type: "object", properties: { provider: { type: "string", examples: providers } }, allOf: rules };
}

const literals = (type: string): string[] => [...type.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);

interface Member {
  readonly description: string;
  readonly type: string;
  readonly optional: boolean;
}

/** Members of an interface and of those of our own that it extends. */
function membersOf(declared: ReadonlyMap<string, ts.InterfaceDeclaration>, name: string): ReadonlyMap<string, Member> {
  const node = declared.get(name);
  if (!node) throw new Error(`There is no interface ${name}`);
  const inherited = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => {
      const base = expression.getText();
      return declared.has(base) ? [...membersOf(declared, base)] : [];
    }),
  );
  const own = node.members.filter(ts.isPropertySignature).map((member): [string, Member] => [
    member.name.getText(),
    {
      description: descriptionOf(member),
      type: member.type?.getText() ?? "",
      optional: member.questionToken !== undefined,
    },
  ]);
  return new Map([...own, ...inherited]);
}

const oneParagraph = (doc: string): string => doc.replace(/\s+/g, " ").trim();
