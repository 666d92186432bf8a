import { releasedContract } from "../../../provider/client/contract/contract";
import { settingsFrom } from "../../../provider/client/settings";

const account = "11111111-1111-4111-8111-111111111111";
const read = (config: Record<string, string>, environment: Record<string, string> = {}) =>
  settingsFrom((key) => config[key.replace("lumenone:", "")], environment);

test("settings that are not given have their defaults, and missing ones are not an error yet", () => {
  expect(read({})).toEqual({
    accountId: undefined,
    adopt: false,
    contract: releasedContract(),
    maxConcurrency: 10,
    timeoutSeconds: 60,
    maxRetries: 5,
    allowOriginChange: false,
    operations: {},
  });
});

test("the stack configuration takes precedence over the environment", () => {
  const environment = {
    LUMENONE_API_KEY: "env",
    LUMENONE_BASE_URL: "https://env.example.com",
    LUMENONE_ACCOUNT_ID: account,
  };
  expect(read({ apiKey: "config" }, environment)).toMatchObject({
    apiKey: "config",
    origin: "https://env.example.com",
    accountId: account,
  });
});

test.each([
  ["https://HOST.example.com", "https://host.example.com"],
  ["https://host.example.com/", "https://host.example.com"],
  ["https://host.example.com/api/v1", "https://host.example.com"],
  ["https://host.example.com:443/api/v1/", "https://host.example.com"],
  ["https://host.example.com:8443", "https://host.example.com:8443"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000"],
  ["http://localhost:4000/api/v1", "http://localhost:4000"],
  ["http://[::1]:4000", "http://[::1]:4000"],
])("the host %s has the origin %s", (baseUrl, origin) => {
  expect(read({ baseUrl }).origin).toBe(origin);
});

test.each([
  ["baseUrl", "host.example.com", /is not a URL/],
  ["baseUrl", "http://host.example.com", /in the clear/],
  ["baseUrl", "http://127.0.0.1.example.com", /in the clear/],
  ["baseUrl", "ftp://host.example.com", /https/],
  ["baseUrl", "https://user:pw@host.example.com", /user or password/],
  ["baseUrl", "https://host.example.com/?x=1", /query/],
  ["baseUrl", "https://host.example.com/other", /another path than \/api\/v1/],
  ["accountId", "acme", /not a UUID/],
  ["adopt", "yes", /true or false/],
  ["maxConcurrency", "0", /at least 1/],
  ["maxConcurrency", "2.5", /whole number/],
  ["maxConcurrency", "many", /whole number/],
  ["requestsPerSecond", "-1", /at least/],
  ["timeoutSeconds", "0", /at least/],
  ["maxRetries", "-1", /at least 0/],
  ["operations", "{", /not JSON/],
  ["operations", "[]", /must be an object/],
  ["operations", '{"createThing": {"method": "post", "path": "/x"}}', /createThing/],
  ["operations", '{"createOrganization": {"path": "/x"}}', /no method/],
  ["operations", '{"createOrganization": {"method": "post", "path": "x"}}', /no path/],
  ["operations", '{"createOrganization": {"method": "post", "path": "//evil.example.com/x"}}', /no path/],
  ["operations", '{"createOrganization": {"method": "post", "path": "/a/../b"}}', /no path/],
  ["operations", '{"createOrganization": {"method": "post", "path": "/a?b=c"}}', /no path/],
  ["operations", '{"getWorkspace": {"method": "get", "path": "/workspaces"}}', /without \{slug\}/],
  [
    "operations",
    '{"getWorkspace": {"method": "get", "path": "/o/{orgSlug}/w/{slug}"}}',
    /\{orgSlug\}, which it has not/,
  ],
  ["operations", '{"toString": {"method": "get", "path": "/x"}}', /toString/],
  ["maxConcurrency", "1e9", /whole number/],
  ["requestsPerSecond", "NaN", /number/],
])("%s %s is refused", (name, value, reason) => {
  expect(() => read({ [name]: value })).toThrow(reason);
  expect(() => read({ [name]: value })).toThrow(`pulumi config set lumenone:${name}`);
});

test.each(["timeoutSeconds", "maxRetries", "operations"])("the error of %s names no environment variable", (name) => {
  expect(() => read({ [name]: "?" })).toThrow(/^(?!.*LUMENONE_)/);
});

test("an empty setting counts as absent", () => {
  expect(read({ apiKey: "", baseUrl: "" }, { LUMENONE_API_KEY: "env", LUMENONE_ACCOUNT_ID: "" })).toMatchObject({
    apiKey: "env",
    accountId: undefined,
  });
});

test("numbers, flags and objects are accepted as such", () => {
  const typed = { maxRetries: 2, adopt: true, operations: { verifyApiKey: { method: "GET", path: "/check" } } };
  expect(read(typed as unknown as Record<string, string>)).toMatchObject({
    maxRetries: 2,
    adopt: true,
    operations: { verifyApiKey: { method: "get", path: "/check" } },
  });
});

test("the error of a wrong account does not show its value", () => {
  expect(() => read({ accountId: "sk-hunter2" })).toThrow(/^(?!.*hunter2)/s);
});

test("a key with a line break is refused without being shown", () => {
  expect(() => read({ apiKey: "hunter2\nX-Evil: 1" })).toThrow(/^(?!.*hunter2).*lumenone:apiKey/s);
});

test("of two limits the lower one counts", () => {
  const settings = read(
    { maxConcurrency: "20", requestsPerSecond: "50" },
    { LUMENONE_MAX_CONCURRENCY: "5", LUMENONE_REQUESTS_PER_SECOND: "80" },
  );
  expect(settings).toMatchObject({ maxConcurrency: 5, requestsPerSecond: 50 });
});
