import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Bag, type HostProcess, startHost } from "../support/host-process";
import { definitionOf, kinds } from "../../provider/definitions/registry";
import { assetIn, assetOfHash } from "../../provider/lifecycle/engine/asset";
import { sha256 } from "../support/sample-files";
import { inputFields } from "../../provider/lifecycle/definition/fields";
import { unknown } from "../../provider/lifecycle/engine/unknown";
import { changeableFields } from "../support/scenarios/kind-fields";
import { remoteOf, vanish } from "../support/scenarios/remote";
import { scenarioSeed, secondAccount, seededOrganization } from "../support/scenarios/seed";
import { fullArgs } from "../support/scenarios/tenant-program";

/** The life of every kind through the real provider process, without the CLI. */
let simulator: Simulator;
let host: HostProcess;
/** A later operation: what one process has made stays, since the delete of a replacement could mean the same object. */
let laterHost: HostProcess;
/** The same resources, with a provider that is configured for another LumenOne. */
let hostOfAnother: HostProcess;
const another = "https://another.example.com";

beforeAll(async () => {
  const workspaces = kinds.map((kind) => ({ organization: seededOrganization, name: `for ${kind}` }));
  simulator = await createSimulator({
    seed: { ...scenarioSeed, workspaces, tools: [{ organization: seededOrganization, name: "hammer" }] },
  });
  const config = {
    "lumenone:apiKey": simulator.apiKey,
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
  };
  [host, laterHost, hostOfAnother] = await Promise.all([
    startHost({ config }),
    startHost({ config }),
    startHost({ config: { ...config, "lumenone:baseUrl": another } }),
  ]);
});

afterAll(async () => {
  await Promise.all([host?.close(), laterHost?.close(), hostOfAnother?.close()]);
  await simulator?.close();
});

const minimal: Record<string, Bag> = {
  Organization: { name: "Made here" },
  Workspace: { organization: seededOrganization, name: "Made here" },
  OrganizationTool: { organization: seededOrganization, name: "made-here", type: "function" },
  ToolAttachment: { workspace: "for-toolattachment", tool: "1" },
  Folder: { organization: seededOrganization, name: "made here" },
  VoiceConfig: { workspace: "for-voiceconfig" },
  DocumentEmbedding: { workspace: "for-documentembedding", document: `${seededOrganization}/papers/one.json` },
  Account: { name: "made here" },
  NumberRequest: { organization: seededOrganization, country: "US", numberType: "local" },
  Document: { organization: seededOrganization, source: { ...assetOfHash(sha256("# Text")), text: "# Text" } },
};

/** What is filled in from the provider. */
const filledIn = (kind: string) => ("accountId" in definitionOf(kind).fields ? { accountId: simulator.accountId } : {});

/** Files of these inputs in another form; without those that have none. */
function withFiles(inputs: Bag, form: (hash: string) => unknown): Bag {
  const converted = Object.entries(inputs).map(([name, value]) => {
    const file = assetIn(value);
    return [name, file ? form(file.hash) : value] as const;
  });
  return Object.fromEntries(converted.filter(([, value]) => value !== undefined));
}

describe.each(kinds)("%s", (kind) => {
  const bare = minimal[kind] ?? {};
  let id: string;
  let inputs: Bag;
  let outputs: Bag;

  test("is made as checked, with its account and its host", async () => {
    const checked = await host.check(kind, {}, bare);
    expect(checked.failures).toEqual([]);
    inputs = checked.inputs;
    expect(inputs).toMatchObject({ ...bare, ...filledIn(kind) });
    const created = await host.create(kind, inputs);
    ({ id } = created);
    outputs = created.outs;
    expect(outputs).toMatchObject({ ...withFiles(inputs, () => undefined), origin: simulator.url });
    expect(remoteOf(simulator, kind, id)).toBeDefined();
  });

  test("makes no difference and no request when nothing changed", async () => {
    simulator.journal.clear();
    await host.check(kind, inputs, inputs);
    expect(await host.diff(kind, id, outputs, inputs)).toEqual({
      changes: false,
      replaces: [],
      deleteBeforeReplace: definitionOf(kind).names === "unique",
    });
    expect(simulator.journal.count()).toBe(0);
  });

  test("is read back as it is", async () => {
    expect(await host.read(kind, id, outputs)).toEqual({
      id,
      props: outputs,
      inputs: withFiles(inputs, assetOfHash),
    });
  });

  if (changeableFields(kind).length === 0) {
    test("has no field that changes in place, and no operation that updates it", () => {
      expect(definitionOf(kind).operations.update).toBeUndefined();
    });
  } else {
    test("is changed with one write", async () => {
      const wanted = { ...inputs, ...fullArgs(kind, 0) };
      const checked = await host.check(kind, inputs, wanted);
      expect(checked.failures).toEqual([]);
      expect((await host.diff(kind, id, outputs, checked.inputs)).changes).not.toBe(false);
      simulator.journal.clear();
      const updated = await host.update(kind, id, outputs, checked.inputs);
      expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([definitionOf(kind).operations.update]);
      expect(updated.outs).toMatchObject(checked.inputs);
      expect(await host.read(kind, id, updated.outs)).toMatchObject({ id, inputs: checked.inputs });
      outputs = updated.outs;
      ({ inputs } = checked);
    });
  }

  test("a value that is not known yet neither fails the preview nor hides a replacement", async () => {
    for (const [name, field] of inputFields(definitionOf(kind).fields)) {
      const { inputs: news, failures } = await host.check(kind, inputs, { ...inputs, [name]: unknown });
      expect([name, failures]).toEqual([name, []]);
      const { changes, replaces } = await host.diff(kind, id, outputs, news);
      expect([name, replaces]).toEqual([name, field.replaces ? [name] : []]);
      expect([name, changes]).toEqual([name, field.createOnly ? false : undefined]);
    }
  });

  test("is refused by each step of a provider of another host, and replaced under another account", async () => {
    for (const step of [
      hostOfAnother.diff(kind, id, outputs, inputs),
      hostOfAnother.read(kind, id, outputs),
      hostOfAnother.update(kind, id, outputs, inputs),
      hostOfAnother.delete(kind, id, outputs),
    ]) {
      await expect(step).rejects.toThrow(
        `it was made on ${simulator.url}, but this provider is configured for ${another}`,
      );
    }
    if (!("accountId" in inputs)) return;
    const elsewhere = { ...inputs, accountId: secondAccount };
    expect(await host.diff(kind, id, outputs, elsewhere)).toMatchObject({ replaces: ["accountId"] });
  });

  test("is found by its id alone", async () => {
    const { props } = await host.read(kind, id, {});
    expect(props).toMatchObject({ ...filledIn(kind), origin: simulator.url });
    for (const [name] of changeableFields(kind)) expect(props).toHaveProperty(name);
  });

  test("has after .get every output that its type says is there", async () => {
    const { props } = await host.read(kind, id, {});
    const promised = Object.entries(definitionOf(kind).fields).filter(
      ([, { presence, hashAs }]) => presence !== "optional" && hashAs === undefined,
    );
    const wrong = promised.filter(([name, { type, nullable }]) => {
      const value: unknown = props[name];
      return nullable && value === null ? false : typeof value !== (type === "integer" ? "number" : type);
    });
    expect(wrong.map(([name]) => [name, props[name]])).toEqual([]);
    if (props["organization"] !== undefined) expect(props["organization"]).toBe(inputs["organization"]);
  });

  test("is deleted, and deleted again without an error", async () => {
    if (!definitionOf(kind).operations.delete) vanish(simulator, kind, id);
    await laterHost.delete(kind, id, outputs);
    expect(remoteOf(simulator, kind, id)).toBeUndefined();
    await laterHost.delete(kind, id, outputs);
  });

  test("is reported when it is gone", async () => {
    const warned = laterHost.logs.length;
    expect(await laterHost.read(kind, id, outputs)).toMatchObject({ id: "" });
    expect(laterHost.logs.slice(warned).map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`^${kind}.*${id}.*no longer exists`)),
    ]);
    await expect(laterHost.read(kind, id, {})).rejects.toThrow(/there is no such object/);
  });
});

test("an unknown value counts as a change, and as a replacement where the field replaces", async () => {
  const olds = {
    organization: "acme",
    name: "Support",
    topN: 4,
    accountId: simulator.accountId,
    origin: simulator.url,
  };
  const settled = { organization: "acme", name: "Support", topN: 4, accountId: simulator.accountId };
  expect(await host.diff("Workspace", "support", olds, { ...settled, topN: unknown })).toMatchObject({
    changes: undefined,
    replaces: [],
  });
  expect(await host.diff("Workspace", "support", olds, { ...settled, organization: unknown })).toMatchObject({
    replaces: ["organization"],
  });
});

test("a resource that is too long for an error of Pulumi is reported as incomplete", async () => {
  const { accountId } = simulator;
  const adopted = { organization: "elsewhere", name: "long", accountId };
  simulator.person.add("organizations", { name: "Elsewhere" });
  simulator.person.add("workspaces", { organization: "elsewhere", name: "long" });
  simulator.faults.add({ operationId: "updateWorkspace", kind: "status", status: 400 });
  const inputs = { ...adopted, adopt: true, openAiPrompt: "x".repeat(200_000), topN: 9 };
  await expect(host.create("Workspace", inputs)).rejects.toThrow(/could not be set/);
});

test("errors are one paragraph without a stack", async () => {
  await expect(
    host.create("Workspace", { organization: "nobody", name: "a", accountId: simulator.accountId }),
  ).rejects.toThrow(/^(?!.*\n).*Workspace.*listOrganizationWorkspaces.*404.*request/);
  expect(host.stderr()).not.toMatch(/\n\s+at /);
});
