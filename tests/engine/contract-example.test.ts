import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, temporaryFolder } from "../support/command/run-command";
import { tenDifferences } from "../support/contract-mutations/ten-differences";
import { plainPulumi } from "../support/plain-pulumi";

jest.setTimeout(240_000);

/** `examples/tenant` as a user runs it, against a LumenOne that differs from the contract, in its documents too. */
const documents = `  - target: $.paths['/org/{orgSlug}/document/upload/{folderName}'].post
    update: { x-wire-path: "/organizations/{orgSlug}/files/{folderName}" }
  - target: $.paths['/workspace/{slug}/update-embeddings'].post
    update: { x-wire-method: put }
`;
const project = path.resolve(__dirname, "../../examples/tenant");
const temporary = temporaryFolder();
const contract = path.join(temporary.path, "lumenone.overlay.yaml");
const stack = `contract-${process.pid}`;
let simulator: Simulator;

beforeAll(async () => {
  fs.writeFileSync(contract, tenDifferences + documents);
  simulator = await createSimulator({ contract });
});
afterAll(async () => {
  await simulator?.close();
  temporary.remove();
  fs.rmSync(path.join(project, `Pulumi.${stack}.yaml`), { force: true });
});

test("without the overlay the error names `doctor --docs`; with it: up, empty preview, drift, import, destroy", async () => {
  const { apiKey, url, accountId } = simulator;
  const env = { LUMENONE_API_KEY: apiKey, LUMENONE_BASE_URL: url, LUMENONE_ACCOUNT_ID: accountId };
  const pulumi = await plainPulumi(project, { env: { ...env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" } });
  const withContract = { env: { LUMENONE_CONTRACT: contract } };
  const run = async (...args: string[]) => {
    const { code, output, stdout } = await pulumi.runWith(withContract, ...args, "--stack", stack, "--non-interactive");
    expect([args.join(" "), code, code === 0 ? "" : output]).toEqual([args.join(" "), 0, ""]);
    return stdout;
  };
  await pulumi.run("stack", "init", stack, "--non-interactive");
  const without = await pulumi.run("up", "--yes", "--skip-preview", "--stack", stack, "--non-interactive");
  expect([without.code === 0, without.output]).toEqual([
    false,
    expect.stringMatching(/failed: .*`pulumi-lumenone doctor --docs SITE`/),
  ]);

  await run("up", "--yes", "--skip-preview");
  expect(simulator.snapshot().embeddings).toHaveLength(1);
  const before = simulator.journal.length;
  await run("preview", "--expect-no-changes");
  expect(simulator.journal.length).toBe(before);

  const support = simulator.snapshot().workspaces.find(({ topN }) => topN === 6)!;
  simulator.person.change("workspaces", Number(support.id), { topN: 9 });
  const drifted = await run("refresh", "--preview-only", "--diff");
  expect(drifted).toMatch(/topN *: *6 => 9/);

  const command = { simulator, cwd: temporary.path };
  const imported = await runCommand(
    ["import", "--all", "--out", "imported", "--contract", contract, "--json"],
    command,
  );
  expect(JSON.parse(imported.stdout)).toMatchObject({
    resources: { Organization: 2, Workspace: 3, DocumentEmbedding: 1 },
  });

  await run("destroy", "--yes", "--skip-preview");
  expect(simulator.snapshot().organizations).toEqual([]);
  pulumi.dispose();
});
