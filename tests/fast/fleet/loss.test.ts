import { lossIn, mayLose, type PlannedStep, type StateResource } from "../../../provider/cli/fleet/worker/loss";
import { type TenantArgs } from "../../../provider/tenant/tenant-args";

const accountId = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";
const urn = (kind: string, name: string) =>
  `urn:pulumi:acme::fleet::lumenone:index:Tenant$pulumi-nodejs:dynamic/lumenone:${kind}::${name}`;
const tenant = (args: object) => ({ name: "acme", args: args as Readonly<Record<string, unknown>> });

const whole: TenantArgs = {
  organization: { name: "Acme Inc." },
  workspaces: { support: { tools: ["crm"] }, phone: { voice: { firstMessage: "Hello" } } },
  tools: { crm: { type: "function" } },
};
const resources: StateResource[] = [
  { urn: "urn:pulumi:acme::fleet::pulumi:pulumi:Stack::fleet-acme" },
  { urn: "urn:pulumi:acme::fleet::lumenone:index:Tenant::acme" },
  { urn: "urn:pulumi:acme::fleet::pulumi:providers:pulumi-nodejs::default" },
  { urn: urn("Organization", "acme"), inputs: { name: "Acme Inc.", accountId } },
  { urn: urn("Workspace", "acme-support"), inputs: { name: "support", accountId } },
  { urn: urn("Workspace", "acme-phone"), inputs: { name: "phone", accountId } },
  { urn: urn("OrganizationTool", "acme-crm") },
  { urn: urn("ToolAttachment", "acme-support-crm") },
  { urn: urn("VoiceConfig", "acme-phone") },
];
const { workspaces = {}, tools = {}, organization = {} } = whole;

describe("whether a preview is needed", () => {
  test.each([
    ["the same", whole, accountId, false],
    ["the same in capitals", whole, accountId.toUpperCase(), false],
    ["more", { ...whole, workspaces: { ...workspaces, sales: {} } }, accountId, false],
    ["another name that the file says", { ...whole, organization: { name: "Acme Corp." } }, accountId, false],
    ["no organization", { workspaces, tools }, accountId, true],
    ["no workspace", { organization, tools }, accountId, true],
    ["one tool less", { ...whole, workspaces: { ...workspaces, support: {} }, tools: {} }, accountId, true],
    ["an organization of another resource", { ...whole, organization: { resourceName: "own" } }, accountId, true],
    ["another account of the file", { ...whole, organization: { ...organization, accountId: other } }, accountId, true],
    ["another account of the stack", whole, other, true],
    [
      "another account of a workspace",
      { ...whole, workspaces: { ...workspaces, phone: { accountId: other, voice: {} } } },
      accountId,
      true,
    ],
    ["nothing", {}, accountId, true],
  ])("%s: %#", (_what, args, account, expected) => {
    expect(mayLose(tenant(args), resources, account)).toBe(expected);
  });

  test("never for a stack that holds nothing, nor for what a broken replacement has left", () => {
    expect(mayLose(tenant(whole), [], accountId)).toBe(false);
    const left = { urn: urn("Workspace", "acme-old"), delete: true };
    expect(mayLose(tenant(whole), [...resources, left], accountId)).toBe(false);
  });

  test("also where the state has native resources", () => {
    const native = (name: string) => ({
      urn: `urn:pulumi:acme::fleet::lumenone:index:Tenant$lumenone:index:Folder::${name}`,
    });
    expect(mayLose(tenant({ ...whole, folders: { a: {} } }), [...resources, native("acme-a")], accountId)).toBe(false);
    expect(mayLose(tenant(whole), [...resources, native("acme-a")], accountId)).toBe(true);
  });
});

describe("the loss of a tenant", () => {
  const steps = (ops: Readonly<Record<string, string>>): PlannedStep[] =>
    resources.map(({ urn: each, inputs = {} }) => ({
      op: ops[each.slice(each.lastIndexOf(":") + 1)] ?? "same",
      urn: each,
      old: { inputs },
      new: { inputs },
    }));

  test.each([
    ["nothing", {}, undefined],
    ["half of it", { "acme-support": "delete", "acme-crm": "delete", "acme-support-crm": "delete" }, undefined],
    [
      "more than half of it",
      { "acme-phone": "delete", "acme-support": "delete", "acme-crm": "delete", "acme-support-crm": "delete" },
      /^It would delete 5 of the tenant's 6 resources, .*: Workspace acme-support, Workspace acme-phone, /,
    ],
    ["its organization", { acme: "delete" }, /^It would delete 1 of the tenant's 6 .*: Organization acme\.$/],
    ["its organization, by another one", { acme: "replace" }, /Organization acme\.$/],
    ["no document, only another content", { "acme-crm": "replace", "acme-support-crm": "replace" }, undefined],
    [
      "what a replaced workspace holds",
      { "acme-phone": "replace", "acme-crm": "delete", "acme-support": "replace", "acme-support-crm": "delete" },
      /^It would delete 4/,
    ],
  ])("%s", (_what, ops, says) => {
    const loss = lossIn(tenant(whole), steps(ops));
    if (says === undefined) expect(loss).toBeUndefined();
    else expect(loss).toMatchObject({ status: "held", problem: expect.stringMatching(says) as string });
    if (loss) expect(loss.remedy).toContain("--allow-deletes");
  });

  const renaming = (from: string, to: string): PlannedStep[] => [
    { op: "update", urn: urn("Organization", "acme"), old: { inputs: { name: from } }, new: { inputs: { name: to } } },
  ];

  test("its organization's name, where the file says none any more", () => {
    expect(lossIn(tenant({}), renaming("Acme Inc.", "acme"))?.problem).toBe(
      'It would rename the organization acme from "Acme Inc." to "acme": its file names it no more.',
    );
    expect(lossIn(tenant(whole), renaming("Acme", "Acme Inc."))).toBeUndefined();
  });

  test("names twenty of many", () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      op: "delete",
      urn: urn("Workspace", `acme-${index}`),
      old: {},
    }));
    expect(lossIn(tenant(whole), many)?.problem).toMatch(/acme-19 and 30 more\.$/);
  });
});
