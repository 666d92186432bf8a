import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, settingsOf } from "../support/command/run-command";
import { host } from "../support/host";
import { type PlainPulumi, plainPulumi } from "../support/plain-pulumi";
import { sampleFiles } from "../support/sample-files";
import { slowRelay } from "../support/slow-relay";

/** What a person sees in the terminal while `pulumi up` uploads 12 MB, over a connection of 3 MB a second. */
const project = sampleFiles();
const program = `
import * as lumenone from "pulumi-lumenone${host === "native" ? "/native" : ""}";

new lumenone.Document("manual", { organization: "acme", source: "manual.txt" });
new lumenone.Document("note", { organization: "acme", source: "note.txt" });
`;
let simulator: Simulator;
let pulumi: PlainPulumi;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  project.write("Pulumi.yaml", "name: upload\nruntime: nodejs\nmain: index.ts\n");
  project.write("index.ts", program);
  project.write("package.json", JSON.stringify({ name: "upload", private: true }));
  project.write("manual.txt", "x".repeat(12_000_000));
  project.write("note.txt", "Open from nine to five.");
  fs.symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(project.folder, "node_modules"));
  const env = { ...settingsOf(simulator), LUMENONE_BASE_URL: await slowRelay(simulator.url, 3_000_000) };
  pulumi = await plainPulumi(project.folder, { env: { ...env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" } });
  if (host === "native") await runCommand(["plugin", "install"], { cwd: project.folder, env: pulumi.env });
  expect(await pulumi.run("stack", "init", "dev")).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => simulator?.close());

test("`pulumi up` counts the MB that are sent while a large file is uploaded, and nothing for a small one", async () => {
  const screens = await pulumi.inTerminal("up", "--yes", "--skip-preview");
  expect(simulator.snapshot().documents.map(({ bytes }) => bytes)).toEqual(expect.arrayContaining([12_000_000, 23]));

  const counting = screens.flatMap((rows) => rows.filter((row) => row.includes("MB sent")));
  // Pulumi's dynamic providers do not know which resource they create, so their messages stand beside the stack.
  const line = host === "native" ? /lumenone:index:Document +manual / : /pulumi:pulumi:Stack +upload-dev /;
  expect(counting.filter((row) => !line.test(row))).toEqual([]);
  const sent = counting.map((row) => Number(/Document \(acme\): (\d+\.\d) of 12\.0 MB sent$/.exec(row)?.[1]));
  expect(sent).toEqual([...sent].sort((a, b) => a - b));
  expect(new Set(sent).size).toBeGreaterThan(2);
  expect(sent[0]).toBeLessThan(12);
  expect(sent.at(-1)).toBe(12);

  const last = (screens.at(-1) ?? []).join("\n");
  for (const end of [/Document +manual created/, /Document +note created/, /\+ 3 created/]) expect(last).toMatch(end);
  expect(last).not.toMatch(/MB sent|warning|error/);
}, 120_000);
