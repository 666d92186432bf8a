import { createSimulator, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

const ours = "11111111-1111-4111-8111-111111111111";
const alsoOurs = "22222222-2222-4222-8222-222222222222";
const theirs = "33333333-3333-4333-8333-333333333333";

let simulator: Simulator;
const call = callerOf(() => simulator);

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      apiKeys: ["our-key", { key: "their-key", company: "them" }],
      accounts: [{ id: ours }, { id: alsoOurs }, { id: theirs, company: "them" }],
      organizations: [
        { name: "Acme", account: ours },
        { name: "Beta", account: alsoOurs },
        { name: "Gamma", account: theirs },
      ],
      workspaces: [
        { organization: "acme", name: "Support" },
        { organization: "beta", name: "Sales" },
      ],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe("the key", () => {
  test.each([
    ["of the company", "Bearer our-key", 200],
    ["missing", null, 403],
    ["unknown", "Bearer nobody", 403],
    ["malformed", "our-key", 403],
    ["with another scheme", "Basic our-key", 403],
  ])("%s", async (_what, authorization, status) => {
    const response = await call("verifyApiKey", { headers: { authorization } });
    expect(response.status).toBe(status);
    expect(response.body).toEqual(status === 200 ? { authenticated: true } : { message: "No valid api key found." });
  });

  test("stands under error upstream", async () => {
    simulator.reset({ mode: "upstream" });
    const response = await call("verifyApiKey", { headers: { authorization: null } });
    expect(response).toMatchObject({ status: 403, body: { error: "No valid api key found." } });
  });

  test("opens nothing once it is revoked", async () => {
    simulator.person.remove("apiKeys", "our-key");
    expect((await call("verifyApiKey")).status).toBe(403);
  });

  test("comes before everything else that is wrong", async () => {
    const response = await call("createWorkspace", { params: { orgSlug: "nobody" }, headers: { authorization: null } });
    expect(response.status).toBe(403);
  });
});

describe("the account", () => {
  test.each([
    ["is ours", ours, 200],
    ["is ours in upper case", ours.toUpperCase(), 200],
    ["is missing", null, 400],
    ["is not a UUID", "acme", 400],
    ["is another company's", theirs, 403],
    ["is nobody's", "99999999-9999-4999-8999-999999999999", 403],
    ["is ours, and the organization is not in it", alsoOurs, 404],
  ])("%s", async (_what, account, status) => {
    const headers = { "x-account-id": account };
    expect((await call("getOrganization", { params: { orgSlug: "acme" }, headers })).status).toBe(status);
    expect((await call("getWorkspace", { params: { slug: "support" }, headers })).status).toBe(status);
  });

  test.each([
    ["all of the company without the header", null, ["acme", "beta"]],
    ["one account's with it", alsoOurs, ["beta"]],
  ])("lists %s", async (_what, account, slugs) => {
    const { body } = await call("listOrganizations", { headers: { "x-account-id": account } });
    expect(body.organizations.map(({ originalSlug }) => originalSlug)).toEqual(slugs);
  });

  test("is made, and listed for its company alone", async () => {
    const made = await call("createAccount", { body: { name: "New customer" } });
    expect(made.body).toEqual({
      account: { id: expect.any(String) as string, name: "New customer", createdAt: expect.any(String) as string },
    });
    const { body } = await call("listAccounts");
    expect(body.accounts.map(({ id }) => id)).toEqual([ours, alsoOurs, made.body.account.id]);
  });
});

describe("a request that the contract does not have", () => {
  const headers = { authorization: "Bearer our-key", "x-account-id": ours, "content-type": "application/json" };

  test.each([
    ["an original slug in the path", "GET", "/org/acme", undefined, 400],
    ["upper-case hex", "GET", "/org/61636D65", undefined, 400],
    ["hex that is not UTF-8", "GET", "/org/ff", undefined, 400],
    ["the hex of nothing that is there", "GET", "/org/6e6f626f6479", undefined, 404],
    ["an unknown path", "GET", "/nowhere", undefined, 404],
    ["a path with half an escape", "GET", "/org/61636d65/document/%E0%A4%A", undefined, 404],
    ["an unknown query parameter", "GET", "/numbers?organisation_id=1", undefined, 400],
    ["an unknown method", "PUT", "/auth", undefined, 404],
    ["no body", "POST", "/org/new", undefined, 400],
    ["a body that is not JSON", "POST", "/org/new", "{", 400],
    ["a body without a required field", "POST", "/org/new", "{}", 400],
    ["a field of another type", "POST", "/org/new", '{"name":1}', 400],
    ["an empty name", "POST", "/org/new", '{"name":""}', 400],
    ["a name of 256 characters", "POST", "/org/new", JSON.stringify({ name: "x".repeat(256) }), 400],
  ])("%s", async (_what, method, path, body, status) => {
    const response = await fetch(`${simulator.url}/api/v1${path}`, { method, headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get("x-request-id")).toMatch(/^req_\d+$/);
  });
});

describe("a response that the contract does not have", () => {
  test("is an error of the simulator, and says which", async () => {
    const outcry = jest.spyOn(console, "error").mockImplementation(() => undefined);
    simulator.person.change("organizations", "acme", { name: 7 as unknown as string });
    const wrong = "lumenone-simulator broke the contract: getOrganization 200: /organization/name must be string";
    await expect(call("getOrganization", { params: { orgSlug: "acme" } })).rejects.toThrow(wrong);
    expect(outcry).toHaveBeenCalledWith(wrong);
    outcry.mockRestore();
  });
});
