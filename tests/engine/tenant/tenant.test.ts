import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { lumenoneConfig } from "../../support/lumenone-config";
import { sampleFiles } from "../../support/sample-files";
import { type Program, testStack, type TestStack } from "../../support/stack";

const files = sampleFiles();
const handbook = files.write("handbook.md", "# Opening hours\n");
let simulator: Simulator;
let stack: TestStack;

beforeEach(async () => {
  simulator = await createSimulator();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterEach(async () => {
  stack.dispose();
  await simulator.close();
});

/** A program as people have it today. */
const flat: Program = async () => {
  const acme = new lumenone.Organization("acme", { name: "Acme Inc.", forceDestroy: true });
  const support = new lumenone.Workspace("support", { organization: acme, topN: 6 });
  const phone = new lumenone.Workspace("acme-phone", { organization: acme, name: "phone" });
  const crm = new lumenone.OrganizationTool("crm", { organization: acme, type: "function", config: { token: "t" } });
  new lumenone.ToolAttachment("support-uses-crm", { workspace: support, tool: crm });
  const manuals = new lumenone.Folder("acme-manuals", { organization: acme, name: "manuals" });
  const book = new lumenone.Document("book", { organization: acme, folder: manuals, source: handbook });
  new lumenone.DocumentEmbedding("acme-support-book", { workspace: support, document: book });
  const line = new lumenone.NumberRequest("acme-line", { organization: acme, country: "US", numberType: "local" });
  new lumenone.VoiceConfig("acme-phone", { workspace: phone, firstMessage: "Hello", numberId: line.numberId });
  return Promise.resolve({});
};

const tenant: Program = async () => {
  const acme = new lumenone.Tenant("acme", {
    organization: { name: "Acme Inc.", forceDestroy: true },
    workspaces: {
      support: { resourceName: "support", topN: 6, tools: [{ key: "crm", resourceName: "support-uses-crm" }] },
      phone: { voice: { firstMessage: "Hello", number: "line" } },
    },
    tools: { crm: { resourceName: "crm", type: "function", config: { token: "t" } } },
    folders: { manuals: {} },
    documents: { book: { resourceName: "book", folder: "manuals", source: handbook, workspaces: ["support"] } },
    numbers: { line: { country: "US", numberType: "local" } },
  });
  return Promise.resolve({ slug: acme.organization.slug });
};

test("a program of single resources moves into a tenant without a write at LumenOne", async () => {
  await stack.up(flat);
  const before = simulator.snapshot();
  simulator.journal.clear();

  const moving = await stack.up(tenant);
  expect(moving.changed.map(({ op, type }) => [op, type])).toEqual([["create", "lumenone:index:Tenant"]]);
  expect(moving.steps.filter(({ op }) => op === "same")).toHaveLength(10);
  expect(simulator.journal.writes()).toEqual([]);
  expect(simulator.snapshot()).toEqual(before);

  expect((await stack.preview(tenant)).changed).toEqual([]);
  const { resources = [] } = await stack.export();
  const below = resources.filter(({ parent }) => String(parent).endsWith("lumenone:index:Tenant::acme"));
  expect(below).toHaveLength(10);
});

test("a tenant of its own comes up, is named after its keys, and goes without a trace", async () => {
  await stack.up(tenant);
  expect((await stack.preview(tenant)).changed).toEqual([]);
  expect((await stack.refresh()).changed).toEqual([]);
  const { organizations, workspaces, tools } = simulator.snapshot();
  expect(organizations.map(({ name }) => name)).toEqual(["Acme Inc."]);
  expect(workspaces.map(({ name }) => name).sort()).toEqual(["phone", "support"]);
  expect(tools.map(({ name }) => name)).toEqual(["crm"]);
  expect(await stack.outputs()).toEqual({ slug: "acme-inc" });
  await stack.destroy();
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("every part that is named and missing is reported at once, before anything is created", async () => {
  const wrong: Program = async () => {
    new lumenone.Tenant("acme", {
      workspaces: { support: { tools: ["crn", "crm", "crm"], voice: { number: "line" } } },
      tools: { crm: { type: "function" } },
      documents: { book: { source: handbook, workspaces: ["suport"] } },
    });
    return Promise.resolve({});
  };
  const { errors } = await stack.up(wrong, { expectFailure: true });
  const messages = errors.join("\n");
  expect(messages).toContain(
    'Tenant "acme": workspaces.support.tools.0: there is no tool "crn" in this tenant. There are crm',
  );
  expect(messages).toContain('workspaces.support.tools.2: tool "crm" stands here twice');
  expect(messages).toContain(
    'workspaces.support.voice.number: there is no number "line" in this tenant. This tenant has no',
  );
  expect(messages).toContain('documents.book.workspaces.0: there is no workspace "suport"');
  expect(messages).not.toContain("at new Tenant");
  expect(simulator.journal).toHaveLength(0);
});
