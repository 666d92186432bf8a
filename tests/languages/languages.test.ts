import * as fs from "node:fs";
import * as path from "node:path";
import { type Workbench, workbench } from "../support/languages/workbench";

/** The examples in other languages, with the plugin as a user installs it and SDKs that Pulumi makes of the schema. */
jest.setTimeout(1_200_000);

let bench: Workbench;

beforeAll(async () => {
  bench = await workbench();
});
afterAll(() => bench?.close());

/** A copy of an example: what commands write stays out of the checkout. */
function example(name: string): string {
  const folder = path.join(bench.folder, name);
  fs.cpSync(path.resolve(__dirname, "../../examples", name), folder, { recursive: true });
  return folder;
}

test("YAML: up, an empty preview, refresh, a change, an import with its code, destroy", async () => {
  const cwd = example("yaml");
  const pulumi = (...args: string[]) => bench.pulumi(cwd, ...args);
  const { simulator } = bench;
  await pulumi("stack", "init", "dev");
  await pulumi("up", "--yes", "--skip-preview");
  expect(JSON.parse(await pulumi("stack", "output", "--json"))).toEqual({ slug: "support", name: "support" });
  expect(simulator.snapshot().embeddings).toHaveLength(1);
  expect(
    fs.readFileSync(path.join(bench.folder, "backend/.pulumi/stacks/lumenone-yaml/dev.json"), "utf8"),
  ).not.toContain("example-token");
  await pulumi("preview", "--expect-no-changes");
  await pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  fs.writeFileSync(
    path.join(cwd, "Pulumi.yaml"),
    fs.readFileSync(path.join(cwd, "Pulumi.yaml"), "utf8").replace("topN: 6", "topN: 8"),
  );
  await pulumi("up", "--yes", "--skip-preview");
  expect(simulator.snapshot().workspaces[0]?.topN).toBe(8);

  const code = await pulumi(
    "import",
    "lumenone:index:OrganizationTool",
    "imported",
    "acme-inc/1",
    "--yes",
    "--skip-preview",
    "--protect=false",
    "--out",
    "code.yaml",
  );
  const written = fs.readFileSync(path.join(cwd, "code.yaml"), "utf8") + code;
  expect(written).toMatch(/type: lumenone:OrganizationTool/);
  expect(written).not.toContain("example-token");
  await pulumi("state", "delete", "urn:pulumi:dev::lumenone-yaml::lumenone:index:OrganizationTool::imported", "--yes");
  await pulumi("destroy", "--yes", "--skip-preview");
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("Python: up, a data function, an empty preview, destroy", async () => {
  const program = path.join(example("python"), "__main__.py");
  const python = (action: string) => bench.python(action, program, path.join(bench.folder, "python-project"));
  const { simulator } = bench;
  expect((await python("up")).outputs).toEqual({ slug: "support", names: ["support"] });
  expect(simulator.snapshot().workspaces[0]).toMatchObject({ vectorSearchMode: "rerank", topN: 6 });
  expect(Object.keys((await python("preview")).changes)).toEqual(["same"]);
  await python("destroy");
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("Go: the SDK and the example compile", async () => {
  await expect(bench.goBuild(example("go"))).resolves.toBeUndefined();
});
