import { maskedIn } from "../../../provider/lifecycle/state/unmasked";
import * as fc from "fast-check";
import { type Seed } from "lumenone-simulator";

/** Texts that break programs which are put together carelessly. */
const nasty = fc.constantFrom(
  "",
  '"',
  "'",
  "`",
  "${name}",
  "\\",
  "*/",
  "//",
  "</script>",
  "a\nb",
  "a\r\nb",
  "\u2028\u2029",
  "\u0000\u0007",
  "\ufeffbom",
  "new",
  "class",
  "__proto__",
  "constructor",
  "config",
  "prompt('x')",
  "Größe ✨",
  "支持",
  "دعم",
  "é",
  "e\u0301",
  "😀",
  "123",
  "-",
  " ",
  "Acme",
  "acme",
  "ACME",
);

const text = fc.oneof(
  nasty,
  fc.array(fc.oneof(nasty, fc.string({ unit: "grapheme" })), { maxLength: 4 }).map((parts) => parts.join("")),
);
const longText = fc.tuple(text, fc.nat(200), text).map(([head, length, tail]) => head + "x ".repeat(length) + tail);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** What a double can say survives; numbers that JSON has no word for do not reach LumenOne. */
const json = fc.jsonValue({ maxDepth: 3 });

const voice = fc.oneof(
  fc.constantFrom({ provider: "vapi", voiceId: "Elliot" }, { provider: "11labs", voiceId: "any", model: "m" }),
  fc.record({ provider: fc.constantFrom("vapi", "azure"), voiceId: text, model: text }, { requiredKeys: ["provider"] }),
  fc.record({ voiceId: text }),
);
const transcriber = fc.oneof(
  fc.constant({ provider: "deepgram", model: "nova-2", language: "en" }),
  fc.record({ provider: fc.constantFrom("deepgram", "new"), model: text }, { requiredKeys: ["provider"] }),
);

const workspace = fc.record({
  // The contract lets organizations have no name, and workspaces not.
  name: text.filter((name) => name !== ""),
  openAiTemp: some(fc.double({ min: 0, max: 2, noNaN: true })),
  openAiHistory: fc.nat(100),
  openAiPrompt: some(fc.oneof(text, longText)),
  similarityThreshold: fc.double({ min: 0, max: 1, noNaN: true }),
  topN: fc.integer({ min: 1, max: 50 }),
  chatMode: fc.oneof(
    fc.constantFrom("chat", "query"),
    text.filter((word) => word !== ""),
  ),
  chatProvider: some(text),
  chatModel: some(text),
  queryRefusalResponse: some(longText),
  vectorSearchMode: fc.constantFrom("default", "rerank", "of tomorrow"),
});
const tool = fc.record({
  name: fc.stringMatching(/^[a-zA-Z0-9_-]{1,20}$/),
  type: fc.constantFrom("function", "mcp", "`${x}`"),
  description: some(longText),
  config: some(
    fc
      .dictionary(
        text.filter((name) => name !== "__proto__"),
        json,
        { maxKeys: 4 },
      )
      // What looks like a mask is asked for, and not taken over.
      .filter((config) => maskedIn({ type: "object", presence: "optional" }, config).length === 0),
  ),
  enabled: fc.boolean(),
});
const folderName = text.filter((name) => name !== "" && !/\/|\.\./.test(name));
const assistant = fc.record({
  firstMessage: some(text),
  prompt: some(longText),
  voice,
  transcriber,
  fallbackVoices: fc.array(voice, { maxLength: 2 }),
  fallbackTranscribers: fc.array(transcriber, { maxLength: 2 }),
});

/** LumenOne keeps one file of a name in a folder, and names it after the file that was uploaded. */
const document = fc.record({
  name: fc.stringMatching(/^[a-z0-9]{1,8}$/).map((name) => `${name}.json`),
  title: text.filter((title) => title !== "" && !/[/\\\0]/.test(title)),
  docAuthor: some(text),
  description: some(longText),
  docSource: some(text),
  pageContent: longText.filter((content) => content !== ""),
  embedded: fc.boolean(),
});
const numberRequest = fc.record({
  country: fc.constantFrom("AT", "US", "`${x}`"),
  numberType: text.filter((type) => type !== ""),
  status: fc.constantFrom("pending" as const, "fulfilled" as const, "rejected" as const),
});

const organization = fc.record({
  name: text,
  folders: fc.uniqueArray(folderName, { maxLength: 2 }),
  tools: fc.uniqueArray(tool, { maxLength: 2, selector: ({ name }) => name }),
  documents: fc.uniqueArray(document, { maxLength: 3, selector: ({ name }) => name }),
  numberRequests: fc.array(numberRequest, { maxLength: 2 }),
  workspaces: fc.array(fc.record({ workspace, assistant: fc.option(assistant), attached: fc.boolean() }), {
    maxLength: 3,
  }),
});

type Filled =
  | "organizations"
  | "workspaces"
  | "tools"
  | "folders"
  | "toolAttachments"
  | "voiceIntegrations"
  | "documents"
  | "embeddings"
  | "numberRequests";

/** Tenants with everything that LumenOne might have, and slugs that say which is which. */
export function randomTenants(count: number, seed: number): Seed {
  const tenants = fc.sample(organization, { numRuns: count, seed });
  const whole: Required<Pick<Seed, Filled>> = {
    organizations: [],
    workspaces: [],
    tools: [],
    folders: [],
    toolAttachments: [],
    voiceIntegrations: [],
    documents: [],
    embeddings: [],
    numberRequests: [],
  };
  let workspaces = 0;
  let tools = 0;
  tenants.forEach((tenant, index) => {
    const organizationId = index + 1;
    whole.organizations.push({ id: organizationId, name: tenant.name, slug: `org-${organizationId}` });
    for (const name of tenant.folders) whole.folders.push({ organizationId, name });
    const folders = [undefined, ...tenant.folders];
    const documents = tenant.documents.map(({ embedded, ...rest }, at) => {
      const folder = folders[at % folders.length];
      whole.documents.push({ ...rest, ...(folder !== undefined && { folder }), organizationId });
      return embedded ? [`org-${organizationId}/${folder ?? "custom-documents"}/${rest.name}`] : [];
    });
    for (const each of tenant.numberRequests) whole.numberRequests.push({ ...each, organizationId });
    const first = tools + 1;
    for (const each of tenant.tools) whole.tools.push({ ...each, id: ++tools, organizationId });
    for (const each of tenant.workspaces) {
      const workspaceId = ++workspaces;
      whole.workspaces.push({ ...each.workspace, id: workspaceId, organizationId, slug: `ws-${workspaceId}` });
      if (each.attached && tools >= first) whole.toolAttachments.push({ workspaceId, toolId: first });
      for (const docpath of documents.flat())
        whole.embeddings.push({ workspace: `ws-${workspaceId}`, document: docpath });
      if (each.assistant) whole.voiceIntegrations.push({ ...each.assistant, workspaceId });
    }
  });
  return whole;
}
