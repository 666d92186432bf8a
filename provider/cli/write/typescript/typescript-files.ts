import { version } from "../../../client/version";
import { type ProgramPlan } from "../plan";
import { type ProgramOptions } from "../program-options";
import { gitIgnore, type ProgramFile } from "../write-files";
import { projectYaml } from "../yaml/program-yaml";
import { text } from "./literal";
import { accountsFile, organizationFile } from "./organization-file";

/** Every file of a program in TypeScript, without documents and what holds secrets. */
export function typescriptFiles(plan: ProgramPlan, options: ProgramOptions): ProgramFile[] {
  const { accounts, organizations, prompts } = plan;
  const modules = organizations.map(({ file }) => `./organizations/${file}`);
  const imports = (accounts.length > 0 ? ["./accounts", ...modules] : modules).map((file) => `import ${text(file)};`);
  return [
    { path: "Pulumi.yaml", content: projectYaml(options), keep: "as it is" },
    { path: "package.json", content: packageJson(options.name), keep: "as it is" },
    { path: "tsconfig.json", content: tsconfig, keep: "as it is" },
    gitIgnore("node_modules/"),
    { path: "index.ts", content: `${imports.join("\n")}\n`, keep: "add lines" },
    ...(prompts.size > 0 ? [{ path: "prompt.ts", content: promptModule }] : []),
    ...(accounts.length > 0 ? [{ path: "accounts.ts", content: accountsFile(accounts, options) }] : []),
    ...organizations.map((organization) => ({
      path: `organizations/${organization.file}.ts`,
      content: organizationFile(organization, options),
    })),
    // Editors end a file with a line break; the program takes exactly one off.
    ...[...prompts].map(([file, content]) => ({ path: `prompts/${file}`, content: `${content}\n` })),
  ];
}

function packageJson(name: string): string {
  const content = {
    name,
    private: true,
    main: "index.ts",
    dependencies: { "@pulumi/pulumi": "^3.216.0", "pulumi-lumenone": `^${version}` },
    devDependencies: { "@types/node": "^20.0.0", typescript: "^5.0.0" },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "node16",
    "moduleResolution": "node16",
    "strict": true,
    "skipLibCheck": true,
    "types": ["node"],
    "noEmit": true
  },
  "files": ["index.ts"]
}
`;

const promptModule = `import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of the folder prompts, without the line break that ends its file. */
export function prompt(file: string): string {
  return readFileSync(join(__dirname, "prompts", file), "utf8").replace(/\\n$/, "");
}
`;
