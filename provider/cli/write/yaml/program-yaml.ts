import { Document, isScalar, type Node, Scalar, visit, type YAMLMap } from "yaml";
import { nativeType } from "../../../definitions/resource-type";
import { hyphened, Names } from "../names";
import { belongsToWorkspace, type Declaration, declarationsOf, type ProgramPlan, type Property } from "../plan";
import { type ProgramOptions } from "../program-options";
import { changeableSettings, voicePart } from "../voice-settings";
import {
  escaped,
  expressionScalar,
  keyScalar,
  literalNode,
  type MapEntry,
  mapOf,
  plainKey,
  textScalar,
  withoutOdd,
} from "./nodes";

/** The configuration with what the names of copies begin with. */
const prefixKey = "prefix";

/** `Pulumi.yaml` with the whole program: the project, its configuration and its resources. */
export function programYaml(plan: ProgramPlan, options: ProgramOptions): string {
  const resources = resourceEntries(plan, options.protect);
  const document = new Document<YAMLMap>();
  document.contents = mapOf([
    ...projectEntries(options, "yaml"),
    ...part("config", [...configEntries(options), ...ownConfigEntries(plan, options)]),
    ...part("variables", usesPlainKey(resources) ? text(plainKey, "") : []),
    ...part("resources", resources),
  ]);
  const remarks = [
    ...plan.organizations.flatMap((organization) => organization.remarks),
    ...plan.secrets.flatMap(({ name, value }) =>
      value === undefined ? [`To be set: pulumi config set --secret ${name} '{...}'`] : [],
    ),
  ];
  if (remarks.length > 0) document.comment = comment(remarks);
  return withoutOdd(document.toString({ lineWidth: 0, doubleQuotedAsJSON: true }));
}

/** `Pulumi.yaml` beside a program in another language. */
export function projectYaml(options: ProgramOptions): string {
  const config = configEntries(options);
  const entries = projectEntries(options, "nodejs");
  const document = new Document(mapOf(config.length > 0 ? [...entries, ["config", mapOf(config)]] : entries));
  return document.toString({ lineWidth: 0 });
}

function projectEntries({ name }: ProgramOptions, runtime: string): MapEntry[] {
  return [...text("name", name), ...text("description", "LumenOne organizations"), ...text("runtime", runtime)];
}

/** What the project configures for every stack: where its objects are. */
function configEntries({ found }: ProgramOptions): MapEntry[] {
  const { origin, accountId } = found.settings;
  const settings = Object.entries({ "lumenone:baseUrl": origin, "lumenone:accountId": accountId });
  return settings.flatMap(([name, value]) => (value === undefined ? [] : [[name, mapOf(text("value", value))]]));
}

/** A section, where it has something. */
function part(name: string, entries: readonly MapEntry[]): MapEntry[] {
  if (entries.length === 0) return [];
  const key = keyScalar(name);
  key.spaceBefore = true;
  return [[key, mapOf(entries)]];
}

/** What the stack has to configure: the prefix of a copy, and secrets. */
function ownConfigEntries({ secrets }: ProgramPlan, { prefix }: ProgramOptions): MapEntry[] {
  return [
    ...(prefix === undefined ? [] : [prefixEntry(prefix)]),
    // JSON in a text, which Pulumi YAML turns into what it says. Where LumenOne masks the value, nothing is declared:
    // `pulumi import` would refuse to begin before its owner has set it. A copy is not imported.
    ...secrets
      .filter(({ value }) => value !== undefined || prefix !== undefined)
      .map(({ name }): MapEntry => [name, mapOf([...text("type", "string"), ["secret", new Scalar(true)]])]),
  ];
}

/** The prefix of the names of copies. */
function prefixEntry(prefix: string): MapEntry {
  const key = keyScalar(prefixKey);
  key.commentBefore = " One copy a pull request: `pulumi config set prefix staging-pr-12-`.";
  return [key, mapOf([...text("type", "string"), ...text("default", prefix)])];
}

function usesPlainKey(resources: readonly MapEntry[]): boolean {
  let uses = false;
  visit(mapOf(resources), {
    Pair: (_, { key }) => {
      uses ||= isScalar(key) && String(key.value).startsWith(`\${${plainKey}}`);
    },
  });
  return uses;
}

function resourceEntries(plan: ProgramPlan, protect: boolean): MapEntry[] {
  const declarations = declarationsOf(plan);
  const keyOf = resourceKeys(declarations, ["pulumi", plainKey, prefixKey, ...plan.secrets.map(({ name }) => name)]);
  return declarations.map((declaration, index): MapEntry => {
    const { kind, logicalName, args } = declaration;
    const comments = [...declaration.comments];
    const properties: MapEntry[] = [];
    for (const argument of args) {
      if ("comment" in argument) comments.push(argument.comment);
      else properties.push([argument.name, propertyNode(kind, argument, keyOf)]);
    }
    const name = keyOf(declaration);
    const key = keyScalar(name);
    key.spaceBefore = index > 0 && !belongsToWorkspace(kind);
    if (comments.length > 0) key.commentBefore = comment(comments);
    const resource = mapOf([
      // As Pulumi YAML shortens it: `lumenone:Workspace`.
      ["type", new Scalar(nativeType(kind).replace(":index:", ":"))],
      ...(name === logicalName ? [] : text("name", logicalName)),
      ...(properties.length > 0 ? [["properties", mapOf(properties)] as const] : []),
      ...(protect ? [["options", mapOf([["protect", new Scalar(true)]])] as const] : []),
    ]);
    return [key, resource];
  });
}

type KeyOf = (resource: Pick<Declaration, "kind" | "logicalName">) => string;

/**
 * The keys of resources: those of all kinds, of secrets and of variables share one name space in Pulumi YAML.
 * @param taken what else has a name in the program
 */
function resourceKeys(declarations: readonly Declaration[], taken: readonly string[]): KeyOf {
  const names = new Names();
  for (const name of taken) names.take(name);
  const keys = new Map<string, string>();
  for (const { kind, logicalName } of declarations) {
    const wanted = names.has(logicalName) ? `${logicalName}${hyphened(kind)}` : logicalName;
    keys.set(`${kind} ${logicalName}`, names.take(wanted));
  }
  return ({ kind, logicalName }) => keys.get(`${kind} ${logicalName}`) ?? logicalName;
}

/** The value of a property of a resource of this kind. */
function propertyNode(kind: string, { name, value }: Property, keyOf: KeyOf): Node {
  switch (value.type) {
    case "reference":
      return expressionScalar(`\${${keyOf(value.to)}.id}`);
    case "secret":
      return expressionScalar(`\${${value.name}}`);
    case "document":
      return mapOf(text("fn::fileAsset", `./${value.path}`));
    case "prompt":
      return textScalar(value.text);
    case "prefixed":
      return expressionScalar(`\${${prefixKey}}${escaped(value.name)}`);
    case "literal": {
      const part = kind === "VoiceConfig" ? voicePart(name) : undefined;
      if (!part) return literalNode(value.value);
      const settings = ["provider", ...changeableSettings[part]];
      // The schema has these alone, as texts.
      return literalNode(value.value, (key, setting) => typeof setting === "string" && settings.includes(key));
    }
  }
}

function text(name: string, value: string): MapEntry[] {
  return [[name, textScalar(value)]];
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}
