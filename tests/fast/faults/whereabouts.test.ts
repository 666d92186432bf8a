import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { hostSteps } from "../../support/faults/host-steps";
import { oneOfEach, type OneOfEach } from "../../support/faults/one-of-each";
import { vanish } from "../../support/scenarios/remote";

/** What counts as proof that an object no longer exists, where only some of the responses are wrong. */
let simulator: Simulator;
let managed: OneOfEach;

beforeAll(async () => {
  simulator = await createSimulator();
});
afterAll(() => simulator?.close());
beforeEach(async () => {
  simulator.reset();
  managed = await oneOfEach(hostSteps(simulator), "acme");
  simulator.journal.clear();
});

const of = (kind: string) => managed[kind]!;
const refresh = (kind: string) => hostSteps(simulator).read(kind, of(kind));
const refuse = (operationId: string, fault: Partial<Fault> = {}) =>
  simulator.faults.add({ operationId, kind: "status", status: 404, times: Infinity, ...fault });
const organizations = (count: number): void => {
  while (simulator.snapshot().organizations.length < count) simulator.person.add("organizations", { name: "Other" });
  simulator.journal.clear();
};

describe("404 to the object and to the list that has it, and to nothing else", () => {
  test.each(kinds.filter((kind) => definitionOf(kind).operations.list))("%s does not count as gone", async (kind) => {
    const { list, read } = definitionOf(kind).operations;
    for (const operationId of new Set([list, read])) if (operationId) refuse(operationId);
    await expect(refresh(kind)).rejects.toThrow(
      /does not prove that it no longer exists, and nothing else does: list|get/,
    );
  });
});

describe("an object that LumenOne never lists", () => {
  test("does not count as gone when its workspace is refused and a list shows the workspace", async () => {
    refuse("getVoiceAssistantConfig");
    refuse("getWorkspace");
    await expect(refresh("VoiceConfig")).rejects.toThrow(/nothing else does: getWorkspace .*404/);
  });

  test("does not count as gone when nothing shows its workspace", async () => {
    refuse("getVoiceAssistantConfig");
    refuse("getWorkspace");
    refuse("listOrganizationWorkspaces");
    refuse("listOrganizations");
    await expect(refresh("VoiceConfig")).rejects.toThrow(/nothing else does: listOrganizations .*404/);
  });

  test.each([1, 2])("does not count as gone when response %d of two is somebody else's 404", async (which) => {
    const foreign = { body: { statusCode: 404, message: "Cannot GET" }, times: 1 };
    refuse("getVoiceAssistantConfig", which === 1 ? foreign : { times: 1 });
    refuse("getVoiceAssistantConfig", which === 1 ? {} : foreign);
    await expect(refresh("VoiceConfig")).rejects.toThrow(
      /LumenOne has no list of these, and its workspace acme exists/,
    );
  });
});

describe("an object that LumenOne never lists, requested twice", () => {
  const words = { success: false, message: "No assistant" };

  test.each<[string, Partial<Fault>]>([
    ["404", { status: 404, body: words }],
    ["410", { status: 410, body: words }],
  ])("is gone when LumenOne itself returns %s", async (_, fault) => {
    refuse("getVoiceAssistantConfig", fault);
    expect(await refresh("VoiceConfig")).toBeUndefined();
    expect(simulator.journal.count("getVoiceAssistantConfig")).toBe(2);
  });

  test("does not count as gone when the second response is another assistant", async () => {
    refuse("getVoiceAssistantConfig", { body: words, times: 1 });
    refuse("getVoiceAssistantConfig", { status: 200, body: { id: 99, workspaceId: 99, firstMessage: "Hello" } });
    await expect(refresh("VoiceConfig")).rejects.toThrow(
      /LumenOne has no list of these, and its workspace acme exists/,
    );
  });

  test.each<[string, Partial<Fault>]>([
    ["200 and words of a failure", { status: 200, body: words }],
    ["an empty object", { status: 200, body: {} }],
    ["null", { status: 200, body: null }],
    ["another assistant", { status: 200, body: { id: 99, workspaceId: 99, firstMessage: "Hello" } }],
  ])("does not count as gone when it gets %s", async (_, fault) => {
    refuse("getVoiceAssistantConfig", fault);
    await expect(refresh("VoiceConfig")).rejects.toThrow(/getVoiceAssistantConfig .*came back with/);
  });
});

describe("an object in a workspace whose organization is unknown", () => {
  beforeEach(() => refuse("listWorkspaceTools"));

  test("is gone when none of fifty organizations has the workspace", async () => {
    organizations(50);
    vanish(simulator, "Workspace", of("Workspace").id);
    expect(await refresh("ToolAttachment")).toBeUndefined();
    expect(simulator.journal.count("listOrganizationWorkspaces")).toBe(50);
  });

  test("does not count as gone among more organizations than are asked", async () => {
    organizations(51);
    vanish(simulator, "Workspace", of("Workspace").id);
    await expect(refresh("ToolAttachment")).rejects.toThrow(/listWorkspaceTools .*404.*\(request id req_\d+\)/);
    expect(simulator.journal.count("listOrganizationWorkspaces")).toBe(0);
  });

  test("does not count as gone when one organization cannot be asked", async () => {
    organizations(3);
    vanish(simulator, "Workspace", of("Workspace").id);
    refuse("listOrganizationWorkspaces", { skip: 1, times: 1 });
    await expect(refresh("ToolAttachment")).rejects.toThrow(/nothing else does/);
  });

  test("does not count as gone when one of several organizations has the workspace", async () => {
    organizations(3);
    await expect(refresh("ToolAttachment")).rejects.toThrow(/nothing else does/);
    expect(simulator.journal.count("listOrganizationWorkspaces")).toBe(3);
  });

  test("does not count as gone when the organizations cannot be listed", async () => {
    vanish(simulator, "Workspace", of("Workspace").id);
    refuse("listOrganizations");
    await expect(refresh("ToolAttachment")).rejects.toThrow(/nothing else does/);
  });
});

describe.each([[undefined], [null], [""], [true], [{}]])("a list in which the id of something is %j", (slug) => {
  const other = { id: 5, name: "Other", slug: "other" };
  const listed = { workspaces: [other, { ...other, slug }] };

  test("does not make gone what it lacks", async () => {
    refuse("getWorkspace");
    refuse("listOrganizationWorkspaces", { status: 200, body: listed });
    await expect(refresh("Workspace")).rejects.toThrow(
      /nothing else does: listOrganizationWorkspaces came back with a list in which something has no slug\./,
    );
  });

  test("is not taken for all that was there before a creation", async () => {
    refuse("listOrganizationWorkspaces", { status: 200, body: listed });
    const created = hostSteps(simulator).create("Workspace", { organization: "acme", name: "Desk" });
    await expect(created).rejects.toThrow("a list in which something has no slug");
    expect(simulator.journal.count("createWorkspace")).toBe(0);
  });
});

test("the list of a server that returned another object proves nothing", async () => {
  const other = { id: 99, slug: "other", name: "Other" };
  refuse("getWorkspace", { status: 200, body: { workspace: other, message: null } });
  refuse("listOrganizationWorkspaces", { status: 200, body: { workspaces: [other] } });
  await expect(refresh("Workspace")).rejects.toThrow(
    /another object, slug "other"\. .* nothing else does: its own list may be another one, too/,
  );
});

test("an object in a missing organization is not requested alone", async () => {
  vanish(simulator, "Organization", of("Organization").id);
  expect(await refresh("Workspace")).toBeUndefined();
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([
    "listOrganizationWorkspaces",
    "listOrganizations",
  ]);
});

describe("a list that lacks an object which another operation shows", () => {
  const empty: Fault = {
    kind: "status",
    status: 200,
    operationId: "listDocuments",
    body: { localFiles: { name: "documents", type: "folder", items: [] } },
    times: Infinity,
  };
  const witness = { Folder: "listDocumentsInFolder", Document: "getDocument" };
  const witnessed = ["Folder", "Document"] as const;
  beforeEach(() => simulator.faults.add(empty));

  test.each(witnessed)("does not make %s gone", async (kind) => {
    await expect(refresh(kind)).rejects.toThrow(/listDocuments lacks it, and another operation shows it/);
  });

  test.each(witnessed.flatMap((kind) => [400, 403, 404].map((status) => [kind, status] as const)))(
    "makes %s gone when the other operation is refused by %d",
    async (kind, status) => {
      refuse(witness[kind], { status });
      expect(await refresh(kind)).toBeUndefined();
    },
  );

  test.each(witnessed)("does not make %s gone while the other operation fails", async (kind) => {
    refuse(witness[kind], { status: 500 });
    await expect(refresh(kind)).rejects.toThrow(/nothing else does: .*500/);
  });
});
