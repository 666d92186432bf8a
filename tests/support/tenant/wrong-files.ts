/** A tenant's file with one error, and the line that a message has to name. */
export interface WrongFile {
  readonly what: string;
  readonly yaml: string | Buffer;
  readonly line: number;
  readonly column?: number;
  readonly says: RegExp;
  /** Where the error stands, if not in the file itself. */
  readonly file?: string;
  /** Files beside it. */
  readonly beside?: Readonly<Record<string, string | Buffer>>;
}

const lines = (...text: string[]): string => `${text.join("\n")}\n`;
const workspace = (...settings: string[]): string =>
  lines("workspaces:", "  support:", ...settings.map((one) => `    ${one}`));
const empty = /this file is empty.*`organization: \{\}`/;
const prompted = workspace("openAiPrompt: { file: a.md }");
const tool = (...settings: string[]): string => lines("tools:", "  crm:", ...settings.map((one) => `    ${one}`));

export const wrongFiles: readonly WrongFile[] = [
  // YAML itself.
  { what: "a tab as indentation", yaml: "workspaces:\n\tsupport: {}\n", line: 2, says: /not YAML/ },
  { what: "an open quote", yaml: 'organization:\n  name: "Acme\n', line: 3, says: /not YAML/ },
  { what: "a key twice", yaml: workspace("topN: 4", "topN: 5"), line: 4, column: 5, says: /not YAML.*unique/ },
  {
    what: "an anchor that is not there",
    yaml: workspace("topN: 4", "openAiPrompt: *prompt"),
    line: 4,
    says: /not YAML/,
  },
  { what: "an open list", yaml: workspace("tools: [crm"), line: 4, says: /not YAML/ },
  { what: "a list in place of the tenant", yaml: "- support\n", line: 1, says: /a tenant is a map/ },
  { what: "a text in place of the tenant", yaml: "# Acme\nacme\n", line: 2, says: /a tenant is a map/ },
  {
    what: "an anchor that holds itself",
    yaml: "workspaces: &all\n  support: *all\n",
    line: 2,
    says: /not YAML.*(?:anchor|aliases)/,
  },
  {
    what: "a quoted number and the same number as keys",
    yaml: lines("workspaces:", "  7: {}", '  "7": {}'),
    line: 3,
    column: 3,
    says: /keys must be unique, and "7"/,
  },
  { what: "a list as a key", yaml: lines("workspaces:", "  ? [a]", "  : {}"), line: 2, says: /a key has to be a text/ },
  { what: "no key", yaml: lines("workspaces:", "  : {}"), line: 2, says: /a key has to be a text/ },
  { what: "a tilde as a key", yaml: lines("workspaces:", "  ~: {}"), line: 2, says: /"~" cannot be a key/ },
  {
    what: "a merge of a text",
    yaml: workspace("topN: 4", "<<: base"),
    line: 4,
    says: /`<<` merges a map, or a list of maps/,
  },
  { what: "a merge key in quotes", yaml: workspace('"<<": { topN: 4 }'), line: 3, says: /no "<<"/ },
  {
    what: "a merge that holds itself",
    yaml: "workspaces: &all\n  <<: *all\n",
    line: 2,
    says: /not YAML.*aliases/,
  },
  { what: "NUL in a text", yaml: workspace('openAiPrompt: "a\\0b"'), line: 3, column: 19, says: /holds NUL/ },
  {
    what: "half a character in a text of an anchor",
    yaml: lines("workspaces:", '  a: &a { openAiPrompt: "\\ud83d" }', "  b: *a", "  c: { <<: *a }"),
    line: 2,
    says: /half a character/,
  },
  {
    what: "a number with more digits than are kept",
    yaml: tool("type: function", "config: { id: 12345678901234567890 }"),
    line: 4,
    says: /write it in quotes/,
  },
  // Encodings.
  {
    what: "a tenant in Latin-1",
    yaml: Buffer.from(lines("organization:", "  name: Café"), "latin1"),
    line: 2,
    column: 12,
    says: /not UTF-8, byte 0xE9 looks like Latin-1/,
  },
  {
    what: "a tenant in UTF-16",
    yaml: Buffer.from("\uFEFForganization: {}\n", "utf16le"),
    line: 1,
    says: /not UTF-8, it is UTF-16/,
  },
  {
    what: "a tenant in UTF-16 that does not say so",
    yaml: Buffer.from("organization: {}\n", "utf16le"),
    line: 1,
    says: /not UTF-8, it looks like UTF-16/,
  },
  {
    what: "a base in Latin-1",
    yaml: "extends: _base.yaml\n",
    beside: { "_base.yaml": Buffer.from("# Base\norganization: { name: Ü }\n", "latin1") },
    file: "_base.yaml",
    line: 2,
    column: 23,
    says: /not UTF-8, byte 0xDC/,
  },
  {
    what: "a prompt in Latin-1",
    yaml: prompted,
    beside: { "a.md": Buffer.from("Grüße gibt\nes im Café\n", "latin1") },
    line: 3,
    says: /a\.md is not UTF-8 \(line 1, column 3: byte 0xFC/,
  },
  {
    what: "a prompt in UTF-16",
    yaml: prompted,
    beside: { "a.md": Buffer.from("\uFEFFHello", "utf16le").swap16() },
    line: 3,
    says: /a\.md is not UTF-8 .*it is UTF-16/,
  },
  {
    what: "a prompt with NUL",
    yaml: prompted,
    beside: { "a.md": "Hello, you there\0" },
    line: 3,
    says: /a\.md is not UTF-8 .*column 17: it holds NUL bytes/,
  },
  {
    what: "a prompt of a byte order mark",
    yaml: prompted,
    beside: { "a.md": "\uFEFF\n" },
    line: 3,
    says: /a\.md is to be a text, and is empty/,
  },
  // Nothing.
  { what: "an empty file", yaml: "", line: 1, column: 1, says: empty },
  { what: "comments alone", yaml: "# Acme\n# nothing yet\n", line: 1, says: empty },
  { what: "a byte order mark alone", yaml: "\uFEFF", line: 1, says: empty },
  { what: "an empty document", yaml: "---\n...\n", line: 1, says: empty },
  { what: "an empty map", yaml: "{}\n", line: 1, says: empty },
  { what: "null", yaml: "~\n", line: 1, says: empty },
  {
    what: "a base that is empty",
    yaml: "extends: _base.yaml\norganization: {}\n",
    beside: { "_base.yaml": "# Base\n" },
    file: "_base.yaml",
    line: 1,
    says: empty,
  },
  { what: "a stack alone", yaml: "# Acme\nstack: acme\n", line: 2, says: /nothing at all.*`organization: \{\}`/ },
  {
    what: "a stack like an option",
    yaml: "stack: --yes\norganization: {}\n",
    line: 1,
    column: 8,
    says: /a letter or a digit first/,
  },
  {
    what: "a stack like a script",
    yaml: 'stack: "a$(id);b\\nc"\norganization: {}\n',
    line: 1,
    column: 8,
    says: /cannot be the name of a stack/,
  },
  // The whole.
  {
    what: "an unknown section",
    yaml: "organization: {}\nworkspace:\n  a: {}\n",
    line: 2,
    column: 1,
    says: /no "workspace"\. Known are extends, stack/,
  },
  {
    what: "a section that is a list",
    yaml: "workspaces:\n  - support\n",
    line: 1,
    says: /workspaces must be a map or null, and is a list/,
  },
  {
    what: "a stack that cannot be",
    yaml: "stack: acme/prod\n",
    line: 1,
    column: 8,
    says: /cannot be the name of a stack/,
  },
  {
    what: "a part that is a text",
    yaml: "folders:\n  manuals: yes please\n",
    line: 2,
    says: /folders\.manuals must be a map, and is "yes please"/,
  },
  { what: "a part that is true", yaml: "folders:\n  manuals: true\n", line: 2, says: /only `false` may stand here/ },
  {
    what: "a key with a slash",
    yaml: "folders:\n  manuals/old: {}\n",
    line: 2,
    says: /"manuals\/old" cannot be a key/,
  },
  // Fields.
  {
    what: "an unknown field",
    yaml: workspace("topN: 4", "openAiTemperature: 1"),
    line: 4,
    column: 5,
    says: /no "openAiTemperature"/,
  },
  {
    what: "a field in another case",
    yaml: workspace("openaiprompt: Hello"),
    line: 3,
    says: /Did you mean openAiPrompt\?/,
  },
  {
    what: "a text for a number",
    yaml: workspace("topN: four"),
    line: 3,
    says: /topN must be a whole number, and is "four"/,
  },
  { what: "a broken number", yaml: workspace("", "topN: 4.5"), line: 4, says: /a whole number, and is 4\.5/ },
  { what: "too low a number", yaml: workspace("topN: 0"), line: 3, says: /the least is 1/ },
  { what: "too high a number", yaml: workspace("similarityThreshold: 1.5"), line: 3, says: /the most is 1/ },
  {
    what: "a word that is not allowed",
    yaml: workspace("vectorSearchMode: fast"),
    line: 3,
    says: /use one of default, rerank/,
  },
  { what: "a number for a text", yaml: "organization:\n  name: 42\n", line: 2, says: /name must be text, and is 42/ },
  {
    what: "a text that is too long",
    yaml: `organization:\n  name: ${"x".repeat(256)}\n`,
    line: 2,
    says: /256 characters: at most 255/,
  },
  {
    what: "a text for a flag",
    yaml: "organization:\n  forceDestroy: yes\n",
    line: 2,
    says: /true or false, and is "yes"/,
  },
  {
    what: "an account that is not a UUID",
    yaml: "organization:\n  name: Acme\n  accountId: acme\n",
    line: 3,
    says: /must be the UUID/,
  },
  {
    what: "a folder with a slash",
    yaml: "folders:\n  manuals:\n    name: a/b\n",
    line: 3,
    says: /must not hold a slash or \.\./,
  },
  {
    what: "a tool's name with a space",
    yaml: tool("type: function", "name: my crm"),
    line: 4,
    says: /letters, digits, _ and - only/,
  },
  {
    what: "null where it is not a value",
    yaml: tool("type: function", "enabled: null"),
    line: 4,
    says: /true or false, and is null/,
  },
  { what: "an organization of a part", yaml: workspace("organization: acme"), line: 3, says: /no "organization"/ },
  // What is missing.
  { what: "a tool without a type", yaml: tool("enabled: true"), line: 2, column: 3, says: /tools\.crm lacks "type"/ },
  {
    what: "a number without a country",
    yaml: "numbers:\n  line:\n    numberType: local\n",
    line: 2,
    says: /lacks "country"/,
  },
  {
    what: "a document without a file",
    yaml: "documents:\n  book:\n    title: Book\n",
    line: 2,
    says: /lacks "source"/,
  },
  // Voice.
  {
    what: "a voice of Vapi with a model",
    yaml: workspace("voice:", "  voice:", "    provider: vapi", "    voiceId: Elliot", "    model: x"),
    line: 7,
    says: /cannot be set here/,
  },
  {
    what: "a voice of ElevenLabs without a model",
    yaml: workspace("voice:", "  voice:", "    provider: 11labs", "    voiceId: a"),
    line: 4,
    says: /lacks "model"/,
  },
  {
    what: "a transcriber without a language",
    yaml: workspace("voice:", "  transcriber:", "    provider: deepgram", "    model: nova-2"),
    line: 4,
    says: /lacks "language"/,
  },
  {
    what: "two numbers for one assistant",
    yaml: lines(
      "numbers:",
      "  line: { country: US, numberType: local }",
      "workspaces:",
      "  a:",
      "    voice:",
      "      numberId: 3",
      "      number: line",
    ),
    line: 7,
    says: /keep one of the two/,
  },
  // Links.
  {
    what: "a tool that is not there",
    yaml: workspace("tools:", "  - crm"),
    line: 4,
    column: 9,
    says: /no tool "crm".*has no tools/,
  },
  {
    what: "a tool twice",
    yaml: lines("tools:", "  crm: { type: function }", "workspaces:", "  a:", "    tools: [crm, crm]"),
    line: 5,
    column: 18,
    says: /stands here twice/,
  },
  {
    what: "a workspace that is not there",
    yaml: lines(
      "workspaces:",
      "  support:",
      "documents:",
      "  book:",
      "    source: book.md",
      "    workspaces: [suport]",
    ),
    beside: { "book.md": "# Book" },
    line: 6,
    says: /no workspace "suport" in this tenant\. There are support/,
  },
  {
    what: "two tools of one name",
    yaml: lines("tools:", "  crm: { type: function }", "  old:", "    type: function", "    name: crm"),
    line: 5,
    says: /same name as tools\.crm/,
  },
  // Files.
  {
    what: "a prompt that is not there",
    yaml: workspace("openAiPrompt:", "  file: prompts/support.md"),
    line: 4,
    says: /prompts\/support\.md is to be a text, and is not there/,
  },
  { what: "a prompt that is a folder", yaml: workspace("openAiPrompt: { file: . }"), line: 3, says: /is a folder/ },
  {
    what: "a document that is empty",
    yaml: "documents:\n  book:\n    source: book.md\n",
    beside: { "book.md": "" },
    line: 3,
    says: /is empty/,
  },
  {
    what: "a text from two places",
    yaml: workspace("openAiPrompt: { file: a.md, secret: a }"),
    beside: { "a.md": "a" },
    line: 3,
    says: /one of them/,
  },
  {
    what: "a base that is not there",
    yaml: "# Acme\nextends: _base.yaml\n",
    line: 2,
    column: 10,
    says: /there is no file .*_base\.yaml/,
  },
  {
    what: "bases in a circle",
    yaml: "extends: _base.yaml\n",
    beside: { "_base.yaml": "# Base\nextends: acme.yaml\n" },
    file: "_base.yaml",
    line: 2,
    says: /in a circle \(acme\.yaml -> _base\.yaml -> acme\.yaml\)/,
  },
  {
    what: "an error of the base",
    yaml: "extends: _base.yaml\nworkspaces:\n  support:\n    topN: 5\n",
    beside: { "_base.yaml": workspace("topN: 4", "chatMode: 3") },
    file: "_base.yaml",
    line: 4,
    says: /chatMode is 3: use one of chat, query, automatic/,
  },
  {
    what: "an overlay's own error",
    yaml: "extends: _base.yaml\nworkspaces:\n  support:\n    topN: 0\n",
    beside: { "_base.yaml": workspace("topN: 4") },
    line: 4,
    says: /the least is 1/,
  },
  // Secrets.
  {
    what: "a secret in clear",
    yaml: tool("type: function", "config:", "  url: https://crm.example.com", "  apiKey: sk-12345"),
    line: 6,
    says: /looks like a secret.*apiKey: \{ secret: KEY \}/,
  },
  {
    what: "a secret in place of its name",
    yaml: tool("type: function", "config:", '  token: { secret: "sk 12345/+=" }'),
    line: 5,
    says: /never the value itself/,
  },
];
