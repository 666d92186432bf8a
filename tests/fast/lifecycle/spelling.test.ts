import { definitionOf } from "../../../provider/definitions/registry";
import { type Values } from "../../../provider/lifecycle/state/values";
import { read } from "../../../provider/lifecycle/steps/read";
import { flag, integer, list, number, object, text } from "../../../provider/lifecycle/definition/fields";
import { alike, coerced } from "../../../provider/lifecycle/state/spelling";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

const origin = "https://lumenone.example.com";
const uuid = "abcdef01-1111-4111-8111-111111111111";

/** What the state holds, and how another operation shows the same object. */
const rows: [what: string, kind: string, id: string, state: Values, operation: string, shown: unknown][] = [
  [
    "an id in upper case",
    "Account",
    uuid,
    { name: "Acme", createdAt: "2026-01-01T00:00:00.000Z" },
    "listAccounts",
    [{ id: uuid.toUpperCase(), name: "Acme", createdAt: 1767225600 }],
  ],
  [
    "numbers as text, flags as numbers, a config as its JSON",
    "OrganizationTool",
    "acme/7",
    { organization: "acme", name: "crm", type: "function", config: { retries: 3 }, enabled: true, description: null },
    "listOrganizationTools",
    [{ id: "7", name: "crm", type: "function", config: '{"retries":3}', enabled: "1", description: "" }],
  ],
  [
    "nothing in place of an empty object",
    "OrganizationTool",
    "acme/7",
    { organization: "acme", name: "crm", type: "function", config: {}, enabled: false },
    "listOrganizationTools",
    [{ id: 7, name: "crm", type: "function", config: null, enabled: "false" }],
  ],
  [
    "nothing in place of an empty list, a number as text",
    "VoiceConfig",
    "support",
    { workspace: "support", fallbackVoices: [], numberId: 7, firstMessage: null, voiceIntegrationId: "3" },
    "getVoiceAssistantConfig",
    { id: 3, fallbackVoices: null, numberId: "7", firstMessage: "" },
  ],
  [
    "a docpath without the organization",
    "DocumentEmbedding",
    "support/acme/manuals/a.json",
    { workspace: "support", document: "acme/manuals/a.json" },
    "getWorkspace",
    { slug: "support", documents: [{ docpath: "manuals/a.json" }] },
  ],
  [
    "a name in another Unicode form",
    "Organization",
    "acme",
    { name: "Caf\u00e9", organizationId: "12" },
    "getOrganization",
    { id: 12, slug: "acme", name: "Cafe\u0301" },
  ],
];

test.each(rows)("%s: a refresh of %s shows no change", async (_what, kind, id, state, operation, shown) => {
  const { accountId } = memoryContext();
  const whole = { ...state, ...(kind === "Account" ? {} : { accountId }), origin };
  const context = memoryContext({ api: recordedApi({ [operation]: () => shown, listOrganizations: () => [shown] }) });
  const found = await read(definitionOf(kind), context, id, whole);
  expect(found?.outputs).toEqual(whole);
});

test("a docpath of another folder is another document", async () => {
  const state = { workspace: "support", document: "acme/manuals/a.json", origin };
  const response = { slug: "support", documents: [{ docpath: "a.json" }, { docpath: "other/a.json" }] };
  const context = memoryContext({ api: recordedApi({ getWorkspace: () => response }) });
  expect(await read(definitionOf("DocumentEmbedding"), context, "support/acme/manuals/a.json", state)).toBeUndefined();
});

test.each([
  ["a text", text(), 7, "7"],
  ["a text", text(), true, true],
  ["a flag", flag(), "true", true],
  ["a flag", flag(), 0, false],
  ["a flag", flag(), "yes", "yes"],
  ["a number", number(), "0.25", 0.25],
  ["a number", number(), " ", " "],
  ["an integer", integer(), "seven", "seven"],
  ["an integer", integer(), "Infinity", "Infinity"],
  ["an object", object("Options"), ' {"a":1}', { a: 1 }],
  ["an object", object("Options"), "{a", "{a"],
  ["a list", list("Item"), "[1]", [1]],
  ["a list", list("Item"), "a [1]", "a [1]"],
  ["anything", { type: "any", presence: "optional" } as const, "1", "1"],
])("%s: a value of LumenOne is read in the type of its field (row %#)", (_, field, given, read) => {
  expect(coerced(field, given)).toEqual(read);
});

test("a UUID in upper case is the same text", () => {
  expect(alike(text(), uuid, uuid.toUpperCase())).toBe(true);
});

test.each(["5", "true", '"[a]"', "a [b]"])("the text %j stays a text where an object belongs", (given) => {
  expect(coerced(object("Anything."), given)).toBe(given);
});
