import { Document, isScalar, Scalar, visit, type YAMLMap } from "yaml";
import { nativeType } from "../../../definitions/resource-type";
import { belongsToWorkspace } from "../belongs-to-workspace";
import { description, projectConfig } from "../common-files";
import { type Declaration, declarationsOf, type ProgramPlan } from "../plan";
import { type ProjectFacts } from "../program-file";
import { type ProgramOptions } from "../program-options";
import { argumentNode, prefixKey } from "./argument-node";
import { plainKey } from "./literal-node";
import { type MapEntry, mapOf } from "./map-of";
import { ResourceKeys } from "./resource-keys";
import { keyScalar, textScalar, withoutOdd } from "./scalar";

type YamlOptions = Pick<ProgramOptions, "protect" | "prefix">;

/** `Pulumi.yaml` with the whole program: the project, its configuration and its resources. */
export function programYaml(plan: ProgramPlan, facts: ProjectFacts, options: YamlOptions): string {
  const resources = resourceEntries(plan, options.protect);
  const document = new Document<YAMLMap>();
  document.contents = mapOf([
    ["name", textScalar(facts.name)],
    ["description", textScalar(description)],
    ["runtime", textScalar("yaml")],
    ...part("config", configEntries(plan, facts, options)),
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

/** A section, where it has something. */
function part(name: string, entries: readonly MapEntry[]): MapEntry[] {
  if (entries.length === 0) return [];
  const key = keyScalar(name);
  key.spaceBefore = true;
  return [[key, mapOf(entries)]];
}

/** Where LumenOne is, and what the stack has to configure as secrets. */
function configEntries({ secrets }: ProgramPlan, facts: ProjectFacts, { prefix }: YamlOptions): MapEntry[] {
  const settings = Object.entries(projectConfig(facts));
  return [
    ...settings.map(([name, { value }]): MapEntry => [name, mapOf([["value", textScalar(value)]])]),
    ...(prefix === undefined ? [] : [prefixEntry(prefix)]),
    // JSON in a text, which Pulumi YAML turns into what it says. Where LumenOne masks the value, nothing is declared:
    // `pulumi import` would refuse to begin before its owner has set it. A copy is not imported.
    ...secrets.flatMap(({ name, value }): MapEntry[] =>
      value === undefined && prefix === undefined
        ? []
        : [[name, mapOf([...text("type", "string"), ["secret", new Scalar(true)]])]],
    ),
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
  const keys = new ResourceKeys(declarations, ["pulumi", plainKey, prefixKey, ...plan.secrets.map(({ name }) => name)]);
  return declarations.map((declaration, index): MapEntry => {
    const { kind, args } = declaration;
    const comments = [
      ...declaration.comments,
      ...args.flatMap((argument) => ("comment" in argument ? [argument.comment] : [])),
    ];
    const key = keyScalar(keys.of(declaration));
    key.spaceBefore = index > 0 && !belongsToWorkspace(kind);
    if (comments.length > 0) key.commentBefore = comment(comments);
    return [key, resource(declaration, keys, protect)];
  });
}

function resource({ kind, logicalName, args }: Declaration, keys: ResourceKeys, protect: boolean): YAMLMap {
  const properties = args.flatMap((argument): MapEntry[] =>
    "value" in argument ? [[argument.name, argumentNode(kind, argument, keys)]] : [],
  );
  return mapOf([
    ["type", typeScalar(kind)],
    ...(keys.of({ kind, logicalName }) === logicalName ? [] : text("name", logicalName)),
    ...(properties.length > 0 ? [["properties", mapOf(properties)] as const] : []),
    ...(protect ? [["options", mapOf([["protect", new Scalar(true)]])] as const] : []),
  ]);
}

/** `lumenone:Workspace`, as Pulumi YAML shortens it. */
function typeScalar(kind: string): Scalar {
  return new Scalar(nativeType(kind).replace(":index:", ":"));
}

function text(name: string, value: string): MapEntry[] {
  return [[name, textScalar(value)]];
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}
