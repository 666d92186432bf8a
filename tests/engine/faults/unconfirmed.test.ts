import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { testStack, type TestStack } from "../../support/stack";

let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator();
});
beforeEach(async () => {
  simulator.reset();
  stack = await testStack({ config: lumenoneConfig(simulator, { "lumenone:maxRetries": "0" }) });
});
afterEach(() => stack.dispose());
afterAll(() => simulator.close());

describe("nobody knows whether a create was carried out", () => {
  const program = () => {
    const acme = new lumenone.Organization("acme");
    const support = new lumenone.Workspace("support", { organization: acme });
    return { slug: acme.slug, support: support.id };
  };
  beforeEach(async () => {
    simulator.faults.add({ operationId: "createOrganization", kind: "resetAfter" });
    simulator.faults.add({ operationId: "listOrganizations", kind: "status", status: 503, skip: 1 });
    const failed = await stack.up(program, { expectFailure: true });
    expect(failed.errors.join("\n")).toContain("Run `pulumi up` again");
    expect(simulator.snapshot().organizations).toHaveLength(1);
    expect(simulator.snapshot().workspaces).toHaveLength(0);
    simulator.faults.clear();
  });

  async function expectOnce(): Promise<void> {
    const { organizations, workspaces } = simulator.snapshot();
    expect([organizations.length, workspaces.length]).toEqual([1, 1]);
    expect((await stack.preview(program)).changed).toEqual([]);
    const { resources = [] } = await stack.export();
    expect(resources.find(({ urn }) => urn.endsWith("Organization::acme"))).toMatchObject({
      id: organizations[0]?.slug,
    });
  }

  test("the next up finds it, and goes on", async () => {
    await stack.up(program);
    await expectOnce();
    await stack.destroy();
    expect(simulator.snapshot().organizations).toHaveLength(0);
  });

  test("a refresh finds it, and the next up goes on", async () => {
    await stack.refresh();
    await stack.up(program);
    await expectOnce();
  });

  test("a destroy leaves it with a warning", async () => {
    const destroyed = await stack.destroy();
    expect(destroyed.warnings.join("\n")).toContain("delete it at LumenOne");
    expect((await stack.export()).resources ?? []).toEqual([]);
  });
});
