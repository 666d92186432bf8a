import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { importObject } from "../../../provider/lifecycle/steps/import";
import { hostSteps } from "../../support/faults/host-steps";

/** What a read puts into the state, beside what LumenOne shows. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [{ organization: "home", name: "Desk", topN: 7 }],
      tools: [{ organization: "home", name: "crm", type: "http", config: { token: "hush-hush" } }],
      documents: [{ organization: "home", title: "One" }],
    },
  });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const got = (kind: string, id: string) => hostSteps(simulator).read(kind, { id, outputs: {} });

describe("an object that a program only looks at", () => {
  test("has its account and its parent among its fields", async () => {
    const workspace = await got("Workspace", "desk");
    expect(workspace?.outputs).toMatchObject({
      organization: "home",
      accountId: simulator.accountId,
      topN: 7,
      lookup: true,
    });
  });

  test("has empty texts for the outputs of its file", async () => {
    const [document] = simulator.snapshot().documents;
    const { outputs } = (await got("Document", `home/${document!.folder}/${document!.name}`))!;
    expect(outputs).toMatchObject({ title: "One", contentHash: "", lookup: true });
    expect(outputs).not.toHaveProperty("undefined");
    expect(await got("Workspace", "desk")).not.toHaveProperty("outputs.contentHash");
  });

  test("is refreshed as a whole", async () => {
    const workspace = (await got("Workspace", "desk"))!;
    simulator.person.change("workspaces", "desk", { topN: 9, openAiHistory: 3 });
    const again = await hostSteps(simulator).read("Workspace", workspace);
    expect(again?.outputs).toEqual({ ...workspace.outputs, topN: 9, openAiHistory: 3 });
  });

  test.each([
    [
      "OrganizationTool",
      "crm",
      'OrganizationTool: "crm" is not an id of this kind. Give an id of the form orgSlug/toolId',
    ],
    ["OrganizationTool", "home/", "is not an id of this kind"],
    ["Workspace", "", "is not an id of this kind"],
  ])("is refused for an invalid id, without a request: %s by %j", async (kind, id, message) => {
    await expect(got(kind, id)).rejects.toThrow(message);
    expect(simulator.journal.count()).toBe(0);
  });

  test("is refused when LumenOne does not have it, with host and account", async () => {
    await expect(got("Workspace", "door")).rejects.toThrow(
      new RegExp(
        `there is no such object on ${simulator.url} in account ${simulator.accountId}: getWorkspace .*404.* ` +
          "Give an id of the form slug, with original slugs, and the account it is in",
      ),
    );
  });
});

describe("a field that an import left out of the program", () => {
  const imported = () => importObject(definitionOf("OrganizationTool"), hostSteps(simulator).context, "home/1");

  test("stays unmanaged after a refresh, and is a change only when the program declares it", async () => {
    const host = hostSteps(simulator);
    const seen = await host.read("OrganizationTool", await imported());
    expect(seen?.outputs).toMatchObject({ unmanaged: ["config"], config: { token: "hush-hush" } });
    const declared = { organization: "home", name: "crm", type: "http" };
    expect(await hostSteps(simulator).diff("OrganizationTool", seen!, declared)).toMatchObject({ changed: [] });
    const managed = { ...declared, config: { token: "another" } };
    expect(await hostSteps(simulator).diff("OrganizationTool", seen!, managed)).toMatchObject({ changed: ["config"] });
  });

  test("is managed once the program declares it, and is a change when it leaves again", async () => {
    const managed = { organization: "home", name: "crm", type: "http", config: { token: "another" } };
    const updated = await hostSteps(simulator).update("OrganizationTool", await imported(), managed);
    expect(updated.outputs).not.toHaveProperty("unmanaged");
    const { config: _, ...without } = managed;
    const difference = await hostSteps(simulator).diff("OrganizationTool", updated, without);
    expect(difference).toMatchObject({ changed: ["config"] });
  });
});

describe("a field that could not be written", () => {
  const inputs = { organization: "home", name: "Desk", topN: 4, chatMode: "query", adopt: true };

  test("is written by the next up, unless a refresh shows that it is there", async () => {
    simulator.faults.add({ operationId: "updateWorkspace", kind: "status", status: 400 });
    const { state, error } = await hostSteps(simulator).tryUp("Workspace", undefined, inputs);
    expect(error?.message).toMatch(/Workspace \(desk\) exists now, but topN, chatMode could not be set: .*400/);
    expect(state?.outputs["incomplete"]).toEqual(["topN", "chatMode"]);
    const seen = await hostSteps(simulator).read("Workspace", state!);
    expect(seen?.outputs["incomplete"]).toEqual(["topN", "chatMode"]);

    simulator.person.change("workspaces", "desk", { topN: 4 });
    const later = await hostSteps(simulator).read("Workspace", state!);
    expect(later?.outputs["incomplete"]).toEqual(["chatMode"]);
    await hostSteps(simulator).up("Workspace", later, inputs);
    expect(simulator.journal.writes().at(-1)?.body).toEqual({ chatMode: "query" });
  });
});

describe("requests for numbers that look alike", () => {
  const request = { organization: "home", country: "US", numberType: "local" };
  const person = () => simulator.person.add("numberRequests", request).id;

  test("a refresh takes the one with the lowest id that was not there before, and names the others", async () => {
    for (let id = 1; id <= 8; id++) person();
    simulator.faults.add({ operationId: "createNumberRequest", kind: "resetAfter" });
    simulator.faults.add({ operationId: "listNumberRequests", kind: "status", status: 503, skip: 1, times: Infinity });
    const { state } = await hostSteps(simulator).tryUp("NumberRequest", undefined, request);
    simulator.faults.clear();
    expect(state?.outputs["unconfirmed"]).toHaveLength(8);
    person();

    const host = hostSteps(simulator);
    expect(await host.read("NumberRequest", state!)).toMatchObject({ id: "home/9" });
    expect(host.context.warnings).toEqual([
      expect.stringMatching(/home\/9 was not there before .* It could also be home\/10: look which one is whose\.$/),
    ]);
    const alone = hostSteps(simulator);
    simulator.person.remove("numberRequests", 10);
    await alone.read("NumberRequest", state!);
    expect(alone.context.warnings).toEqual([expect.stringMatching(/so it is taken for it\.$/)]);
  });
});
