import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

/** What a project declares its resources with. */
export const modules = ["native", "dynamic", "usual", "stash", "empty"] as const;
export type Module = (typeof modules)[number];

/** How a program is run: TypeScript is compiled by Pulumi in each run, what the Automation API runs is loaded already. */
export const ways = ["TypeScript", "JavaScript", "Automation API"] as const;
export type Way = (typeof ways)[number];

/** Resources of each program but the empty one: those of `examples/tenant`. */
export const resources = 11;

const root = path.resolve(__dirname, "../..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

/** The source files of a project, by their names. */
function sources(module: Module): Record<string, string> {
  switch (module) {
    case "dynamic":
      return { "index.ts": read("examples/tenant/index.ts") };
    case "native":
      return { "index.ts": read("examples/tenant/index.ts").replace('"pulumi-lumenone"', '"pulumi-lumenone/native"') };
    case "stash":
      return { "index.ts": read("bench/plain/programs/stash.ts") };
    case "usual":
      return {
        "index.ts": read("bench/plain/programs/usual.ts").replaceAll("../../usual/", "./"),
        "organization.ts": read("bench/usual/organization.ts"),
        "workspace.ts": read("bench/usual/workspace.ts"),
      };
    case "empty":
      return { "index.ts": 'import "@pulumi/pulumi";\n' };
  }
}

/** Writes a project into a folder, as `pulumi up` finds it. */
export function writeProject(folder: string, module: Module, way: Way): void {
  const write = (name: string, content: string) => fs.writeFileSync(path.join(folder, name), content);
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  write("package.json", JSON.stringify({ name: "plain", private: true }));
  const isCompiled = way !== "TypeScript";
  const options = isCompiled ? "\n  options:\n    typescript: false" : "";
  const main = `index.${isCompiled ? "js" : "ts"}`;
  const plugins = `plugins:\n  providers:\n    - name: lumenone\n      path: ${path.join(root, "provider/dist/bin")}`;
  write("Pulumi.yaml", `name: plain\nmain: ${main}\nruntime:\n  name: nodejs${options}\n${plugins}\n`);
  for (const [name, source] of Object.entries(sources(module))) {
    if (isCompiled) write(name.replace(/ts$/, "js"), compiled(source));
    else write(name, source);
  }
}

function compiled(source: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
