import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { read } from "../../../provider/lifecycle/steps/read";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";
import { simulated } from "../../support/simulated";

const world = simulated(scenarioSeed);

test("the outputs that are derived from ids are known", () => {
  const derived = kinds.flatMap((kind) =>
    Object.keys(definitionOf(kind).derived ?? {}).map((name) => `${kind}.${name}`),
  );
  expect(derived.sort()).toEqual([
    "Account.accountId",
    "Document.docpath",
    "NumberRequest.numberRequestId",
    "Organization.hexSlug",
    "Organization.slug",
    "OrganizationTool.toolId",
    "Workspace.hexSlug",
    "Workspace.slug",
  ]);
});

test("a new workspace has the outputs that are derived from its id, and a refresh keeps them", async () => {
  const { create, read: refresh } = world.process();
  const { id, outputs } = await create("Workspace", { organization: seededOrganization, name: "Support" });
  expect(outputs).toMatchObject({ slug: id, hexSlug: Buffer.from(id).toString("hex") });
  expect(await refresh("Workspace", id, outputs)).toMatchObject({ outputs });
});

test("a refresh of a state without derived outputs, as 0.1.0 wrote it, adds none", async () => {
  const { create, read: refresh } = world.process();
  const { id, outputs } = await create("OrganizationTool", {
    organization: seededOrganization,
    name: "crm",
    type: "http",
  });
  const { toolId, ...recorded } = outputs;
  expect(toolId).toBe(id.slice(id.indexOf("/") + 1));
  expect((await refresh("OrganizationTool", id, recorded))?.outputs).toEqual(recorded);
});

test("an import takes all fields, and lacks the mark of a `.get`", async () => {
  const { create, context } = world.process();
  const { id } = await create("Workspace", { organization: seededOrganization, name: "Support", topN: 7 });
  const imported = await read(definitionOf("Workspace"), context, id, {}, "import");
  expect(imported?.inputs).toMatchObject({ organization: seededOrganization, name: "Support", topN: 7 });
  expect(imported?.outputs).toMatchObject({ slug: id, topN: 7 });
  expect(imported?.outputs).not.toHaveProperty("lookup");
  expect((await read(definitionOf("Workspace"), context, id, {}))?.outputs).toMatchObject({ lookup: true });
});
