import { valueAt } from "../../../provider/cli/drift/property-path";
import { textsIn } from "../../../provider/client/log/redact";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { check } from "../../../provider/lifecycle/steps/check";
import { unknown } from "../../../provider/lifecycle/engine/unknown";
import { badInputs, type BadInput, hidden } from "../../support/bad-inputs";
import { catalog } from "../../support/catalog";
import { memoryContext } from "../../support/memory-context";
import { sha256 } from "../../support/sample-files";

const workspace = { organization: "acme", name: "Support" };
const tool = { organization: "acme", name: "crm", type: "function" };
const folder = { organization: "acme", name: "manuals" };
const file = assetOfHash(sha256("text"));
const document = { organization: "acme", source: file };
const number = { organization: "acme", country: "US", numberType: "local" };
const voice = { workspace: "support" };
const eleven = { provider: "11labs", voiceId: "any", model: "eleven_turbo_v2_5" };

/** Inputs of each kind that are right. */
const valid: Readonly<Record<string, Record<string, unknown>>> = {
  Account: { name: "Acme" },
  Organization: { name: "Acme" },
  Workspace: workspace,
  OrganizationTool: { ...tool, config: { token: hidden } },
  ToolAttachment: { workspace: "support", tool: "1" },
  Folder: folder,
  VoiceConfig: voice,
  Document: document,
  DocumentEmbedding: { workspace: "support", document: "acme/f/a.json" },
  NumberRequest: number,
};

/** Cases that the facts of a single field do not give. */
const table: BadInput[] = [
  ["Organization", {}, "name", /missing/],
  ["Organization", { name: "" }, "name", /empty/],
  ["Organization", { name: "x".repeat(256) }, "name", /256 characters.*at most 255/],
  ["Organization", { name: 5 }, "name", /must be a text, but is a number/],
  ["Organization", { name: ["a"] }, "name", /but is a list/],
  ["Organization", { name: "a", forceDestroy: "yes" }, "forceDestroy", /true or false/],
  ["Organization", { name: "a", accountId: "acme" }, "accountId", /UUID/],
  ["Organization", { name: "a", nmae: "b" }, "nmae", /not a property of Organization.*Known are name/],
  ["Workspace", { name: "Support" }, "organization", /missing/],
  ["Workspace", { organization: "61636d65", name: "a" }, "organization", /hex form.*original slug/],
  ["Workspace", { organization: "", name: "a" }, "organization", /empty/],
  ["Workspace", { ...workspace, openAiTemp: -0.1 }, "openAiTemp", /at least 0/],
  ["Workspace", { ...workspace, openAiTemp: NaN }, "openAiTemp", /not a finite number/],
  ["Workspace", { ...workspace, openAiTemp: Infinity }, "openAiTemp", /not a finite number/],
  ["Workspace", { ...workspace, openAiTemp: "0.5" }, "openAiTemp", /must be a number, but is a text/],
  ["Workspace", { ...workspace, openAiHistory: 1.5 }, "openAiHistory", /whole number/],
  ["Workspace", { ...workspace, openAiHistory: -1 }, "openAiHistory", /0 to 2147483647/],
  ["Workspace", { ...workspace, similarityThreshold: 1.01 }, "similarityThreshold", /0 to 1/],
  ["Workspace", { ...workspace, topN: 0 }, "topN", /1 to 2147483647/],
  ["Workspace", { ...workspace, vectorSearchMode: "fast" }, "vectorSearchMode", /known words.*"rerank"/],
  ["Workspace", { ...workspace, openAiPrompt: {} }, "openAiPrompt", /must be a text, but is an object/],
  ["OrganizationTool", { ...tool, name: "my tool" }, "name", /letters, digits/],
  ["OrganizationTool", { ...tool, name: "x".repeat(65) }, "name", /at most 64/],
  ["OrganizationTool", { ...tool, type: undefined }, "type", /missing/],
  ["OrganizationTool", { ...tool, config: "token" }, "config", /must be an object, but is a text/],
  ["OrganizationTool", { ...tool, enabled: 1 }, "enabled", /true or false/],
  ["ToolAttachment", { tool: "1" }, "workspace", /missing/],
  ["ToolAttachment", { workspace: "support" }, "tool", /missing/],
  ...["/org/x", "acme/x", "acme?x", "acme#x", "acme%20", "..", ".", "a..b", "acme inc", "Acme", "acme\\x"].map(
    (slug): BadInput => ["Workspace", { ...workspace, organization: slug }, "organization", /must be an original slug/],
  ),
  ["VoiceConfig", { workspace: "https://host/workspace/support" }, "workspace", /must be an original slug/],
  ["Workspace", { ...workspace, organization: "a".repeat(1001) }, "organization", /at most 1000/],
  ["Workspace", { ...workspace, organization: "acme\n" }, "organization", /control character/],
  ["Workspace", { ...workspace, topN: 2 ** 31 }, "topN", /1 to 2147483647/],
  ["Workspace", { ...workspace, chatMode: "of-tomorrow" }, "chatMode", /one of the known words.*"chat"/],
  // 128 times two code units, as LumenOne counts.
  ["Workspace", { ...workspace, name: "\u{1f600}".repeat(128) }, "name", /256 characters.*at most 255/],
  ...["crm", "0", "-7", "7.5", "1e3", "007", " 7", "acme/", "acme/crm", "acme/tools/7"].map((id): BadInput => [
    "ToolAttachment",
    { workspace: "support", tool: id },
    "tool",
    /positive whole number|blank|empty/,
  ]),
  ...[0, -7, 7.5, 2 ** 53, 1e21].map((id): BadInput => [
    "ToolAttachment",
    { workspace: "support", tool: id },
    "tool",
    /positive whole number/,
  ]),
  ...["a\\b", "a%2fb", "a%5Cb", "."].map((name): BadInput => [
    "Folder",
    { ...folder, name },
    "name",
    /must not hold a slash/,
  ]),
  ...["f/a.json", "acme/../a.json", "acme/f/.", "acme inc/f/a.json", "acme/f/"].map((docpath): BadInput => [
    "DocumentEmbedding",
    { workspace: "support", document: docpath },
    "document",
    /docpath/,
  ]),
  ["NumberRequest", { ...number, country: "US " }, "country", /blank/],
  ["VoiceConfig", { ...voice, numberId: -1 }, "numberId", /1 to 2147483647/],
  ["VoiceConfig", { ...voice, numberId: 1.5 }, "numberId", /whole number/],
  ["VoiceConfig", { ...voice, numberId: 2 ** 53 }, "numberId", /whole number/],
  ["OrganizationTool", { ...tool, config: { retry: { delay: NaN } } }, "config.retry.delay", /not a finite number/],
  ["OrganizationTool", { ...tool, config: { list: [1, -Infinity] } }, "config.list[1]", /not a finite number/],
  ["VoiceConfig", { ...voice, fallbackVoices: [{ voiceId: "a\0" }] }, "fallbackVoices[0].voiceId", /NUL/],
  ["ToolAttachment", { workspace: "737570706f7274", tool: "1" }, "workspace", /hex form.*original slug/],
  ["Folder", { ...folder, name: "a/b" }, "name", /must not hold/],
  ["Folder", { ...folder, name: ".." }, "name", /must not hold/],
  ["Folder", { ...folder, name: "x".repeat(300) }, "name", /at most 255/],
  ["Folder", { ...folder, name: "custom-documents" }, "name", /default folder/],
  ["Document", { source: file }, "organization", /missing/],
  ["Document", { organization: "acme" }, "source", /missing/],
  ["Document", { ...document, source: "a.md" }, "source", /must be a file, but is a text/],
  ["Document", { ...document, source: { path: "a.md" } }, "source", /must be a file, but is an object/],
  ["Document", { ...document, source: assetOfHash(sha256("")) }, "source", /is empty/],
  ["Document", { ...document, title: "" }, "title", /empty/],
  ["Document", { ...document, title: "x".repeat(300) }, "title", /at most 255/],
  ["Document", { ...document, docAuthor: ["Ada"] }, "docAuthor", /but is a list/],
  ["Document", { ...document, folder: "globex/manuals" }, "folder", /another organization/],
  ["Document", { ...document, folder: "acme/manuals/old" }, "folder", /must not hold/],
  ["Document", { ...document, folder: ".." }, "folder", /must not hold/],
  ["Document", { ...document, folder: "x".repeat(300) }, "folder", /at most 255/],
  ["DocumentEmbedding", { workspace: "support" }, "document", /missing/],
  ["DocumentEmbedding", { document: "acme/f/a.json" }, "workspace", /missing/],
  ["DocumentEmbedding", { workspace: "support", document: "a.json" }, "document", /must be a docpath/],
  ["DocumentEmbedding", { workspace: "support", document: "acme//a.json" }, "document", /must be a docpath/],
  ["DocumentEmbedding", { workspace: "support", document: 7 }, "document", /must be a text/],
  ["Account", {}, "name", /missing/],
  ["Account", { name: "" }, "name", /empty/],
  ["Account", { name: "x".repeat(256) }, "name", /at most 255/],
  ["Account", { name: "a", accountId: "b" }, "accountId", /not a property of Account/],
  ["NumberRequest", { ...number, organization: undefined }, "organization", /missing/],
  ["NumberRequest", { ...number, country: undefined }, "country", /missing/],
  ["NumberRequest", { ...number, country: 49 }, "country", /must be a text/],
  ["NumberRequest", { ...number, numberType: "" }, "numberType", /empty/],
  ["NumberRequest", { ...number, waitUntilFulfilled: 901 }, "waitUntilFulfilled", /1 to 900/],
  ["NumberRequest", { ...number, waitUntilFulfilled: 0 }, "waitUntilFulfilled", /1 to 900/],
  ["NumberRequest", { ...number, waitUntilFulfilled: true }, "waitUntilFulfilled", /whole number/],
  ["VoiceConfig", {}, "workspace", /missing/],
  ["VoiceConfig", { ...voice, numberId: 0 }, "numberId", /1 to 2147483647/],
  ["VoiceConfig", { ...voice, numberId: "7" }, "numberId", /whole number/],
  ["VoiceConfig", { ...voice, voice: "Elliot" }, "voice", /must be an object/],
  ["VoiceConfig", { ...voice, voice: { provider: "vapi" } }, "voice.voiceId", /missing for provider "vapi"/],
  [
    "VoiceConfig",
    { ...voice, voice: { provider: "vapi", voiceId: "Elliot", model: "x" } },
    "voice.model",
    /does not belong/,
  ],
  [
    "VoiceConfig",
    { ...voice, voice: { provider: "vapi", voiceId: "Nobody" } },
    "voice.voiceId",
    /voice.providers.vapi.voiceIds/,
  ],
  ["VoiceConfig", { ...voice, voice: { provider: "11labs", voiceId: "any" } }, "voice.model", /missing/],
  ["VoiceConfig", { ...voice, voice: { ...eleven, model: "none" } }, "voice.model", /voice.providers.11labs.models/],
  [
    "VoiceConfig",
    { ...voice, voice: { provider: "robot", voiceId: "x" } },
    "voice.provider",
    /not in LumenOne's catalog/,
  ],
  ["VoiceConfig", { ...voice, voice: { voiceId: 5 } }, "voice.voiceId", /must be a text/],
  ["VoiceConfig", { ...voice, transcriber: { provider: "deepgram", language: "en" } }, "transcriber.model", /missing/],
  [
    "VoiceConfig",
    { ...voice, transcriber: { provider: "deepgram", model: "nova-2" } },
    "transcriber.language",
    /missing/,
  ],
  [
    "VoiceConfig",
    { ...voice, transcriber: { provider: "deepgram", model: "nova-2", language: "xx" } },
    "transcriber.language",
    /transcriber.providers.deepgram.models\[\].languages/,
  ],
  ["VoiceConfig", { ...voice, fallbackVoices: [eleven, { provider: "vapi" }] }, "fallbackVoices[1].voiceId", /missing/],
  ["VoiceConfig", { ...voice, fallbackVoices: ["Elliot"] }, "fallbackVoices[0]", /must be an object/],
  ["VoiceConfig", { ...voice, fallbackTranscribers: {} }, "fallbackTranscribers", /must be a list/],
];

function contextWithCatalog() {
  const context = memoryContext();
  return { ...context, api: { ...context.api, one: () => Promise.resolve(catalog) } };
}

const generated = kinds.flatMap((kind) => badInputs(kind, valid[kind] ?? {}));

test("the tables have every kind, at least 75 chosen rows and 250 generated ones", () => {
  expect(Object.keys(valid).sort()).toEqual([...kinds].sort());
  expect(table.length).toBeGreaterThanOrEqual(75);
  expect(generated.length).toBeGreaterThanOrEqual(250);
});

test.each(kinds)("%s: valid inputs have no problem", async (kind) => {
  expect((await check(definitionOf(kind), contextWithCatalog(), {}, valid[kind] ?? {})).problems).toEqual([]);
});

describe.each([
  ["chosen", table],
  ["generated from the definitions", generated],
])("%s", (_name, rows) => {
  test.each(rows)("%s %j: %s", async (kind, inputs, property, reason) => {
    const { problems } = await check(definitionOf(kind), contextWithCatalog(), {}, inputs);
    expect(problems).toHaveLength(1);
    // Property, reason, remedy; and whose it is, for messages that stand alone.
    const path = property.replace(/[[\].]/g, "\\$&");
    expect(problems[0]?.message).toMatch(
      new RegExp(`^${path}: [^]+?[^.]\\. \\S[^]*\\.(?: [^]*)? \\(${kind}\\b[^]*\\)$`),
    );
    expect(problems[0]?.message).toMatch(reason);
    expect(problems[0]?.message).not.toContain(hidden);
    const given = textsIn(valueAt(inputs, property)).filter((text) => text.length > 2);
    expect(given.filter((text) => problems[0]?.message.includes(text))).toEqual([]);
  });
});

test("all problems of a resource are reported at once", async () => {
  const inputs = { organization: "", name: "", topN: 0, similarityThreshold: 2, chatMode: 5 };
  const { problems } = await check(definitionOf("Workspace"), memoryContext(), {}, inputs);
  expect(problems.map(({ path }) => path)).toEqual(["organization", "name", "similarityThreshold", "topN", "chatMode"]);
});

test("no message shows the value of a secret", async () => {
  const secret = "hunter2-hunter2";
  for (const config of [secret, [secret], 5]) {
    const { problems } = await check(definitionOf("OrganizationTool"), memoryContext(), {}, { ...tool, config });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(secret);
  }
});

test("the problem of a resource without an account says how to set one", async () => {
  const context = memoryContext({ accountId: undefined });
  const { problems } = await check(definitionOf("Organization"), context, {}, { name: "Acme" });
  expect(problems[0]?.message).toMatch(/^accountId: .*pulumi config set lumenone:accountId/);
});

test("an unknown value in a voice assistant is not a problem", async () => {
  for (const inputs of [
    { workspace: unknown, voice: unknown, fallbackVoices: [unknown] },
    { workspace: "support", voice: { provider: unknown, voiceId: unknown } },
    { workspace: "support", voice: { provider: "11labs", voiceId: unknown, model: unknown } },
    { workspace: "support", transcriber: { provider: "deepgram", model: unknown, language: "xx" } },
  ]) {
    expect((await check(definitionOf("VoiceConfig"), contextWithCatalog(), {}, inputs)).problems).toEqual([]);
  }
});

test("a voice is accepted with a warning when the catalog cannot be read", async () => {
  const context = memoryContext();
  const inputs = { workspace: "support", voice: { provider: "vapi", voiceId: "Nobody" } };
  expect((await check(definitionOf("VoiceConfig"), context, {}, inputs)).problems).toEqual([]);
  expect(context.warnings).toEqual([expect.stringContaining("catalog could not be read")]);
});

test("the catalog is not read when the voice inputs stay as they are", async () => {
  const inputs = { workspace: "support", voice: { provider: "vapi", voiceId: "Nobody" } };
  const context = memoryContext();
  expect((await check(definitionOf("VoiceConfig"), context, inputs, inputs)).problems).toEqual([]);
  expect(context.warnings).toEqual([]);
});

test.each(["map", "array"] as const)("a catalog whose providers are a %s finds wrong voices", async (form) => {
  const providers = (part: "voice" | "transcriber") =>
    form === "map"
      ? catalog[part].providers
      : Object.entries(catalog[part].providers).map(([id, rest]) => ({ id, ...rest }));
  const response = { voice: { providers: providers("voice") }, transcriber: { providers: providers("transcriber") } };
  const context = memoryContext();
  const asked = { ...context, api: { ...context.api, one: () => Promise.resolve(response) } };
  const wrong = { provider: "vapi", voiceId: "Nobody" };
  const inputs = { workspace: "support", voice: wrong, fallbackVoices: [eleven, wrong] };
  const { problems } = await check(definitionOf("VoiceConfig"), asked, {}, inputs);
  expect(problems.map(({ path }) => path)).toEqual(["voice.voiceId", "fallbackVoices[1].voiceId"]);
});
