import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Created } from "../../../provider/lifecycle/steps/create";
import { hostSteps } from "../../support/faults/host-steps";

/** Objects of another account than the provider's are looked for in theirs. */
let simulator: Simulator;
let managed: Record<"Organization" | "Workspace" | "OrganizationTool" | "ToolAttachment", Created>;
beforeAll(async () => {
  simulator = await createSimulator();
});
afterAll(() => simulator?.close());
beforeEach(async () => {
  simulator.reset();
  const host = hostSteps(simulator);
  const { id: accountId } = await host.create("Account", { name: "Reseller" });
  const Organization = await host.create("Organization", { name: "Acme", accountId });
  const inside = { organization: Organization.id, accountId };
  const Workspace = await host.create("Workspace", { ...inside, name: "Desk" });
  const OrganizationTool = await host.create("OrganizationTool", { ...inside, name: "crm", type: "http" });
  const tool = OrganizationTool.id.split("/")[1];
  const ToolAttachment = await host.create("ToolAttachment", { workspace: Workspace.id, tool, accountId });
  managed = { Organization, Workspace, OrganizationTool, ToolAttachment };
  expect(accountId).not.toBe(simulator.accountId);
});

const kinds = ["Organization", "Workspace", "OrganizationTool", "ToolAttachment"] as const;

test.each(kinds)("a refresh of %s sees it", async (kind) => {
  expect(await hostSteps(simulator).read(kind, managed[kind])).toMatchObject({ id: managed[kind].id });
});

test.each([
  ["Workspace", ["listOrganizationWorkspaces", "getWorkspace"]],
  ["OrganizationTool", ["listOrganizationTools"]],
  ["ToolAttachment", ["listWorkspaceTools"]],
] as const)("%s does not count as gone when it is refused: what it lies in is there", async (kind, refused) => {
  for (const operationId of refused)
    simulator.faults.add({ operationId, kind: "status", status: 404, times: Infinity });
  await expect(hostSteps(simulator).read(kind, managed[kind])).rejects.toThrow(/nothing else does: list/);
});

test.each(kinds)("%s is gone with its organization, which its account lacks", async (kind) => {
  simulator.person.remove("organizations", managed.Organization.id);
  expect(await hostSteps(simulator).read(kind, managed[kind])).toBeUndefined();
});
