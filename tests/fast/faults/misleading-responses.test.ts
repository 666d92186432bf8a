import { definitionOf } from "../../../provider/definitions/registry";
import { remove } from "../../../provider/lifecycle/steps/delete";
import { projectField } from "../../../provider/lifecycle/state/project";
import { update } from "../../../provider/lifecycle/steps/update";
import { hostSteps } from "../../support/faults/host-steps";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";
import { simulated } from "../../support/simulated";

/** Responses that say less than they seem to. */
const world = simulated({
  organizations: [{ name: "Acme" }],
  workspaces: [{ organization: "acme", name: "Support" }],
});
const support = { organization: "acme", name: "Support" };
const managed = { id: "support", outputs: support };
const page = { kind: "html", status: 404, body: "<html><body>Cannot GET /</body></html>" } as const;

test("the 404 page of a proxy does not say that an object is gone", async () => {
  world.simulator.faults.add({ ...page, times: Infinity });
  const once = hostSteps(world.simulator);
  await expect(once.read("Workspace", managed)).rejects.toThrow(/404/);
});

test("the 404 page of a proxy does not count as a deletion", async () => {
  world.simulator.faults.add({ ...page, operationId: "deleteWorkspace", times: Infinity });
  const once = hostSteps(world.simulator);
  await expect(once.remove("Workspace", managed)).rejects.toThrow(/deleteWorkspace.*404/);
});

test("a 404 to a deletion is compared with what is there", async () => {
  const status = { kind: "status", status: 404, operationId: "deleteWorkspace" } as const;
  world.simulator.faults.add(status);
  await expect(world.process().remove("Workspace", "support", support)).rejects.toThrow(/deleteWorkspace.*404/);
  await world.process().remove("Workspace", "support", support);
  await world.process().remove("Workspace", "support", support);
  expect(world.simulator.snapshot().workspaces).toEqual([]);
});

test("a creation whose list cannot be read fails before it is sent", async () => {
  world.simulator.faults.add({ kind: "status", status: 404, operationId: "listOrganizations" });
  world.simulator.faults.add({ kind: "resetBefore", operationId: "createOrganization" });
  await expect(world.process().create("Organization", { name: "Acme" })).rejects.toThrow(/listOrganizations.*404/);
  expect(world.simulator.journal.count("createOrganization")).toBe(0);
});

test("a redirect to the result of a creation says that it was done", async () => {
  const status = { kind: "redirect", status: 303, when: "after" } as const;
  world.simulator.faults.add({ ...status, operationId: "createWorkspace" });
  const { id } = await world.process().create("Workspace", { organization: "acme", name: "Sales" });
  expect(world.simulator.snapshot().workspaces.map(({ slug }) => slug)).toEqual(["support", id]);
});

describe("a folder or an organization is empty only when that is said", () => {
  const folder = { organization: "acme", name: "manuals" };
  const tree = (items: unknown) => ({ localFiles: { items: [{ type: "folder", name: "manuals", items }] } });
  const context = (items: unknown) =>
    memoryContext({
      api: recordedApi({
        listDocuments: () => tree(items),
        listOrganizationWorkspaces: () => [],
        deleteFolder: () => ({ success: true }),
        deleteOrganization: () => ({ success: true }),
      }),
    });

  test.each([
    [undefined, /does not say what is in the folder manuals/],
    [[{ name: "inner", type: "folder" }], /inner/],
    [[{ name: "odd.json" }], /odd\.json/],
  ])("%j", async (items, refusal) => {
    const state = { ...folder, origin: "https://lumenone.example.com" };
    await expect(remove(definitionOf("Folder"), context(items), "acme/manuals", state)).rejects.toThrow(refusal);
    await expect(remove(definitionOf("Organization"), context(items), "acme", state)).rejects.toThrow(refusal);
  });

  test("an empty one is deleted", async () => {
    const state = { ...folder, origin: "https://lumenone.example.com" };
    await expect(remove(definitionOf("Folder"), context([]), "acme/manuals", state)).resolves.toBeUndefined();
  });
});

test.each([[{ id: 7, message: "No valid fields to update!" }], [{ slug: "support", name: "Support" }]])(
  "%j: an update whose response shows nothing of what was sent is read back",
  async (response) => {
    const api = recordedApi({
      updateWorkspace: () => response,
      getWorkspace: () => ({ slug: "support", name: "Support", topN: 9 }),
    });
    const context = memoryContext({ api });
    const olds = { ...support, topN: 9, origin: api.origin };
    const outputs = await update(definitionOf("Workspace"), context, "support", olds, { ...support, topN: 4 });
    expect(outputs["topN"]).toBe(9);
    expect(context.warnings).toEqual([expect.stringMatching(/did not take topN as declared, and has another value/)]);
  },
);

test("a part of a secret that LumenOne does not show keeps its value", () => {
  const { config } = definitionOf("OrganizationTool").fields;
  const own = { url: "https://crm.example.com", auth: { token: "hush" } };
  expect(projectField("config", config!, own, { config: { url: own.url, auth: {} } })).toEqual(own);
  expect(projectField("config", config!, own, { config: { url: "https://other" } })).toEqual({
    ...own,
    url: "https://other",
  });
});
