import { demoSeed, type Seed } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import { createClient } from "../../provider/client";
import { functionOf } from "../../provider/functions/ask/registry";
import { type SchemaExample, schemaExamples } from "../support/examples/schema-examples";
import { type Workbench, workbench } from "../support/languages/workbench";

/** The examples that the schema has for every resource and data function, run as people who copy them do. */
jest.setTimeout(1_200_000);

const resources = schemaExamples("resources");
const functions = schemaExamples("functions");
/** What the examples of data functions read. */
const seed: Seed = {
  ...demoSeed,
  documents: [...(demoSeed.documents ?? []), { title: "faq.md", name: "faq.md-0a1b.json", wordCount: 7 }],
  numberRequests: [{ country: "US", numberType: "local" }],
};
let bench: Workbench;

beforeAll(async () => {
  bench = await workbench(seed);
});
afterAll(() => bench?.close());

/** A project beside which the file of the examples lies. */
function project(name: string): string {
  const folder = path.join(bench.folder, name);
  fs.mkdirSync(path.join(folder, "docs"), { recursive: true });
  fs.writeFileSync(path.join(folder, "docs/handbook.pdf"), "%PDF-1.4\nThe handbook\n");
  return folder;
}

/** What a program in YAML consists of, beside its resources. */
interface YamlCall {
  readonly variables: { result: { "fn::invoke": { function: string; arguments?: Record<string, unknown> } } };
  readonly outputs: Record<string, string>;
}

/** What LumenOne has for the outputs of a function's example. */
async function expectedOutputs({ name, programs }: SchemaExample): Promise<Record<string, unknown>> {
  const { variables, outputs } = parse(programs["yaml"] ?? "") as YamlCall;
  const { apiKey, url: baseUrl, accountId } = bench.simulator;
  const client = createClient({ apiKey, baseUrl, accountId });
  const result = await functionOf(name).ask(client, variables.result["fn::invoke"].arguments ?? {}, {});
  return Object.fromEntries(
    Object.keys(outputs).map((output) => [output, (result as Record<string, unknown>)[output]]),
  );
}

/**
 * Without what is null: SDKs leave it out. Ids are texts: LumenOne has some as numbers. Python writes the names of properties in
 * its own way.
 */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const camelCase = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === null ? [] : [[camelCase(key), /^id$|_?[Ii]d$/.test(key) ? String(each) : plain(each)]],
    ),
  );
}

describe("YAML", () => {
  const yamlProject = async ({ name, programs }: SchemaExample) => {
    const cwd = project(`yaml-${name}`);
    const program = parse(programs["yaml"] ?? "") as object;
    fs.writeFileSync(path.join(cwd, "Pulumi.yaml"), stringify({ name: "example", runtime: "yaml", ...program }));
    await bench.pulumi(cwd, "stack", "init", `dev-${name}`);
    return cwd;
  };

  test.each(resources)("$name: up, an empty preview, destroy", async (example) => {
    bench.simulator.reset({});
    const cwd = await yamlProject(example);
    if ((example.programs["yaml"] ?? "").includes("crmToken"))
      await bench.pulumi(cwd, "config", "set", "--secret", "crmToken", "a-token");
    await bench.pulumi(cwd, "up", "--yes", "--skip-preview");
    await bench.pulumi(cwd, "preview", "--expect-no-changes");
    await bench.pulumi(cwd, "destroy", "--yes", "--skip-preview");
    expect(bench.simulator.snapshot().organizations).toEqual([]);
  });

  test.each(functions)("$name: its outputs are what LumenOne has", async (example) => {
    bench.simulator.reset(seed);
    const cwd = await yamlProject(example);
    await bench.pulumi(cwd, "up", "--yes", "--skip-preview");
    const outputs = JSON.parse(await bench.pulumi(cwd, "stack", "output", "--json", "--show-secrets")) as object;
    expect(plain(outputs)).toEqual(plain(await expectedOutputs(example)));
    expect(Object.values(outputs).filter((value) => value !== null)).not.toHaveLength(0);
  });
});

describe("Python", () => {
  const pythonProject = ({ name, programs }: SchemaExample) => {
    const folder = project(`python-${name}`);
    // Automation names the project `python`.
    fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  python:crmToken: a-token\n");
    const program = path.join(folder, "example.py");
    fs.writeFileSync(program, programs["python"] ?? "");
    return { folder, program };
  };

  test.each(resources)("$name: up, an empty preview, destroy", async (example) => {
    bench.simulator.reset({});
    const { folder, program } = pythonProject(example);
    await bench.python("up", program, folder);
    expect(Object.keys((await bench.python("preview", program, folder)).changes)).toEqual(["same"]);
    await bench.python("destroy", program, folder);
    expect(bench.simulator.snapshot().organizations).toEqual([]);
  });

  test.each(functions)("$name: its outputs are what LumenOne has", async (example) => {
    bench.simulator.reset(seed);
    const { folder, program } = pythonProject(example);
    const { outputs } = await bench.python("up", program, folder);
    expect(plain(outputs)).toEqual(plain(await expectedOutputs(example)));
  });
});

test("Go: every example compiles, and is written as gofmt does", async () => {
  const module = project("go-examples");
  fs.writeFileSync(
    path.join(module, "go.mod"),
    fs.readFileSync(path.resolve(__dirname, "../../examples/go/go.mod"), "utf8"),
  );
  for (const { name, programs } of [...resources, ...functions]) {
    fs.mkdirSync(path.join(module, name));
    fs.writeFileSync(path.join(module, name, "main.go"), programs["go"] ?? "");
  }
  await bench.goBuild(module);
  expect(await bench.gofmt(module)).toBe("");
});
