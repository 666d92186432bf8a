import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { hostSteps } from "../../support/faults/host-steps";
import { sampleFiles, sha256 } from "../../support/sample-files";

/** How often a creation is sent, and what it ends with. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const { asset } = sampleFiles();
const desk = { organization: "home", name: "Desk" };
const create = "createWorkspace";
const list = "listOrganizationWorkspaces";
const fail = (operationId: string, fault: Partial<Fault> & Pick<Fault, "kind">) =>
  simulator.faults.add({ operationId, ...fault });
const slugs = () => simulator.snapshot().workspaces.map(({ slug }) => slug);
const lost = { kind: "resetBefore", times: Infinity } as const;

describe("a creation whose response is lost every time", () => {
  test("is sent four times, with a longer pause before each, and ends as one of which nobody knows", async () => {
    fail(create, lost);
    const host = hostSteps(simulator);
    const { error, state } = await host.tryUp("Workspace", undefined, desk);
    expect(error).toBeInstanceOf(IncompleteError);
    expect(state?.id).toBe("unconfirmed");
    expect(simulator.journal.count(create)).toBe(4);
    const looks = host.context.infos.map((info) => /Looks in (\d+) s whether it is there(, and sends)?/.exec(info));
    expect(looks.map((look) => [look?.[1], look?.[2] !== undefined])).toEqual([
      ["1", true],
      ["2", true],
      ["4", true],
      ["8", false],
    ]);
  });

  test.each([0, 1, 2])("is sent no more often than maxRetries says: %d", async (maxRetries) => {
    fail(create, lost);
    const host = hostSteps(simulator, { "lumenone:maxRetries": String(maxRetries) });
    await host.tryUp("Workspace", undefined, desk);
    expect(simulator.journal.count(create)).toBe(1 + maxRetries);
  });

  test.each<[Partial<Fault> & Pick<Fault, "kind">, RegExp]>([
    [{ kind: "status", status: 503 }, /was lost \(503\)/],
    [{ kind: "resetBefore" }, /was lost \([a-z]/],
    [{ kind: "text", body: "{}", when: "before" }, /was lost \(200\)/],
  ])("says what came instead: %j", async (fault, said) => {
    fail(create, fault);
    const host = hostSteps(simulator);
    await host.create("Workspace", desk);
    expect(host.context.infos).toEqual([expect.stringMatching(said)]);
    expect(slugs()).toEqual(["desk"]);
  });
});

test("a creation whose response shows somebody else's object is in doubt, and not sent again", async () => {
  const workspace = { id: 99, slug: "other", name: "Other" };
  fail(create, { kind: "status", status: 200, body: { workspace, message: null } });
  const host = hostSteps(simulator);
  const { error } = await host.tryUp("Workspace", undefined, desk);
  expect(error).toBeInstanceOf(IncompleteError);
  expect(host.context.infos).toEqual([expect.stringMatching(/was lost \(no usable response\)/)]);
  expect(simulator.journal.count(create)).toBe(1);
});

test("a creation whose response does not say which object was made is looked for", async () => {
  fail(create, { kind: "status", status: 200, body: { workspace: { id: 1, name: "Desk" } }, when: "after" });
  expect(await hostSteps(simulator).create("Workspace", desk)).toMatchObject({ id: "desk" });
  expect(simulator.journal.count(create)).toBe(1);
});

test("a creation whose response does not say which object was made, if any, is sent again when none is there", async () => {
  fail(create, { kind: "status", status: 200, body: { workspace: { id: 1, name: "Desk" } } });
  expect(await hostSteps(simulator).create("Workspace", desk)).toMatchObject({ id: "desk" });
  expect(simulator.journal.count(create)).toBe(2);
});

test("a creation that was sent again and succeeded is done, also when nobody can look for a second one", async () => {
  fail(create, { kind: "resetBefore" });
  fail(list, { kind: "status", status: 503, skip: 3, times: Infinity });
  const host = hostSteps(simulator);
  expect(await host.create("Workspace", desk)).toMatchObject({ id: "desk" });
  expect(host.context.warnings).toEqual([]);
  expect(simulator.journal.count(list)).toBeGreaterThan(3);
});

test("a creation that has to wait for its turn at LumenOne is sent again more than four times", async () => {
  fail(create, { kind: "status", status: 429, headers: { "retry-after": "1" }, times: 6 });
  await hostSteps(simulator, { "lumenone:maxRetries": "8" }).create("Workspace", desk);
  expect(simulator.journal.count(create)).toBe(7);
  expect(slugs()).toEqual(["desk"]);
});

test("a creation for which LumenOne returns 500 without having created anything is not sent again", async () => {
  fail(create, { kind: "status", status: 500 });
  await expect(hostSteps(simulator).create("Workspace", desk)).rejects.toThrow(/500/);
  expect(simulator.journal.count(create)).toBe(1);
});

test("a response that repeats the one to an earlier creation does not stand for the later one", async () => {
  const host = hostSteps(simulator);
  const first = await host.create("Workspace", desk);
  const workspace = { id: 1, slug: first.id, name: "Desk" };
  fail(create, { kind: "status", status: 200, body: { workspace, message: null }, when: "after" });
  const second = await host.create("Workspace", desk);
  expect(second.id).not.toBe(first.id);
  expect(slugs()).toEqual([first.id, second.id]);
});

test("a document of which nobody knows whether it was made is found, though a diff gets the hash of its file alone", async () => {
  const source = asset("one.md", "# One");
  fail("uploadDocument", { kind: "resetAfter" });
  fail("listDocuments", { kind: "status", status: 503, skip: 1, times: Infinity });
  const { state } = await hostSteps(simulator).tryUp("Document", undefined, { organization: "home", source });
  simulator.faults.clear();
  expect(state).toMatchObject({ id: "unconfirmed", outputs: { fileName: "one.md", contentHash: sha256("# One") } });

  const host = hostSteps(simulator);
  await host.diff("Document", state!, { organization: "home", source: assetOfHash(sha256("# One")) });
  const made = await host.create("Document", { organization: "home", source });
  expect(simulator.snapshot().documents).toHaveLength(1);
  expect(made.outputs).toMatchObject({ fileName: "one.md", contentHash: sha256("# One") });
  // What the files are called is not compared.
  const renamed = { organization: "home", source: assetOfHash(sha256("# One")) };
  expect(await hostSteps(simulator).diff("Document", made, renamed)).toMatchObject({ changed: [] });
  expect((await hostSteps(simulator).read("Document", made))?.outputs).toEqual(made.outputs);
});

test("a tool with a config is made by one request", async () => {
  const tool = { organization: "home", name: "crm", type: "http", config: { token: "hush-hush" } };
  await hostSteps(simulator).create("OrganizationTool", tool);
  expect(simulator.journal.writes().map(({ operationId }) => operationId)).toEqual(["createOrganizationTool"]);
});

describe("a creation that is refused", () => {
  const refused = (fault: Partial<Fault> = {}) => fail(create, { kind: "status", status: 403, ...fault });
  const tried = () => hostSteps(simulator).tryUp("Workspace", undefined, desk);

  test("ends with LumenOne's words when nothing came of it", async () => {
    refused();
    const { error, state } = await tried();
    expect(error?.message).toMatch(/createWorkspace.*403/);
    expect([state, error instanceof IncompleteError]).toEqual([undefined, false]);
  });

  test("does not speak of taken names where names may repeat", async () => {
    refused({ status: 409 });
    const { error } = await tried();
    expect(error?.message).toMatch(/createWorkspace.*409/);
    expect(error?.message).not.toContain("already has an object of this name");
  });

  test("is in doubt when something came of it, which is named", async () => {
    refused({ when: "after" });
    const { error, state } = await tried();
    expect(error?.message).toMatch(/403.*there is one like it that was not there before: desk\. /);
    expect(state).toMatchObject({ id: "unconfirmed", outputs: { unconfirmed: [] } });
  });

  test("is in doubt when nobody can say what came of it", async () => {
    refused();
    fail(list, { kind: "status", status: 503, skip: 1, times: Infinity });
    const { error } = await tried();
    expect(error).toBeInstanceOf(IncompleteError);
    expect(error?.message).toMatch(/403.*Whether it was made all the same is not known: .*503/);
  });

  test("ends with LumenOne's words when what it was to lie in is gone", async () => {
    const host = hostSteps(simulator);
    await host.create("Workspace", desk);
    simulator.person.remove("organizations", "home");
    const { error, state } = await host.tryUp("Workspace", undefined, { ...desk, name: "Door" });
    expect(error?.message).toMatch(/createWorkspace/);
    expect([state, error instanceof IncompleteError]).toEqual([undefined, false]);
  });
});

describe("an edge whose creation comes back with a success that says nothing", () => {
  const edge = async () => {
    const host = hostSteps(simulator);
    const workspace = await host.create("Workspace", desk);
    const tool = await host.create("OrganizationTool", { organization: "home", name: "crm", type: "http" });
    return { workspace: workspace.id, tool: tool.id.split("/")[1] };
  };
  const saysNothing = (when: "before" | "after") =>
    fail("attachWorkspaceTool", { kind: "status", status: 200, body: {}, when });

  test("is there when LumenOne shows it", async () => {
    const inputs = await edge();
    saysNothing("after");
    expect(await hostSteps(simulator).create("ToolAttachment", inputs)).toMatchObject({ id: "desk/1" });
    expect(simulator.journal.count("listWorkspaceTools")).toBe(1);
  });

  test("is an error when LumenOne does not", async () => {
    const inputs = await edge();
    saysNothing("before");
    await expect(hostSteps(simulator).create("ToolAttachment", inputs)).rejects.toThrow(
      /attachWorkspaceTool came back with a success that does not say that it was done, and listWorkspaceTools/,
    );
  });

  test("is not looked at when the response says that it was done", async () => {
    await hostSteps(simulator).create("ToolAttachment", await edge());
    expect(simulator.journal.count("listWorkspaceTools")).toBe(0);
  });
});
