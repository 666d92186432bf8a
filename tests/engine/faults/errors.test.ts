import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { type RunResult, testStack, type TestStack } from "../../support/stack";

/** What a user reads when a step fails: whose fault it is, on which resource, and what to do. */
let simulator: Simulator;
let stack: TestStack;
beforeAll(async () => {
  simulator = await createSimulator();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

const program = (name: string) => () => void new lumenone.Organization("acme", { name });
const expected = { expectFailure: true } as const;

function said({ errors, diagnostics }: RunResult, operation: string): string {
  const all = diagnostics.map(({ message }) => message).join("\n");
  expect(all).not.toMatch(/\[object|\n\s+at |undefined|node_modules/);
  const found = errors.find((error) => error.includes(operation)) ?? "";
  expect(found.trim()).not.toContain("\n");
  return found;
}

test("create, update, read, delete and check each say what failed and what to do", async () => {
  simulator.faults.add({ operationId: "createOrganization", kind: "status", status: 403 });
  const created = said(await stack.up(program("Acme"), expected), "createOrganization");
  expect(created).toMatch(/Organization.*403.*req_\d+.*lumenone:apiKey.*account 1{8}-.*another company/);

  await stack.up(program("Acme"));
  simulator.faults.add({
    operationId: "updateOrganization",
    kind: "text",
    status: 400,
    body: "name is odd",
    when: "before",
  });
  const updated = said(await stack.up(program("Odd"), expected), "updateOrganization");
  expect(updated).toMatch(/Organization.*400.*name is \[secret\].*req_\d+.*Correct the value/);

  simulator.faults.add({ operationId: "listOrganizations", kind: "status", status: 500 });
  expect(said(await stack.refresh(expected), "listOrganizations")).toMatch(/Organization.*500.*req_\d+.*Try again/);

  simulator.faults.add({ operationId: "deleteOrganization", kind: "status", status: 409 });
  expect(said(await stack.destroy(expected), "deleteOrganization")).toMatch(/Organization.*409.*req_\d+/);

  const checked = said(await stack.preview(program(""), expected), "must not be empty");
  expect(checked).toMatch(/name.*Organization/);

  const orphan = () => void new lumenone.Workspace("lost", { organization: "nowhere" });
  const absent = said(
    await stack.up(orphan, { ...expected, args: ["--target", "**lost"] }),
    "listOrganizationWorkspaces",
  );
  expect(absent).toMatch(/Workspace.*404.*req_\d+.*absent, or not visible to account/);
});
