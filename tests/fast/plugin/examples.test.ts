import * as path from "node:path";
import { kinds } from "../../../provider/definitions/registry";
import { documentedExamples } from "../../support/examples/documented-examples";
import { schemaExamples } from "../../support/examples/schema-examples";
import { typeProblems } from "../../support/examples/type-problems";

/** Examples that people see in an editor, on the site and in SDKs. tests/languages runs those of the schema. */
const root = path.resolve(__dirname, "../../..");
const all = [...schemaExamples("resources"), ...schemaExamples("functions")];

const schemaModules = all.map(({ name, programs }): [string, string] => [
  `schema-${name}.ts`,
  programs["typescript"] ?? "",
]);
const comments = ["provider", "simulator"].flatMap((folder) =>
  Object.entries(documentedExamples(path.join(root, folder))).map(([name, text]): [string, string] => [
    `comment-${name}.mts`,
    `export {};\n${text}`,
  ]),
);

/** What examples take for granted. Their own declarations stand in front of these. */
const known = `
import * as pulumi from "@pulumi/pulumi";
import * as library from "pulumi-lumenone";
import * as scripts from "pulumi-lumenone/client";
import * as simulated from "lumenone-simulator";
declare global {
  const lumenone: typeof library;
  const createClient: typeof scripts.createClient;
  const allPages: typeof scripts.allPages;
  const createSimulator: typeof simulated.createSimulator;
  const config: pulumi.Config;
  const client: scripts.Client;
  const simulator: simulated.Simulator;
  const faults: simulated.Simulator["faults"];
  const apiKey: string, accountId: string;
  const acme: library.Organization;
  const support: library.Workspace, reception: library.Workspace;
  const crm: library.OrganizationTool;
  const handbook: library.Document;
}`;

const wrong = 'import * as lumenone from "pulumi-lumenone";\nlumenone.getWorkspaceOutput({ workspce: "support" });';

/** By one run of the compiler, which takes seconds. */
let problems: string[];
beforeAll(() => {
  const modules = [...schemaModules, ...comments, ["known.d.mts", known], ["wrong.ts", wrong]] as [string, string][];
  problems = typeProblems(Object.fromEntries(modules));
}, 60_000);
const problemsOf = (prefix: string) => problems.filter((problem) => problem.startsWith(prefix));

test("every resource and every data function has an example in six languages, and each uses it", () => {
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining([...kinds]));
  expect(all).toHaveLength(26);
  for (const { name, programs } of all) {
    expect([name, Object.keys(programs)]).toEqual([name, ["typescript", "python", "go", "csharp", "java", "yaml"]]);
    const subject = new RegExp(name.replace(/^get/, "").replace(/(?<=.)[A-Z]/g, "_?$&"), "i");
    for (const [fence, code] of Object.entries(programs)) {
      expect([name, fence, code]).toEqual([name, fence, expect.stringMatching(subject)]);
    }
  }
});

test("the schema's examples in TypeScript have the types of the package", () => {
  expect(schemaModules).toHaveLength(26);
  expect(problemsOf("schema-")).toEqual([]);
});

test("the examples in comments have the types of what they show", () => {
  expect(comments.length).toBeGreaterThan(35);
  expect([...problemsOf("comment-"), ...problemsOf("known")]).toEqual([]);
});

test("a wrong argument is reported", () => {
  expect(problemsOf("wrong")).toEqual([expect.stringContaining("workspce") as string]);
  expect(problems).toHaveLength(1);
});
