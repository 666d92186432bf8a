import { type Expression, hasType } from "../argument";
import { belongsToWorkspace } from "../belongs-to-workspace";
import { type Declaration, type OrganizationPlan } from "../plan";
import { type ProgramOptions } from "../program-options";
import { entriesOf } from "./entries-of";
import { type Entry, lineWidth, object, text } from "./literal";

/** The line that imports the classes. */
function importLine({ native = false }: ProgramOptions): string {
  return `import * as lumenone from "pulumi-lumenone${native ? "/native" : ""}";`;
}

/** The TypeScript of the accounts. */
export function accountsFile(accounts: readonly Declaration[], options: ProgramOptions): string {
  const body = accounts.map((account) => resource(account, options));
  return `${[[importLine(options)], body].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The TypeScript of one organization. */
export function organizationFile({ declarations, remarks }: OrganizationPlan, options: ProgramOptions): string {
  const body = declarations.map((declaration) => resource(declaration, options));
  const uses = (type: Expression["type"]) => declarations.some(({ args }) => hasType(args, type));
  const usesAccounts = declarations.some(({ args }) =>
    args.some(
      (argument) => "value" in argument && argument.name === "accountId" && argument.value.type === "reference",
    ),
  );
  const needsConfig = uses("secret");
  const needsPrefix = options.prefix !== undefined;
  const head = [
    ...(needsConfig || needsPrefix ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    importLine(options),
    ...(usesAccounts ? ['import * as accounts from "../accounts";'] : []),
    ...(uses("prompt") ? ['import { prompt } from "../prompt";'] : []),
  ];
  const values = [
    ...(needsConfig || needsPrefix ? ["const config = new pulumi.Config();"] : []),
    ...(needsPrefix
      ? [
          "// One copy a pull request: `pulumi config set prefix staging-pr-12-`.",
          `const prefix = config.get("prefix") ?? ${text(options.prefix ?? "")};`,
        ]
      : []),
  ];
  return `${[head, values, ...grouped(declarations, body), remarks.map((remark) => `// ${remark}`)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The parts that an empty line sets apart. */
function grouped(declarations: readonly Declaration[], body: readonly string[]): string[][] {
  const groups: string[][] = [];
  declarations.forEach(({ kind }, index) => {
    if (!belongsToWorkspace(kind) || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(body[index] ?? "");
  });
  return groups;
}

function resource(declaration: Declaration, { protect }: ProgramOptions): string {
  const { kind, logicalName, variable, comments } = declaration;
  const args = entriesOf(declaration);
  const exported = kind === "Organization" || kind === "Account" ? "export " : "";
  const begin = `${variable === undefined ? "" : `${exported}const ${variable} = `}new lumenone.${kind}(`;
  const name = text(logicalName);
  const end = protect ? ", { protect: true });" : ");";
  const above = comments.map((comment) => `// ${comment}\n`).join("");
  if (args.length === 0) return `${above}${begin}${name}${protect ? `, {}${end}` : end}`;
  const room = lineWidth - begin.length - name.length - 2 - end.length;
  return above + wrapped(begin, name, args, end, room);
}

/** Where more arguments follow the object, Prettier gives each argument a line of its own. */
function wrapped(begin: string, name: string, args: readonly Entry[], end: string, room: number): string {
  const oneLine = object(args, 0, room);
  if (!oneLine.includes("\n") || end === ");") return `${begin}${name}, ${oneLine}${end}`;
  return `${begin}\n  ${name},\n  ${object(args, 2, 0)},\n  { protect: true },\n);`;
}
