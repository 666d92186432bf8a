import { belongsToWorkspace, type Declaration, type Expression, type OrganizationPlan, type Property } from "../plan";
import { type ProgramOptions } from "../program-options";
import { voicePart } from "../voice-settings";
import { type Entry, json, lineWidth, object, text } from "./literal";
import { voiceExpression } from "./voice-expression";

/** The line that imports the classes. */
function importLine({ native }: ProgramOptions): string {
  return `import * as lumenone from "pulumi-lumenone${native ? "/native" : ""}";`;
}

/** The TypeScript of the accounts. */
export function accountsFile(accounts: readonly Declaration[], options: ProgramOptions): string {
  const body = accounts.map((account) => resource(account, options));
  return `${importLine(options)}\n\n${body.join("\n")}\n`;
}

/** The TypeScript of one organization. */
export function organizationFile({ declarations, remarks }: OrganizationPlan, options: ProgramOptions): string {
  const properties = declarations.flatMap(({ args }) => args).filter((argument) => "value" in argument);
  const uses = (type: Expression["type"]) => properties.some(({ value }) => value.type === type);
  const usesAccounts = properties.some(({ name, value }) => name === "accountId" && value.type === "reference");
  const { prefix } = options;
  const needsConfig = uses("secret") || prefix !== undefined;
  const head = [
    ...(needsConfig ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    importLine(options),
    ...(usesAccounts ? ['import * as accounts from "../accounts";'] : []),
    ...(uses("prompt") ? ['import { prompt } from "../prompt";'] : []),
  ];
  const values = needsConfig ? ["const config = new pulumi.Config();"] : [];
  if (prefix !== undefined) {
    values.push("// One copy a pull request: `pulumi config set prefix staging-pr-12-`.");
    values.push(`const prefix = config.get("prefix") ?? ${text(prefix)};`);
  }
  // An empty line sets groups apart.
  const groups: string[][] = [];
  for (const declaration of declarations) {
    const written = resource(declaration, options);
    if (belongsToWorkspace(declaration.kind) && groups.length > 0) groups.at(-1)?.push(written);
    else groups.push([written]);
  }
  return `${[head, values, ...groups, remarks.map((remark) => `// ${remark}`)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function resource({ kind, logicalName, variable, args, comments }: Declaration, { protect }: ProgramOptions): string {
  const entries = args.flatMap((argument): Entry[] => {
    if ("comment" in argument) return [argument];
    return argument.inherited ? [] : [{ name: argument.name, value: written(kind, argument) }];
  });
  const exported = kind === "Organization" || kind === "Account" ? "export " : "";
  const begin = `${variable === undefined ? "" : `${exported}const ${variable} = `}new lumenone.${kind}(`;
  const name = text(logicalName);
  const end = protect ? ", { protect: true });" : ");";
  const above = comments.map((comment) => `// ${comment}\n`).join("");
  if (entries.length === 0) return `${above}${begin}${name}${protect ? `, {}${end}` : end}`;
  const oneLine = object(entries, 0, lineWidth - begin.length - name.length - 2 - end.length);
  if (!protect || !oneLine.includes("\n")) return `${above}${begin}${name}, ${oneLine}${end}`;
  // Where more arguments follow the object, Prettier gives each argument a line of its own.
  return `${above}${begin}\n  ${name},\n  ${object(entries, 2, 0)},\n  { protect: true },\n);`;
}

/** The value of a property of a resource of this kind. */
function written(kind: string, { name, value }: Property): string {
  switch (value.type) {
    case "reference":
      return value.to.kind === "Account" ? `accounts.${value.to.variable}.accountId` : value.to.variable;
    case "secret":
      return value.of === "object"
        ? `config.requireSecretObject<Record<string, unknown>>(${text(value.name)})`
        : `config.requireSecret(${text(value.name)})`;
    case "prompt":
      return `prompt(${text(value.file)})`;
    case "document":
      return text(value.path);
    case "prefixed":
      return `prefix + ${text(value.name)}`;
    case "literal": {
      const room = lineWidth - 4 - name.length - 1;
      const part = kind === "VoiceConfig" ? voicePart(name) : undefined;
      return part ? voiceExpression(part, value.value, 2, room) : json(value.value, 2, room);
    }
  }
}
