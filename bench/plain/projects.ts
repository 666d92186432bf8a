import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import { organizationNames, type Scenario, workspacesOf } from "../scenario";

/** What a project declares its resources with. */
export const modules = ["native", "dynamic", "usual", "stash", "empty"] as const;
export type Module = (typeof modules)[number];

/** In what its program is written: TypeScript is compiled by Pulumi in each run. */
export const languages = ["TypeScript", "JavaScript"] as const;
export type Language = (typeof languages)[number];

const root = path.resolve(__dirname, "../..");

/** The classes of a module, each of the form `new Organization(name)` and `new Workspace(name, organization, settings)`. */
const classes: Readonly<Record<Exclude<Module, "empty">, string>> = {
  native: classesOf("pulumi-lumenone/native"),
  dynamic: classesOf("pulumi-lumenone"),
  usual: `import { Organization, Workspace } from "./usual";
const organization = (name: string) => new Organization(name, { name });
const workspace = (name: string, of: Organization, settings: any) => new Workspace(name, { organization: of.slug, ...settings });
`,
  stash: `import { Stash } from "@pulumi/pulumi";
const organization = (name: string) => new Stash(name, { input: { name } });
const workspace = (name: string, of: Stash, settings: any) => new Stash(name, { input: { organization: of.id, ...settings } });
`,
};

function classesOf(name: string): string {
  return `import { Organization, Workspace } from "${name}";
const organization = (name: string) => new Organization(name);
const workspace = (name: string, of: Organization, settings: any) => new Workspace(name, { organization: of, ...settings });
`;
}

/** A program as its user writes it, in one file. */
function program(module: Module, scenario: Scenario): string {
  if (module === "empty") return 'import "@pulumi/pulumi";\n';
  return `${classes[module]}
const organizations = ${JSON.stringify(organizationNames(scenario))}.map(organization);
for (const each of ${JSON.stringify(workspacesOf(scenario))}) {
  workspace(each.settings.name, organizations[each.organization]!, each.settings);
}
`;
}

/** The source files of a project, by their names. */
function sources(module: Module, scenario: Scenario): Record<string, string> {
  const index = { "index.ts": program(module, scenario) };
  if (module !== "usual") return index;
  const source = (name: string) => fs.readFileSync(path.join(root, "bench/usual", name), "utf8");
  return {
    ...index,
    "usual.ts": 'export * from "./organization";\nexport * from "./workspace";\n',
    "organization.ts": source("organization.ts"),
    "workspace.ts": source("workspace.ts"),
  };
}

/** Writes a project into a folder, as `pulumi up` finds it. */
export function writeProject(folder: string, module: Module, language: Language, scenario: Scenario): void {
  const write = (name: string, content: string) => fs.writeFileSync(path.join(folder, name), content);
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  write("package.json", JSON.stringify({ name: "plain", private: true }));
  const isCompiled = language === "JavaScript";
  const options = isCompiled ? "\n  options:\n    typescript: false" : "";
  const main = `index.${isCompiled ? "js" : "ts"}`;
  const plugins = `plugins:\n  providers:\n    - name: lumenone\n      path: ${path.join(root, "provider/dist/bin")}`;
  write("Pulumi.yaml", `name: plain\nmain: ${main}\nruntime:\n  name: nodejs${options}\n${plugins}\n`);
  for (const [name, source] of Object.entries(sources(module, scenario))) {
    if (isCompiled) write(name.replace(/ts$/, "js"), compiled(source));
    else write(name, source);
  }
}

function compiled(source: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
