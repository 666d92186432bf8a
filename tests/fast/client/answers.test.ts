import { type OperationId, operationOf } from "../../../provider/client/contract";
import { decode } from "../../../provider/client/decode";
import { unwrap } from "../../../provider/client/envelope";
import { fromHexSlug, toHexSlug } from "../../../provider/client/slug";
import { bodyFor, fromWire } from "../../../provider/client/wire";

const acme = { id: 1, name: "Acme", slug: "61636d65", originalSlug: "acme" };
const support = { id: 7, name: "Support", slug: "support" };

/** Recorded forms of answers, each with what it has to become. */
const table: [operation: OperationId, body: unknown, answer: unknown][] = [
  ["getOrganization", { organization: acme }, acme],
  ["getOrganization", acme, acme],
  ["getOrganization", [acme], acme],
  ["getOrganization", { organization: [acme] }, acme],
  ["getOrganization", { organization: null }, undefined],
  ["listOrganizations", { organizations: [acme] }, [acme]],
  ["listOrganizations", { orgs: [acme] }, [acme]],
  ["listOrganizations", [acme], [acme]],
  ["listOrganizations", { organizations: [] }, []],
  ["listOrganizations", { organizations: null }, []],
  ["getWorkspace", { workspace: [support], message: null }, support],
  ["getWorkspace", { workspace: support, message: null }, support],
  ["getWorkspace", { workspace: [] }, undefined],
  ["getWorkspace", [], undefined],
  ["createWorkspace", { workspace: support, message: null }, support],
  ["listOrganizationTools", { tools: [{ id: "5", config: "***" }] }, [{ id: "5", config: "***" }]],
  ["getVoiceAssistantConfig", { voiceIntegration: { id: 3, number_id: 4 } }, { id: 3, number_id: 4 }],
  ["getVoiceAssistantConfig", { id: 3, extra: true }, { id: 3, extra: true }],
  ["verifyApiKey", { authenticated: true }, { authenticated: true }],
];

test.each(table)("%s %j", (operationId, body, answer) => {
  expect(unwrap(operationOf(operationId), body)).toEqual(answer);
});

test.each([
  ['{"a": 1}', { kind: "json", value: { a: 1 } }],
  ["  [1]", { kind: "json", value: [1] }],
  ["null", { kind: "json", value: null }],
  ["OK", { kind: "text", text: "OK" }],
  ["Not Found", { kind: "text", text: "Not Found" }],
  ["", { kind: "text", text: "" }],
  ['{"a": ', { kind: "text", text: '{"a":' }],
  ["<!DOCTYPE html><html></html>", { kind: "text", text: "<!DOCTYPE html><html></html>" }],
])("the body %j", (body, decoded) => {
  expect(decode(Buffer.from(body))).toEqual(decoded);
});

test("bytes that are no text, and keys that would be dangerous, do no harm", () => {
  expect(decode(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toMatchObject({ kind: "json" });
  const hostile = decode(Buffer.from('{"__proto__": {"polluted": true}, "name": "a"}'));
  const entity = fromWire((hostile as { value: Record<string, unknown> }).value);
  expect(entity["polluted"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
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
])("%j is %s", (entity, slug) => {
  expect(fromWire(entity)).toEqual({ slug, hexSlug: toHexSlug(slug) });
});

test("keys become camel case, what stands inside stays", () => {
  expect(fromWire({ number_id: 3, config: { api_key: "x" } })).toEqual({ numberId: 3, config: { api_key: "x" } });
});

test("a body has the contract's names, and only what belongs to it", () => {
  expect(bodyFor("updateVoiceAssistantConfig", { numberId: 3, prompt: null, workspace: "support" })).toEqual({
    number_id: 3,
    prompt: null,
  });
  expect(bodyFor("attachWorkspaceTool", { toolId: "5", slug: "support" })).toEqual({ toolId: "5" });
  expect(bodyFor("deleteWorkspace", { name: "x" })).toBeUndefined();
});
