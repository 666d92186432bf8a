import { version } from "../../../client/version";
import { description, gitIgnore, projectConfig } from "../common-files";
import { type ProgramPlan } from "../plan";
import { type ProgramFile, type ProjectFacts } from "../program-file";
import { text } from "./literal";

/** The files around the organizations. */
export function projectFiles(plan: ProgramPlan, facts: ProjectFacts): ProgramFile[] {
  const modules = plan.organizations.map(({ file }) => `./organizations/${file}`);
  const imports = [...(plan.accounts.length > 0 ? ["./accounts"] : []), ...modules].map(
    (file) => `import ${text(file)};`,
  );
  return [
    { path: "Pulumi.yaml", content: pulumiYaml(facts), keep: "as it is" },
    { path: "package.json", content: packageJson(facts.name), keep: "as it is" },
    { path: "tsconfig.json", content: tsconfig, keep: "as it is" },
    gitIgnore(["node_modules/"]),
    { path: "index.ts", content: `${imports.join("\n")}\n`, keep: "add lines" },
    ...(plan.prompts.size > 0 ? [{ path: "prompt.ts", content: promptModule }] : []),
  ];
}

function pulumiYaml(facts: ProjectFacts): string {
  const config = Object.entries(projectConfig(facts));
  const lines = config.flatMap(([key, { value }]) => [`  ${key}:`, `    value: ${scalar(value)}`]);
  return [
    `name: ${scalar(facts.name)}`,
    `description: ${description}`,
    "runtime: nodejs",
    ...(lines.length > 0 ? ["config:", ...lines] : []),
    "",
  ].join("\n");
}

/** A text in YAML: as it is where that can be nothing else, else in JSON, which is YAML too. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*(?::\/\/[\w.:-]+)?$/.test(text) ? text : JSON.stringify(text);
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

const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: "ES2022",
      module: "node16",
      moduleResolution: "node16",
      strict: true,
      skipLibCheck: true,
      types: ["node"],
      noEmit: true,
    },
    files: ["index.ts"],
  },
  undefined,
  2,
).replace(/\[\n\s+("\w+(?:\.\w+)?")\n\s+\]/g, "[$1]")}\n`;

const promptModule = `import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of the folder prompts, without the line break that ends its file. */
export function prompt(file: string): string {
  return readFileSync(join(__dirname, "prompts", file), "utf8").replace(/\\n$/, "");
}
`;
