import { createSimulator } from "lumenone-simulator";
import { randomTenants } from "../../support/command/random-tenants";
import { tenantStack } from "../../support/command/tenant-stack";
import { textHost } from "../../support/command/text-host";
import { host } from "../../support/host";

/** Both hosts read the same program. */
const native = host === "native" ? ["--native"] : [];
const count = Number(process.env["TENANTS"] ?? 25);
const seed = Number(process.env["TENANTS_SEED"] ?? 20_261);

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

test("whatever LumenOne has, the program compiles and its preview is empty", async () => {
  const simulator = await createSimulator({ seed: randomTenants(count, seed) });
  ends.push(() => simulator.close());
  const texts = await textHost(simulator);
  ends.push(() => texts.close());
  const stack = await tenantStack(simulator, { LUMENONE_BASE_URL: texts.url });
  ends.push(() => stack.dispose());
  const project = stack.project("random");
  const before = simulator.snapshot();

  // Types are checked too: TypeScript's own check is on.
  const applied = await stack.command(
    "import",
    "--all",
    ...native,
    "--out",
    project,
    "--apply",
    "--stack",
    "dev",
    "--json",
  );
  expect(applied.stderr).not.toMatch(/error|failed|not empty/);
  expect(applied.code).toBe(0);
  const { resources, notes } = JSON.parse(applied.stdout) as { resources: Record<string, number>; notes: string[] };
  const there = simulator.snapshot();
  // What a program could not declare is left out, and a note says so.
  const leftOut = (kind: string) =>
    notes.filter((note) => note.startsWith(`${kind} `) && note.endsWith("It is not in the program.")).length;
  const whole = Object.entries(resources).map(([kind, declared]) => [kind, declared + leftOut(kind)]);
  expect(Object.fromEntries(whole)).toEqual({
    Organization: count,
    Workspace: there.workspaces.length,
    OrganizationTool: there.tools.length,
    Folder: there.folders.length,
    ToolAttachment: there.toolAttachments.length,
    VoiceConfig: there.voiceIntegrations.length,
    Document: there.documents.length,
    DocumentEmbedding: there.embeddings.length,
    NumberRequest: there.numberRequests.length,
  });
  expect(notes.length).toBeGreaterThan(0);
  // A preview looks at inputs alone; a refresh compares the outputs with what LumenOne has. Only a name that this
  // package would refuse is another one in the state, as a note says.
  const found = await stack.command("drift", "--stack", "dev", "--cwd", project, "--json");
  const { drift } = JSON.parse(found.stdout) as { drift: { kind: string; id: string; field?: string }[] };
  const noted = (kind: string, id: string) => notes.some((note) => note.startsWith(`${kind} ${id}: its name`));
  expect(drift.filter(({ kind, id, field }) => field !== "name" || !noted(kind, id))).toEqual([]);
  // What was read was read only.
  expect(there).toEqual(before);
}, 240_000);
