import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { installedPulumi, packedProject } from "../support/packed-project";
import { type PlainPulumi, plainPulumi } from "../support/plain-pulumi";

/** What would be published, installed into an empty folder, as a user has it. */
const root = path.resolve(__dirname, "../..");

let folder: string;
let simulator: Simulator;
let pulumi: PlainPulumi;

beforeAll(async () => {
  folder = packedProject(
    { "@pulumi/pulumi": installedPulumi },
    { main: "index.ts", devDependencies: { typescript: "^5.9.3", "@types/node": "^20" } },
  );
  for (const file of ["index.ts", "Pulumi.yaml", "tsconfig.json"]) {
    fs.copyFileSync(path.join(root, "examples/tenant", file), path.join(folder, file));
  }
  simulator = await createSimulator();
  pulumi = await plainPulumi(folder, {
    env: {
      LUMENONE_API_KEY: simulator.apiKey,
      LUMENONE_BASE_URL: simulator.url,
      LUMENONE_ACCOUNT_ID: simulator.accountId,
    },
  });
}, 300_000);

afterAll(async () => {
  await simulator?.close();
  pulumi?.dispose();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
});

test("the packages hold what they need, and nothing else", () => {
  for (const name of ["pulumi-lumenone", "lumenone-simulator"]) {
    const files = fs.readdirSync(path.join(folder, "node_modules", name), { recursive: true, encoding: "utf8" });
    const published = files.filter((file) => fs.statSync(path.join(folder, "node_modules", name, file)).isFile());
    expect(published).toEqual(expect.arrayContaining(["package.json", path.join("dist", "index.js")]));
    const content = (file: string) => fs.readFileSync(path.join(folder, "node_modules", name, file), "utf8");
    const readme = name === "pulumi-lumenone" ? "provider/README.md" : "simulator/README.md";
    expect(content("README.md")).toBe(fs.readFileSync(path.join(root, readme), "utf8"));
    expect(content("LICENSE")).toBe(fs.readFileSync(path.join(root, "LICENSE"), "utf8"));
    expect(
      published.filter((file) => !/^(?:dist\/|package\.json|README\.md|LICENSE|schema\/|page\/assets\/)/.test(file)),
    ).toEqual([]);
    expect(published.filter((file) => /tsbuildinfo|\.test\.|npmignore|\.map$/.test(file))).toEqual([]);
    // Source maps would need the sources.
    const scripts = published.filter((file) => file.endsWith(".js"));
    expect(scripts.filter((file) => content(file).includes("sourceMappingURL"))).toEqual([]);
  }
});

test("the packages hold the declarations that their entries lead to, and no other", () => {
  const names = entries().filter((name) => !name.endsWith(".json"));
  const program = path.join(folder, "declarations.ts");
  fs.writeFileSync(program, names.map((name) => `import "${name}";`).join("\n"));
  const tsc = path.join(folder, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--listFiles", "--module", "node16", "--moduleResolution", "node16"];
  // Without `skipLibCheck`, a declaration that names one that is not there is an error.
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, program], { encoding: "utf8", cwd: folder });
  fs.rmSync(program);
  const ours = /node_modules\/(?:pulumi-lumenone|lumenone-simulator)\//;
  expect({ status, errors: stdout.split("\n").filter((line) => /error TS/.test(line) && ours.test(line)) }).toEqual({
    status: 0,
    errors: [],
  });
  const read = stdout.split("\n").filter((line) => ours.test(line));
  const held = ["pulumi-lumenone", "lumenone-simulator"].flatMap((name) => {
    const dist = fs.realpathSync(path.join(folder, "node_modules", name, "dist"));
    const files = fs.readdirSync(dist, { recursive: true, encoding: "utf8" });
    return files.filter((file) => file.endsWith(".d.ts")).map((file) => path.join(dist, file));
  });
  expect(held.sort()).toEqual(read.map((file) => fs.realpathSync(file)).sort());
});

test("a user's program type-checks against them", () => {
  const tsc = path.join(folder, "node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", folder], { encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test("the programs of the readmes type-check, and the first one runs", async () => {
  const blocks = ["pulumi-lumenone", "lumenone-simulator"].flatMap((name) => {
    const readme = fs.readFileSync(path.join(folder, "node_modules", name, "README.md"), "utf8");
    return [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, program = ""]) => program);
  });
  expect(blocks.length).toBeGreaterThan(2);
  const programs = blocks.map((block, at) => {
    const file = path.join(folder, `readme-${at}.mts`);
    fs.writeFileSync(file, block);
    return file;
  });
  const tsc = path.join(folder, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "node16"];
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, ...programs], { encoding: "utf8" });
  for (const file of programs) fs.rmSync(file);
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });

  const index = path.join(folder, "index.ts");
  const example = fs.readFileSync(index, "utf8");
  fs.writeFileSync(index, blocks[0]!);
  try {
    expect(await pulumi.run("stack", "init", "readme")).toMatchObject({ code: 0 });
    expect(await pulumi.run("up", "--yes", "--skip-preview", "--non-interactive")).toMatchObject({ code: 0 });
    expect(simulator.snapshot().workspaces).toMatchObject([{ name: "support" }]);
    expect(await pulumi.run("destroy", "--yes", "--skip-preview", "--non-interactive")).toMatchObject({ code: 0 });
  } finally {
    fs.writeFileSync(index, example);
  }
}, 120_000);

/** Every module and file that the packages export, as a program names it. */
function entries(): string[] {
  return ["pulumi-lumenone", "lumenone-simulator"].flatMap((name) => {
    const manifest = fs.readFileSync(path.join(folder, "node_modules", name, "package.json"), "utf8");
    const { exports = { ".": "" } } = JSON.parse(manifest) as { exports?: Record<string, unknown> };
    return Object.keys(exports).map((key) => path.posix.join(name, key));
  });
}

test.each([
  ["node10", "commonjs"],
  ["node16", "node16"],
  ["bundler", "esnext"],
])("every entry has its types with moduleResolution %s", (moduleResolution, module) => {
  const names = entries();
  expect(names).toEqual(expect.arrayContaining(["pulumi-lumenone", "pulumi-lumenone/client", "lumenone-simulator"]));
  // A type of each: what is not found would be `any`, and no error.
  const lines = names.map(
    (name, at) =>
      `import * as entry${at} from "${name}";\nexport const is${at}: 0 extends 1 & typeof entry${at} ? never : true = true;`,
  );
  const program = path.join(folder, "entries.ts");
  fs.writeFileSync(program, lines.join("\n"));
  const tsc = path.join(folder, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--resolveJsonModule", "--skipLibCheck", "--target", "es2022"];
  const how = ["--moduleResolution", moduleResolution, "--module", module];
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, ...how, program], { encoding: "utf8" });
  fs.rmSync(program);
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test("every entry can be required and imported", () => {
  const load = entries().map((name) => `require("${name}");`);
  const json = (name: string) => (name.endsWith(".json") ? `, { with: { type: "json" } }` : "");
  const imports = entries().map((name) => `await import("${name}"${json(name)});`);
  for (const [file, lines] of [
    ["load.cjs", load],
    ["load.mjs", imports],
  ] as const) {
    fs.writeFileSync(path.join(folder, file), lines.join("\n"));
    const whole = path.join(folder, file);
    const { stderr, status } = spawnSync(process.execPath, ["--no-warnings", whole], { encoding: "utf8" });
    fs.rmSync(whole);
    expect({ file, stderr, status }).toEqual({ file, stderr: "", status: 0 });
  }
});

test("the simulator's page has all of its files, those of its libraries included", () => {
  const script = path.join(folder, "page.cjs");
  fs.writeFileSync(
    script,
    `void (async () => {
      const simulator = await require("lumenone-simulator").createSimulator();
      const statuses = {};
      const follow = async (address) => {
        if (address in statuses) return;
        const response = await fetch(new URL(address, simulator.url));
        statuses[address] = response.status;
        const links = (await response.text()).matchAll(/(?:href|src)="(\\/[^"]+)"|from\\s*"([^"]+)"|url\\("([^"]+)"\\)/g);
        for (const [, ...found] of links) {
          await follow(new URL(found.find(Boolean), new URL(address, simulator.url)).pathname);
        }
      };
      await follow("/");
      await simulator.close();
      console.log(JSON.stringify(statuses));
    })();`,
  );
  const statuses = JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })) as Record<string, number>;
  fs.rmSync(script);
  const name = (file: string) => `/_simulator/page/${file}`;
  expect(Object.keys(statuses)).toEqual(
    expect.arrayContaining(["page.css", "main.mjs", "tree.mjs", "preact.mjs", "preact-hooks.mjs", "htm.mjs"].map(name)),
  );
  expect([...new Set(Object.values(statuses))]).toEqual([200]);
});

test("pulumi up, an empty preview, and destroy, as a user types them", async () => {
  expect(await pulumi.run("stack", "init", "dev")).toMatchObject({ code: 0 });
  expect(await pulumi.run("up", "--yes", "--non-interactive")).toMatchObject({ code: 0 });
  expect(
    simulator
      .snapshot()
      .workspaces.map(({ slug }) => slug)
      .sort(),
  ).toEqual(["customer-support", "helpdesk", "phone-reception"]);
  expect(await pulumi.run("preview", "--expect-no-changes", "--non-interactive")).toMatchObject({ code: 0 });
  expect(await pulumi.run("destroy", "--yes", "--non-interactive")).toMatchObject({ code: 0 });
  expect(simulator.snapshot().organizations).toEqual([]);
}, 300_000);
