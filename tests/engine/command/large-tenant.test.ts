import { createSimulator } from "lumenone-simulator";
import * as path from "node:path";
import { fakePulumi, filesIn, runCommand, temporaryFolder } from "../../support/command/run-command";

/** Thousands of requests to one process: too long for the fast tests. */
test("2,000 workspaces, 500 of them of one name: one request each for the assistant, and five for everything else", async () => {
  const workspaces = Array.from({ length: 2000 }, (_, index) => ({
    organization: "acme",
    id: index + 1,
    slug: `w-${index}`,
    name: index % 4 === 0 ? "Support" : `Workspace ${index}`,
    topN: 7,
  }));
  const simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }], workspaces } });
  const folder = temporaryFolder();
  const out = path.join(folder.path, "tenant");
  const env = fakePulumi(folder.path);
  const { stdout } = await runCommand(["import", "--all", "--out", out, "--json"], { simulator, env });
  await simulator.close();
  const result = JSON.parse(stdout) as { resources: Record<string, number>; requests: number };
  const files = filesIn(out);
  folder.remove();
  expect(result.resources).toEqual({ Organization: 1, Workspace: 2000 });
  expect(result.requests).toBe(5 + 2000);
  const { resources } = JSON.parse(files["import.json"] ?? "") as { resources: { name: string; id: string }[] };
  expect(new Set(resources.map(({ name }) => name)).size).toBe(2001);
  expect(new Set(resources.map(({ id }) => id)).size).toBe(2001);
});
