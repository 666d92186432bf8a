import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { testStack, type TestStack } from "../../support/stack";

/** A gateway that responds in place of LumenOne to each read, through the real engine. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator();
  stack = await testStack({ config: lumenoneConfig(simulator, { "lumenone:maxRetries": "0" }) });
  expect((await stack.up(program)).ok).toBe(true);
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

const program = () => {
  const acme = new lumenone.Organization("acme");
  new lumenone.Workspace("support", { organization: acme });
};

const wrong: [name: string, fault: Fault][] = [
  ["404 and JSON", { kind: "status", status: 404, body: { message: "no such route" } }],
  [
    "404 of a framework",
    { kind: "status", status: 404, body: { statusCode: 404, message: "Cannot GET /api/v1/orgs" } },
  ],
  ["200 and null", { kind: "text", body: "null", when: "before" }],
];

test.each(wrong)(
  "a refresh while each read comes back as %s fails and keeps the state, and nothing is doubled",
  async (_, fault) => {
    const before = await stack.export();
    simulator.faults.add({ ...fault, times: Infinity });
    const refreshed = await stack.refresh({ expectFailure: true });
    simulator.faults.clear();
    expect(refreshed.ok).toBe(false);
    expect(refreshed.errors.join("\n")).toContain("does not prove that it no longer exists");
    const ids = ({ resources = [] }: typeof before) => resources.map(({ urn, id }) => [urn, id]);
    expect(ids(await stack.export())).toEqual(ids(before));
    expect((await stack.up(program)).changed).toEqual([]);
    expect(simulator.snapshot().organizations.map(({ name }) => name)).toEqual(["acme"]);
    expect(simulator.snapshot().workspaces.map(({ name }) => name)).toEqual(["support"]);
  },
);
