import { hostSteps } from "../../support/faults/host-steps";
import { simulated } from "../../support/simulated";

const organizations = ["Acme", "Beta", "Gamma"].map((name) => ({ name }));
const workspaces = Array.from({ length: 30 }, (_, index) => ({
  organization: ["acme", "beta", "gamma"][index % 3] ?? "",
  name: `W${index}`,
}));
const server = simulated({ organizations, workspaces });
const lookUp = (steps: ReturnType<typeof hostSteps>, id: string) => steps.read("Workspace", { id, outputs: {} });

test("a workspace that is looked up has its organization, and thirty of them cost each list once", async () => {
  const steps = hostSteps(server.simulator);
  const found = await Promise.all(workspaces.map((_, index) => lookUp(steps, `w${index}`)));
  expect(found.map((read) => read?.outputs["organization"])).toEqual(
    workspaces.map(({ organization }) => organization),
  );
  const { journal } = server.simulator;
  expect(journal.count("listOrganizations")).toBe(1);
  expect(journal.count("listOrganizationWorkspaces")).toBe(3);
  expect(steps.context.warnings).toEqual([]);
});

test("a looked-up workspace of an older state, without its organization, gets it from a refresh", async () => {
  const steps = hostSteps(server.simulator);
  const read = await lookUp(steps, "w1");
  const { organization, ...older } = read?.outputs ?? {};
  expect(organization).toBe("beta");
  const refreshed = await hostSteps(server.simulator).read("Workspace", { id: "w1", outputs: older });
  expect(refreshed?.outputs["organization"]).toBe("beta");
});

test.each([
  ["the lists of organizations fail", "listOrganizations", 500],
  ["an organization cannot be listed", "listOrganizationWorkspaces", 403],
])("where %s, a workspace is looked up all the same, with a warning", async (_, operationId, status) => {
  server.simulator.faults.add({ operationId, kind: "status", status, times: 50 });
  const steps = hostSteps(server.simulator);
  const read = await lookUp(steps, "w2");
  expect(read?.outputs["name"]).toBe("W2");
  expect(read?.outputs["organization"]).toBeUndefined();
  expect(steps.context.warnings).toEqual([expect.stringMatching(/^Workspace \(w2\): its organization is not known/)]);
});

test("a workspace of the state is refreshed without looking for its organization", async () => {
  const steps = hostSteps(server.simulator);
  const made = await steps.create("Workspace", { organization: "acme", name: "Managed" });
  server.simulator.journal.clear();
  await hostSteps(server.simulator).read("Workspace", made);
  expect(server.simulator.journal.map(({ operationId }) => operationId)).toEqual(["listOrganizationWorkspaces"]);
});
