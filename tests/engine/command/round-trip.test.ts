import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { createClient } from "../../../provider/client";
import { filesIn } from "../../support/command/run-command";
import { type TenantStack, tenantStack } from "../../support/command/tenant-stack";
import { textHost } from "../../support/command/text-host";
import { kinds as allKinds } from "../../../provider/definitions/registry";
import { type Field } from "../../../provider/lifecycle/definition/fields";
import { changeableFields } from "../../support/scenarios/kind-fields";
import { sampleValues } from "../../support/scenarios/sample-values";

jest.setTimeout(400_000);

let simulator: Simulator;
let stack: TenantStack;
let project: string;
let host: Awaited<ReturnType<typeof textHost>>;

const kinds = ["Organization", "Workspace", "OrganizationTool", "VoiceConfig"];

/** Two values of a field; an organization's name is none that could be left out as its logical name. */
const values = (kind: string, name: string, field: Field): readonly [unknown, unknown] =>
  kind === "Organization" && name === "name" ? ["Name One", "Name Two"] : sampleValues(kind, name, field);
const sample = (kind: string): Record<string, unknown> =>
  Object.fromEntries(changeableFields(kind).map(([name, field]) => [name, values(kind, name, field)[0]]));
const wire = ({ numberId, ...fields }: Record<string, unknown>) =>
  (numberId === undefined ? fields : { ...fields, number_id: numberId }) as never;

/** A tenant with every kind and every field, made as anybody makes one: by calls of the API. */
async function makeTenant(): Promise<void> {
  const { url, apiKey, accountId } = simulator;
  const client = createClient({ apiKey, baseUrl: url, accountId });
  const { originalSlug: orgSlug = "" } = await client.createOrganization({}, sample("Organization") as never);
  simulator.person.add("numbers", { organization: orgSlug });
  simulator.person.add("numbers", { organization: orgSlug });
  const { originalSlug: slug = "" } = await client.createWorkspace({ orgSlug }, { name: "Sample" });
  await client.updateWorkspace({ slug }, sample("Workspace"));
  const tool = await client.createOrganizationTool({ orgSlug }, sample("OrganizationTool") as never);
  await client.attachWorkspaceTool({ slug }, { toolId: tool.id });
  await client.createFolder({ orgSlug }, { name: "manuals" });
  await client.createFolder({ orgSlug }, { name: "spare" });
  const file = path.join(stack.folder, "hand book.txt");
  fs.writeFileSync(file, "It opens at nine.\r\nIt closes at five.");
  const metadata = { docAuthor: "docAuthor-one", description: "description-one", docSource: "docSource-one" };
  await client.uploadDocumentIntoFolder({ orgSlug, folderName: "manuals" }, { file, metadata });
  await client.uploadDocument({ orgSlug }, { file });
  const adds = docpaths();
  await client.updateWorkspaceEmbeddings({ slug }, { adds, deletes: [] });
  await client.createNumberRequest({ orgSlug }, { country: "country-one", number_type: "numberType-one" });
  await client.provisionVoiceIntegration({ slug }, wire(sample("VoiceConfig")));
}

/** Docpaths of all documents. */
function docpaths(): string[] {
  const { documents, organizations } = simulator.snapshot();
  return documents.map(({ organizationId, folder, name }) => {
    const { slug = "" } = organizations.find(({ id }) => id === organizationId) ?? {};
    return [slug, folder, name].join("/");
  });
}

beforeAll(async () => {
  simulator = await createSimulator();
  host = await textHost(simulator);
  // The types of such programs are checked by the test of random tenants; here it would cost seconds a run.
  stack = await tenantStack(simulator, { PULUMI_NODEJS_TRANSPILE_ONLY: "true", LUMENONE_BASE_URL: host.url });
  await makeTenant();
  project = stack.project("round");
});
afterAll(async () => {
  stack.dispose();
  await host.close();
  await simulator.close();
});

/** How many resources of a kind the program declares. */
function declared(kind: string): number {
  const files = Object.entries(filesIn(project)).filter(([file]) => file.endsWith(".ts"));
  return files.reduce((sum, [, text]) => sum + text.split(`new lumenone.${kind}(`).length - 1, 0);
}

const program = (of = project) => {
  const [file = ""] = fs.readdirSync(path.join(of, "organizations"));
  return path.join(of, "organizations", file);
};

test("--apply: everything is in the stack, the preview is empty, and no secret is left in clear", async () => {
  const applied = await stack.command("import", "--all", "--account", "--out", project, "--apply", "--stack", "dev");
  expect(applied.stderr).not.toMatch(/failed|not empty/);
  expect(applied).toMatchObject({ code: 0 });
  expect(applied.stdout).toMatch(/13 resources are in stack dev, and its preview is empty/);
  // One of each kind, but two folders, documents and embeddings.
  expect(Object.fromEntries(allKinds.map((kind) => [kind, declared(kind)]))).toEqual(
    Object.fromEntries(allKinds.map((kind) => [kind, /^(?:Folder|Document.*)$/.test(kind) ? 2 : 1])),
  );
  const files = filesIn(project);
  expect(Object.keys(files).filter((file) => /import\.json|secrets/.test(file))).toEqual([]);
  expect(Object.values(files).join()).not.toContain("secret-one");
  const refreshed = await stack.pulumi(project, "refresh", "--yes", "--skip-preview", "--expect-no-changes");
  expect(refreshed).toMatchObject({ code: 0 });
});

test("a field that changes in the program is all that `up` writes, for every field of every kind", async () => {
  const rounds = Math.max(...kinds.map((kind) => changeableFields(kind).length));
  for (let round = 0; round < rounds; round++) {
    const changed: Record<string, string> = {};
    for (const kind of kinds) {
      const [name, field] = changeableFields(kind)[round] ?? [];
      if (name === undefined || field === undefined) continue;
      const value = values(kind, name, field)[1];
      changed[kind] = name;
      if (field.secret) {
        const exit = await stack.pulumi(project, "config", "set", "--secret", secretName(), JSON.stringify(value));
        expect(exit.code).toBe(0);
      } else replaceField(kind, name, values(kind, name, field)[0], value);
    }
    simulator.journal.clear();
    const up = await stack.pulumi(project, "up", "--yes", "--skip-preview", "--stack", "dev");
    expect([changed, up.code, up.stdout + up.stderr]).toEqual([changed, 0, expect.any(String)]);
    const written = simulator.journal
      .writes()
      .map(({ operationId, body }) => [operationId, Object.keys(body as object)]);
    expect(written.sort()).toEqual(
      Object.entries(changed)
        .map(([kind, name]) => [updates[kind], [name === "numberId" ? "number_id" : name]])
        .sort(),
    );
  }
});

const updates: Record<string, string> = {
  Organization: "updateOrganization",
  Workspace: "updateWorkspace",
  OrganizationTool: "updateOrganizationTool",
  VoiceConfig: "updateVoiceAssistantConfig",
};

function secretName(of = project): string {
  return /requireSecretObject<[^(]*>\("(\w+)"\)/.exec(fs.readFileSync(program(of), "utf8"))?.[1] ?? "";
}

/** As a person edits it: the value of one property of one resource. */
function replaceField(kind: string, name: string, before: unknown, value: unknown): void {
  const text = fs.readFileSync(program(), "utf8");
  const old = JSON.stringify(before);
  const property = new RegExp(`\\b${name}: (?:${escape(old)}|\\{[^}]*\\}|\\[[^\\]]*\\]|[^,}\\n]+)`);
  const resources = text.split(/(?=new lumenone\.)/);
  const at = resources.findIndex((one) => one.startsWith(`new lumenone.${kind}(`) && property.test(one));
  expect([kind, name, at]).toEqual([kind, name, expect.any(Number)]);
  expect(at).toBeGreaterThan(0);
  resources[at] = (resources[at] ?? "").replace(property, () => `${name}: ${JSON.stringify(value)}`);
  fs.writeFileSync(program(), resources.join(""));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const documentFile = () => {
  const source = /new lumenone\.Document\([^]*?source: "([^"]+)"/.exec(fs.readFileSync(program(), "utf8"))?.[1] ?? "";
  return path.join(project, source);
};

// Each row is complete: for an argument that is missing jest would put a callback, and wait for it.
test.each([
  ["title", "country"],
  ["docAuthor", "numberType"],
  ["description", undefined],
  ["docSource", undefined],
  ["its file", undefined],
])(
  "a changed %s makes a new document, embedded in place of the old one, and nothing else",
  async (changed, request) => {
    const { documents: before } = simulator.snapshot();
    if (changed === "its file") fs.appendFileSync(documentFile(), " Not on Sundays.");
    else
      replaceField(
        "Document",
        changed,
        changed === "title" ? before.at(-1)?.title : `${changed}-one`,
        `${changed}-two`,
      );
    if (request !== undefined) replaceField("NumberRequest", request, `${request}-one`, `${request}-two`);
    simulator.journal.clear();
    const up = await stack.pulumi(project, "up", "--yes", "--skip-preview", "--stack", "dev");
    expect([up.code, up.code === 0 ? "" : up.stdout + up.stderr]).toEqual([0, ""]);
    expect(
      simulator.journal
        .writes()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([
      ...(request === undefined ? [] : ["createNumberRequest"]),
      "deleteDocuments",
      "updateWorkspaceEmbeddings",
      "updateWorkspaceEmbeddings",
      expect.stringMatching(/^uploadDocument/),
    ]);
    const { documents, embeddings } = simulator.snapshot();
    expect([documents.length, embeddings.length]).toEqual([2, 2]);
    const kept = documents.filter(({ id }) => before.some((one) => one.id === id));
    const [made] = documents.filter((one) => !kept.includes(one));
    expect(kept).toHaveLength(1);
    if (changed === "its file") expect(made?.pageContent).toMatch(/ Not on Sundays\.$/);
    else expect(made).toMatchObject({ [changed]: `${changed}-two` });
  },
);

test("drift names what was changed outside, field by field, and leaves the state alone", async () => {
  const none = await stack.command("drift", "--stack", "dev", "--cwd", project);
  expect(none).toMatchObject({ code: 0, stdout: "No drift.\n" });

  const [workspace] = simulator.snapshot().workspaces;
  const [tool] = simulator.snapshot().tools;
  const folder = simulator.snapshot().folders.find(({ name }) => name === "spare");
  simulator.person.change("workspaces", workspace!.id, { topN: 99, openAiPrompt: "Changed | outside" });
  simulator.person.change("tools", tool!.id, { config: { token: "changed-secret" } });
  simulator.person.remove("folders", folder!.id);
  const before = await stack.pulumi(project, "stack", "export", "--stack", "dev");
  const found = await stack.command("drift", "--stack", "dev", "--cwd", project, "--json");
  expect(found.code).toBe(2);
  const { drift } = JSON.parse(found.stdout) as { drift: Record<string, unknown>[] };
  expect(drift.map(({ kind, field, actual, change }) => [kind, field, actual, change])).toEqual([
    ["Folder", undefined, undefined, "gone"],
    ["OrganizationTool", "config", "[secret]", "changed"],
    ["Workspace", "openAiPrompt", "Changed | outside", "changed"],
    ["Workspace", "topN", 99, "changed"],
  ]);
  const table = await stack.command("drift", "--stack", "dev", "--cwd", project);
  expect(table.stdout).toMatch(/\| Workspace +\| \S+ +\| openAiPrompt +\| [^|]+\| Changed \\\| outside +\|/);
  expect(found.stdout + table.stdout).not.toContain("changed-secret");
  expect((await stack.pulumi(project, "stack", "export", "--stack", "dev")).stdout).toBe(before.stdout);
});

interface StateResource {
  readonly type: string;
  readonly id: string;
  readonly inputs: unknown;
  readonly outputs: unknown;
}

/** Without the mark that an edge gets when it is made. */
const byId = (resources: readonly StateResource[]) =>
  Object.fromEntries(
    resources.map(({ type, id, inputs, outputs }) => [
      `${type} ${id}`,
      { inputs: withoutFolder(inputs), outputs: { ...(outputs as object), mark: undefined } },
    ]),
  );

/** A file that a program names goes to the engine with its whole path, which differs from machine to machine. */
const withoutFolder = (inputs: unknown): unknown =>
  JSON.parse(JSON.stringify(inputs), (key, value: unknown) =>
    key === "path" && typeof value === "string" ? path.basename(value) : value,
  );

test("a clone makes the same again under its own name, a second preview is empty, and sweep takes it away", async () => {
  const out = stack.project("staging");
  const [organization] = simulator.snapshot().organizations;
  const slug = organization!.slug;
  expect(await stack.command("clone", "--from", slug, "--prefix", "staging-", "--out", out)).toMatchObject({ code: 0 });
  await stack.pulumi(out, "stack", "init", "staging");
  await stack.pulumi(out, "config", "set", "--secret", secretName(out), '{"token":"of its own"}');
  const up = await stack.pulumi(out, "up", "--yes", "--skip-preview");
  expect([up.code, up.code === 0 ? "" : up.stdout + up.stderr]).toEqual([0, ""]);
  expect(await stack.pulumi(out, "preview", "--expect-no-changes")).toMatchObject({ code: 0 });
  const { organizations, workspaces } = simulator.snapshot();
  expect(organizations.map(({ name }) => name)).toEqual([organization!.name, `staging-${organization!.name}`]);
  const [model, copy] = workspaces.map(
    ({ id: _, slug: __, organizationId: ___, createdAt: ____, lastUpdatedAt: _____, ...rest }) => rest,
  );
  expect(copy).toEqual(model);
  const contents = (of: string) => {
    const { documents } = simulator.snapshot();
    const own = docpaths().flatMap((docpath, index) => (docpath.startsWith(`${of}/`) ? (documents[index] ?? []) : []));
    return own.map(({ folder, title, docAuthor, description, docSource, pageContent, sha256 }) =>
      JSON.stringify([folder, title, docAuthor, description, docSource, pageContent, sha256]),
    );
  };
  expect(contents(organizations[1]!.slug).sort()).toEqual(contents(slug).sort());
  expect(contents(slug)).toHaveLength(2);
  const { embeddings, numberRequests, toolAttachments } = simulator.snapshot();
  const perWorkspace = workspaces.map(({ id }) => embeddings.filter(({ workspaceId }) => workspaceId === id).length);
  expect([perWorkspace, toolAttachments.length]).toEqual([[2, 2], 2]);
  // The model's own, and what its changes asked for; none of the copy.
  expect(new Set(numberRequests.map(({ organizationId }) => organizationId)).size).toBe(1);

  // What the import file says of these objects is what creating them has just put into the state.
  const exported = await stack.pulumi(out, "stack", "export", "--show-secrets");
  const { deployment } = JSON.parse(exported.stdout) as { deployment: { resources: StateResource[] } };
  const files = path.join(stack.folder, "again");
  const copied = organizations[1]!.slug;
  expect(await stack.command("import", "--organization", copied, "--out", files)).toMatchObject({ code: 0 });
  const imported = JSON.parse(fs.readFileSync(path.join(files, "import.json"), "utf8")) as {
    resources: StateResource[];
  };
  const made = deployment.resources.filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/lumenone:"));
  expect(byId(imported.resources)).toEqual(byId(made));

  expect(await stack.command("sweep", "--prefix", "staging-", "--yes")).toMatchObject({ code: 0 });
  expect(simulator.snapshot().organizations).toHaveLength(1);
});
