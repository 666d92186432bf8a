import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { hostSteps } from "../../support/faults/host-steps";
import { oneOfEach, type OneOfEach } from "../../support/faults/one-of-each";
import { remoteOf, vanish } from "../../support/scenarios/remote";

/** Whether an object no longer exists is decided by proof, for every kind. */
let simulator: Simulator;
let managed: OneOfEach;
let before: ReturnType<Simulator["snapshot"]>;

/** Failed steps change nothing, so all of them share what is there. */
beforeAll(async () => {
  simulator = await createSimulator();
  managed = await oneOfEach(hostSteps(simulator), "acme");
  before = simulator.snapshot();
});

beforeEach(() => {
  simulator.faults.clear();
  simulator.journal.clear();
});

afterAll(() => simulator?.close());

const of = (kind: string) => managed[kind] ?? { id: "", outputs: {} };
const deletable = kinds.filter((kind) => definitionOf(kind).operations.delete);

/** What a gateway sends in place of LumenOne, whatever it is asked. */
const wrong: [name: string, fault: Fault, shown: RegExp][] = [
  ["404 of a gateway", { kind: "status", status: 404, body: { message: "no such route" } }, /404, "no such route"/],
  [
    "404 of a framework",
    { kind: "status", status: 404, body: { statusCode: 404, message: "Cannot GET /x", error: "Not Found" } },
    /404, "Cannot GET \/x"/,
  ],
  ["404 in words", { kind: "text", status: 404, body: "Not Found", when: "before" }, /404, "Not Found"/],
  ["404 in LumenOne's form", { kind: "status", status: 404 }, /404, "Simulated 404"/],
  ["410", { kind: "status", status: 410, body: { message: "gone" } }, /410, "gone"/],
  ["404 in HTML", { kind: "html", status: 404 }, /404, "an HTML page"/],
  ["null", { kind: "text", body: "null", when: "before" }, /200, "null"/],
  ["an empty object", { kind: "text", body: "{}", when: "before" }, /200, "an empty object"/],
  ["an empty list", { kind: "text", body: "[]", when: "before" }, /200, "an empty list"|not a list|without/],
  ["an empty body", { kind: "text", body: "", when: "before" }, /200, "an empty body"/],
  ["words", { kind: "text", body: "Welcome", when: "before" }, /200, "Welcome"/],
  [
    "another object",
    { kind: "text", body: JSON.stringify({ workspace: { id: 99, slug: "other", name: "Other" } }), when: "before" },
    /came back with/,
  ],
];

describe.each(wrong)("everything comes back as %s", (_name, fault, shown) => {
  test.each(kinds)("a refresh of %s fails, and names object, request and response", async (kind) => {
    simulator.faults.add({ ...fault, times: Infinity });
    const error = await hostSteps(simulator)
      .read(kind, of(kind))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    expect(message).toContain(kind);
    expect(message).toContain(of(kind).id);
    const { read, list } = definitionOf(kind).operations;
    expect(message).toContain(read ?? list);
    expect(message).toMatch(shown);
    simulator.faults.clear();
    expect(simulator.snapshot()).toEqual(before);
    expect((await hostSteps(simulator).read(kind, of(kind)))?.id).toBe(of(kind).id);
  });

  test.each(deletable)("a deletion of %s fails, and the object stays", async (kind) => {
    simulator.faults.add({ ...fault, times: Infinity });
    await expect(hostSteps(simulator).remove(kind, of(kind))).rejects.toThrow(/came back with|failed/);
    simulator.faults.clear();
    expect(simulator.snapshot()).toEqual(before);
  });
});

describe.each(wrong)("only the deletion comes back as %s", (_name, fault) => {
  test.each(deletable)("%s stays in the state, since LumenOne still lists it", async (kind) => {
    simulator.faults.add({ ...fault, operationId: definitionOf(kind).operations.delete ?? "", times: Infinity });
    const state = { ...of(kind), outputs: { ...of(kind).outputs, forceDestroy: true } };
    await expect(hostSteps(simulator).remove(kind, state)).rejects.toThrow(
      new RegExp(`${definitionOf(kind).operations.delete}|did not delete|still there`),
    );
    expect(remoteOf(simulator, kind, of(kind).id)).toBeDefined();
  });
});

/** Everything as it was at the beginning. */
async function fresh(): Promise<void> {
  simulator.reset();
  managed = await oneOfEach(hostSteps(simulator), "acme");
  simulator.journal.clear();
}

describe("deleted at LumenOne", () => {
  beforeEach(fresh);

  test.each(kinds)("a refresh announces %s and drops it", async (kind) => {
    vanish(simulator, kind, of(kind).id);
    const steps = hostSteps(simulator);
    expect(await steps.read(kind, of(kind))).toBeUndefined();
    expect(steps.context.warnings).toEqual([expect.stringMatching(new RegExp(`^${kind}.* no longer exists`))]);
  });

  test.each(deletable)("a deletion of %s succeeds", async (kind) => {
    vanish(simulator, kind, of(kind).id);
    const before = simulator.snapshot();
    await expect(hostSteps(simulator).remove(kind, of(kind))).resolves.toBeUndefined();
    expect(simulator.snapshot()).toEqual(before);
  });

  test("an organization takes everything in it along, with one list each and one of the organizations", async () => {
    vanish(simulator, "Organization", of("Organization").id);
    const steps = hostSteps(simulator);
    for (const kind of kinds.filter((each) => each !== "Account"))
      expect(await steps.read(kind, of(kind))).toBeUndefined();
    expect(steps.context.warnings).toHaveLength(kinds.length - 1);
    const asked = simulator.journal.map(({ operationId }) => operationId);
    expect(asked).toEqual(["listOrganizations", "getOrganization", "listOrganizations"]);
  });

  test("objects of a missing organization are deleted without a request", async () => {
    vanish(simulator, "Organization", of("Organization").id);
    const steps = hostSteps(simulator);
    await steps.read("Organization", of("Organization"));
    simulator.journal.clear();
    for (const kind of deletable) await steps.remove(kind, of(kind));
    expect(simulator.journal.count()).toBe(0);
  });

  test("a child whose workspace went away looks for it in every organization of the account", async () => {
    for (const name of ["one", "two"]) await hostSteps(simulator).create("Organization", { name });
    vanish(simulator, "Workspace", of("Workspace").id);
    for (const kind of ["ToolAttachment", "DocumentEmbedding", "VoiceConfig"]) {
      expect(await hostSteps(simulator).read(kind, of(kind))).toBeUndefined();
    }
  });
});

describe("one wrong response among right ones", () => {
  beforeAll(fresh);
  const once = (fault: Fault) => simulator.faults.add(fault);
  const seen = async (kind: string) => (await hostSteps(simulator).read(kind, of(kind)))?.id;

  test.each(kinds.filter((kind) => definitionOf(kind).operations.list))(
    "a list that is short by one does not drop %s",
    async (kind) => {
      const operationId = definitionOf(kind).operations.list ?? "";
      const bodies: Record<string, unknown> = {
        getWorkspace: { workspace: { id: 1, slug: "61636d65", name: "acme", documents: [] }, message: null },
        listDocuments: { localFiles: { name: "documents", type: "folder", items: [] } },
        listWorkspaceTools: { tools: [] },
        listOrganizationTools: { tools: [] },
        listOrganizationWorkspaces: { workspaces: [] },
        listNumberRequests: { numberRequests: [] },
        listOrganizations: { organizations: [] },
        listAccounts: { accounts: [] },
      };
      once({ kind: "status", status: 200, body: bodies[operationId], operationId });
      expect(await seen(kind)).toBe(of(kind).id);
      expect(simulator.journal.count()).toBe(2);
    },
  );

  test("an assistant that one response denies is requested again", async () => {
    once({ kind: "status", status: 404, operationId: "getVoiceAssistantConfig" });
    expect(await seen("VoiceConfig")).toBe("acme");
  });

  test("an assistant whose path is not LumenOne's does not count as gone", async () => {
    const body = { statusCode: 404, message: "Cannot GET" };
    once({ kind: "status", status: 404, body, operationId: "getVoiceAssistantConfig", times: Infinity });
    await expect(seen("VoiceConfig")).rejects.toThrow(/getVoiceAssistantConfig.*404.*workspace acme exists/);
  });
});

test("the organization of a workspace that a diff has shown is not looked for when its attachment is removed", async () => {
  const host = hostSteps(simulator);
  const workspace = of("Workspace");
  await host.diff("Workspace", workspace, { organization: of("Organization").id, name: "acme" });
  vanish(simulator, "Workspace", workspace.id);
  simulator.journal.clear();
  await host.remove("ToolAttachment", of("ToolAttachment"));
  expect(simulator.journal.count("listOrganizationWorkspaces")).toBe(1);
  expect(simulator.journal.count("listOrganizations")).toBe(0);
});
