import { type OperationId, operationOf } from "../../../provider/client/contract/contract";
import { responseText } from "../../../provider/client/response/response-text";
import { decode } from "../../../provider/client/response/decode";
import { saysFailed, unwrap } from "../../../provider/client/response/envelope";
import { fromHexSlug, toHexSlug } from "../../../provider/client/contract/slug";
import { bodyFor, fromWire } from "../../../provider/client/contract/wire";

const acme = { id: 1, name: "Acme", slug: "61636d65", originalSlug: "acme" };
const support = { id: 7, name: "Support", slug: "support" };

const absent = { is: "absent" };
const unusable = { is: "unusable" };
const value = (found: unknown) => ({ is: "value", value: found });

/** Recorded forms of responses, each with its expected value. */
const table: [operation: OperationId, body: unknown, expected: object][] = [
  ["getOrganization", { organization: acme }, value(acme)],
  ["getOrganization", acme, value(acme)],
  ["getOrganization", [acme], value(acme)],
  ["getOrganization", [{ organization: acme }], value(acme)],
  ["getOrganization", { organization: [acme] }, value(acme)],
  ["getOrganization", { organization: null }, absent],
  ["getOrganization", null, absent],
  // A stranger's JSON must never read as "there is none": the provider would make a second one.
  ["getOrganization", {}, unusable],
  ["getOrganization", { organization: {} }, unusable],
  ["getOrganization", { organization: "acme" }, unusable],
  ["getOrganization", { status: "ok" }, unusable],
  ["getOrganization", "acme", unusable],
  ["getOrganization", [acme, acme], unusable],
  ["listOrganizations", { organizations: [acme] }, value([acme])],
  ["listOrganizations", { orgs: [acme] }, value([acme])],
  ["listOrganizations", [acme], value([acme])],
  ["listOrganizations", { organizations: [] }, value([])],
  ["listOrganizations", { organizations: null }, value([])],
  ["listOrganizations", {}, unusable],
  ["listOrganizations", { organizations: {} }, unusable],
  ["listOrganizations", null, unusable],
  ["listOrganizations", acme, unusable],
  ["getWorkspace", { workspace: [support], message: null }, value(support)],
  ["getWorkspace", { workspace: support, message: null }, value(support)],
  ["getWorkspace", { workspace: [] }, absent],
  ["getWorkspace", [], absent],
  ["createWorkspace", { workspace: support, message: null }, value(support)],
  ["createWorkspace", { success: true }, unusable],
  ["updateWorkspace", { workspace: { id: 7 }, message: "No valid fields to update!" }, value({ id: 7 })],
  ["listOrganizationTools", { tools: [{ id: "5", config: "***" }] }, value([{ id: "5", config: "***" }])],
  ["getVoiceAssistantConfig", { voiceIntegration: { id: 3, number_id: 4 } }, value({ id: 3, number_id: 4 })],
  ["getVoiceAssistantConfig", { id: 3, extra: true }, value({ id: 3, extra: true })],
  ["verifyApiKey", { authenticated: true }, value({ authenticated: true })],
  ["verifyApiKey", { hello: "captive portal" }, unusable],
  ["deleteDocuments", { purged: ["a"], failed: [] }, value({ purged: ["a"], failed: [] })],
];

test.each(table)("%s: %j without its envelope", (operationId, body, expected) => {
  expect(unwrap(operationOf(operationId), body)).toEqual(expected);
});

test.each<[OperationId, unknown, boolean]>([
  ["createFolder", { success: false, message: "taken" }, true],
  ["createFolder", { success: true, message: null }, false],
  ["createWorkspace", { workspace: null, message: "no" }, true],
  ["createWorkspace", { workspace: null, message: null }, false],
  ["updateWorkspace", { workspace: { id: 7 }, message: "No valid fields to update!" }, false],
])("whether %s says that it failed: %j", (operationId, body, failed) => {
  expect(saysFailed(operationOf(operationId), body)).toBe(failed);
});

test.each([
  ['{"a": 1}', { kind: "json", value: { a: 1 } }],
  ["  [1]", { kind: "json", value: [1] }],
  ["null", { kind: "json", value: null }],
  ["OK", { kind: "text", text: "OK" }],
  ["Not Found", { kind: "text", text: "Not Found" }],
  ["", { kind: "text", text: "" }],
  ['{"a": ', { kind: "broken", text: '{"a":' }],
  ["[mailto:x] please", { kind: "broken", text: "[mailto:x] please" }],
  ["-12", { kind: "json", value: -12 }],
  ["- 12 of them", { kind: "text", text: "- 12 of them" }],
  ["nullified", { kind: "text", text: "nullified" }],
  ["Look at <body>", { kind: "text", text: "Look at <body>" }],
  ['Said "OK"', { kind: "text", text: 'Said "OK"' }],
  ["12 files not moved", { kind: "text", text: "12 files not moved" }],
  ['"OK"', { kind: "json", value: "OK" }],
  ["\ufeff{}", { kind: "json", value: {} }],
  ["<!DOCTYPE html><html></html>", { kind: "html", text: "<!DOCTYPE html><html></html>" }],
])("the body %j is decoded by its content", (body, decoded) => {
  expect(decode(Buffer.from(body))).toEqual(decoded);
});

test("bytes that are no text, and keys that would be dangerous, do no harm", () => {
  expect(decode(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toMatchObject({ kind: "json" });
  const hostile = decode(Buffer.from('{"__proto__": {"polluted": true}, "name": "a"}'));
  const entity = fromWire((hostile as { value: Record<string, unknown> }).value);
  expect(entity["polluted"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.each([
  '{"__proto__": {"a": 1}, "name": "b"}',
  '{"\\u005f_proto__": {"a": 1}, "name": "b"}',
  '{"name": "b", "in": 1}',
])("the JSON %s has no key __proto__", (json) => {
  const { value } = decode(Buffer.from(json)) as { value: object };
  expect([Object.keys(value)[0], Object.hasOwn(value, "__proto__")]).toEqual(["name", false]);
});

test("JSON that is not UTF-8 is broken, and a text that is not UTF-8 is a text", () => {
  const bytes = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]);
  expect(decode(Buffer.concat([bytes('{"a": "'), Buffer.from('"}')])).kind).toBe("broken");
  expect(decode(bytes("OK")).kind).toBe("text");
});

test.each(["x", "[", '"'])("a long text that begins with %s is kept to 4,000 characters", (first) => {
  expect(decode(Buffer.from(`${first}${"y".repeat(10_000)}`))).toMatchObject({ text: first + "y".repeat(3999) });
});

test.each([
  ["deep", "[".repeat(100_000)],
  ["deep objects", '{"a":'.repeat(300)],
  ["deep behind a quote", `["\\"", ${"[".repeat(300)}`],
  ["wide", `[${"[],".repeat(3_000_000)}0]`],
])("JSON that would take far more memory than its bytes is not parsed: %s", (_what, json) => {
  expect(decode(Buffer.from(json)).kind).toBe("immodest");
});

test.each([`["${"[".repeat(1000)}"]`, `[${"[],".repeat(1000)}0]`])("modest JSON is parsed: %#", (json) => {
  expect(decode(Buffer.from(json)).kind).toBe("json");
});

const asked = { operation: operationOf("updateWorkspace"), secrets: [], values: [] };

test.each([
  ['{"message": "no"}', "no"],
  ['{"error": "no", "message": ""}', "no"],
  ['{"error": {"message": "inner"}}', "inner"],
  ['{"message": {"a": 1}, "error": "outer"}', "outer"],
  ['{"errors": [{"message": "one"}, "two", 3]}', "one; two"],
  ['{"unexpected": {"a": 1}}', ""],
  ["Bad Request", "Bad Request"],
  ["two\nlines \u001b[31mred", "two lines [31mred"],
  ["<html><head><title>Sign in</title></head></html>", 'an HTML page "Sign in"'],
  ['{"message": "cut', "half a JSON"],
  ["null", ""],
])("the message of %s", (body, words) => {
  expect(responseText(decode(Buffer.from(body)), asked)).toBe(words);
});

test("the message of a long response is cut", () => {
  expect(responseText(decode(Buffer.from("x ".repeat(100_000))), asked).length).toBeLessThan(410);
});

test.each(["acme", "acme-2", "größe", "日本", "a"])("the slug %s comes back from its hex form", (slug) => {
  expect(fromHexSlug(toHexSlug(slug))).toBe(slug);
});

test.each([
  [{ slug: "61636d65", originalSlug: "acme" }, "acme"],
  [{ slug: "61636d65" }, "acme"],
  [{ slug: "acme" }, "acme"],
  // Hex digits, but no text behind them: an original slug that looks like hex.
  [{ slug: "face" }, "face"],
  [{ slug: "cafe", originalSlug: "cafe" }, "cafe"],
])("%j has the slug %s", (entity, slug) => {
  expect(fromWire(entity)).toEqual({ slug, hexSlug: toHexSlug(slug) });
});

test("keys become camel case, and nested keys stay", () => {
  expect(fromWire({ number_id: 3, config: { api_key: "x" } })).toEqual({ numberId: 3, config: { api_key: "x" } });
});

test("a body has the contract's names, and no other fields", () => {
  expect(bodyFor("updateVoiceAssistantConfig", { numberId: 3, prompt: null, workspace: "support" })).toEqual({
    number_id: 3,
    prompt: null,
  });
  expect(bodyFor("attachWorkspaceTool", { toolId: "5", slug: "support" })).toEqual({ toolId: "5" });
  expect(bodyFor("deleteWorkspace", { name: "x" })).toBeUndefined();
});
