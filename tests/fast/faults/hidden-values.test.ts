import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { check } from "../../../provider/lifecycle/steps/check";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";
import { sampleFiles } from "../../support/sample-files";

/** A server that echoes whatever it was sent, and whatever it has: no message repeats a value of the program. */
let simulator: Simulator;
const files = sampleFiles();
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [
        { organization: "home", name: "Desk" },
        { organization: "home", name: "Phone" },
      ],
      tools: [{ organization: "home", name: "crm", type: "function" }],
    },
  });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const account = "11111111-1111-4111-8111-111111111111";
/** Every field that holds the program's own text or number. `n` distinguishes the values of one version from those of another. */
const planted: Readonly<Record<string, (n: number) => Values>> = {
  Account: (n) => ({ name: `Hush Account ${n}a1` }),
  Organization: (n) => ({ name: `Hush Org ${n}b2` }),
  Workspace: (n) => ({
    name: `Hush "Desk" ${n}c3`,
    openAiTemp: 0.5172 + n,
    openAiHistory: 4817 + n,
    openAiPrompt: `Hush: be <kind> & short, ${n}d4`,
    similarityThreshold: 0.6173 + n / 10,
    topN: 5923 + n,
    chatProvider: `HUSH${n}f6`,
    chatModel: `hush-model-${n}g7`,
    agentProvider: `hush-agent-${n}h8`,
    agentModel: `hush/agent/model/${n}i9`,
    queryRefusalResponse: `Hush äöü, I do not know, ${n}j0`,
  }),
  OrganizationTool: (n) => ({
    name: `hush_tool_${n}k1`,
    type: `hushType${n}l2`,
    description: `Hush, what it does ${n}m3`,
    config: { token: `hush-token-${n}n4`, deep: [{ pin: 48_151 + n, [`k${n}`]: `hush\\deep\\${n}o5` }] },
  }),
  ToolAttachment: () => ({}),
  Folder: () => ({}),
  VoiceConfig: (n) => ({
    firstMessage: `Hush, hello ${n}p6`,
    prompt: `Hush, you are a voice ${n}q7`,
    voice: { provider: "11labs", voiceId: `hush-voice-${n}r8`, model: "eleven_turbo_v2_5" },
    fallbackVoices: [{ provider: "11labs", voiceId: `hush-fallback-${n}s9`, model: "eleven_turbo_v2_5" }],
  }),
  Document: (n) => ({
    source: files.asset(`hush-file-${n}t0.md`, `# Hush, content ${n}u1`),
    title: `Hush Title ${n}v2`,
    docAuthor: `Hush Author ${n}w3`,
    description: `Hush, about ${n}x4`,
    docSource: `hush-source-${n}y5`,
  }),
  DocumentEmbedding: () => ({}),
  NumberRequest: (n) => ({ country: `Hushland ${n}z6`, numberType: `hush-type-${n}a7` }),
};
const references: Readonly<Record<string, Values>> = {
  Workspace: { organization: "home" },
  OrganizationTool: { organization: "home" },
  ToolAttachment: { workspace: "desk", tool: "1" },
  Folder: { organization: "home", name: "papers" },
  VoiceConfig: { workspace: "phone" },
  Document: { organization: "home" },
  NumberRequest: { organization: "home" },
};
/** Messages about refused embeddings show their docpath alone. */
const withValues = kinds.filter((kind) => Object.keys(planted[kind]?.(1) ?? {}).length > 0);

const leaves = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leaves)
    : value === undefined
      ? []
      : [`${value as string | number}`];
/** The values of both versions, as a text may write them. */
const secrets = (kind: string) =>
  [1, 2]
    .flatMap((n) => {
      const { source, voice, fallbackVoices, ...rest } = planted[kind]?.(n) ?? {};
      // The last part of it is in the id: LumenOne calls the document so.
      const file = source ? files.folder : [];
      return [...leaves(rest), file, voice, fallbackVoices].flat().flatMap(leaves);
    })
    .filter((text) => /[hH]ush|HUSH|\d{4}|sample-files/.test(text))
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1), text.slice(0, 14), text.slice(-14)]);

/** What a server may make of it. */
const echoes: [name: string, fault: (echo: Values[]) => Partial<Fault>][] = [
  [
    "400, JSON in a message",
    (echo) => ({ kind: "status", status: 400, body: { success: false, message: JSON.stringify(echo) } }),
  ],
  [
    "409, each in quotes",
    (echo) => ({
      kind: "status",
      status: 409,
      body: {
        error: `taken: ${leaves(echo)
          .map((text) => `"${text}"`)
          .join(", ")}`,
      },
    }),
  ],
  [
    "403, each without quotes",
    (echo) => ({ kind: "status", status: 403, body: { error: `${leaves(echo).join(" nor ")} is allowed` } }),
  ],
  [
    "422, plain text, cut off",
    (echo) => ({
      kind: "status",
      status: 422,
      body: leaves(echo)
        .map((text) => `${text.slice(0, 16)}...`)
        .join(" "),
    }),
  ],
  [
    "500, an object inside",
    (echo) => ({ kind: "status", status: 500, body: { error: { message: JSON.stringify(JSON.stringify(echo)) } } }),
  ],
  [
    "502, the title of a page",
    (echo) => ({
      kind: "html",
      status: 502,
      body: `<html><head><title>${leaves(echo).join(" ").slice(0, 150)}</title></head></html>`,
    }),
  ],
  [
    "200 that says it failed",
    (echo) => ({ kind: "status", status: 200, body: { success: false, message: leaves(echo).join("; ") } }),
  ],
  ["200, plain text", (echo) => ({ kind: "text", status: 200, body: leaves(echo).join("\n") })],
  [
    "400, a list of errors",
    (echo) => ({ kind: "status", status: 400, body: { errors: leaves(echo).map((message) => ({ message })) } }),
  ],
  [
    "400, request id",
    (echo) => ({
      kind: "status",
      status: 400,
      headers: { "x-request-id": encodeURIComponent(leaves(echo).join(" ")) },
    }),
  ],
  [
    "404 in LumenOne's form",
    (echo) => ({ kind: "status", status: 404, body: { success: false, message: leaves(echo).join(", ") } }),
  ],
];

/** Every message of steps that fail, with the fault at every call. */
async function messagesOf(kind: string, faultOf: (echo: Values[]) => Partial<Fault>): Promise<string[]> {
  const config = { "lumenone:maxRetries": "0" };
  const [one, two] = [1, 2].map((n) => ({ ...references[kind], ...planted[kind]?.(n) }));
  const said: string[] = [];
  /** The server knows the values of the first version, and in an update those of the second. */
  const under = async (
    only: string | undefined,
    step: (host: ReturnType<typeof hostSteps>) => Promise<unknown>,
    versions = [1],
  ) => {
    const host = hostSteps(simulator, config);
    // The path of a file is never sent.
    const fault = faultOf(versions.map((n) => ({ ...planted[kind]?.(n), source: undefined })));
    simulator.faults.add({
      kind: "status",
      times: Infinity,
      ...fault,
      ...(only !== undefined && { operationId: only }),
    });
    await step(host).catch((error: Error) => said.push(error.message));
    simulator.faults.clear();
    said.push(...host.context.warnings, ...host.context.infos);
  };
  const { operations } = definitionOf(kind);
  await under(operations.create, (host) => host.create(kind, one ?? {}));
  await under(undefined, (host) => host.create(kind, one ?? {}));
  simulator.reset();
  const state = await hostSteps(simulator).create(kind, one ?? {});
  if (operations.update) await under(operations.update, (host) => host.update(kind, state, two ?? {}), [1, 2]);
  await under(undefined, (host) => host.read(kind, state));
  if (operations.delete) await under(operations.delete, (host) => host.remove(kind, state));
  await under(undefined, (host) => host.remove(kind, state));
  return said;
}

test("every kind stands in the tables", () => {
  expect(Object.keys(planted).sort()).toEqual([...kinds].sort());
  expect(withValues.flatMap((kind) => Object.keys(planted[kind]?.(1) ?? {})).length).toBeGreaterThanOrEqual(28);
});

describe.each(withValues)("%s", (kind) => {
  test.each(echoes)("none of its values is shown where the server echoes them: %s", async (_name, fault) => {
    const said = await messagesOf(kind, fault);
    expect(said.length).toBeGreaterThan(1);
    const found = said.filter((text) => secrets(kind).some((secret) => text.includes(secret)));
    expect(found).toEqual([]);
  });

  test("none of its values is shown where check refuses them", async () => {
    for (const [name, value] of Object.entries(planted[kind]?.(1) ?? {})) {
      const long = typeof value === "string" ? value + "x\u0000".repeat(300) : value;
      for (const wrong of [long, [value], { value }, String(value), -4817, Number.NaN]) {
        const { context } = hostSteps(simulator);
        const inputs = { ...references[kind], accountId: account, ...planted[kind]?.(1), [name]: wrong };
        const { problems } = await check(definitionOf(kind), context, {}, inputs);
        const found = [...problems.map(({ message }) => message), ...context.warnings].flatMap((text) =>
          [...secrets(kind), "4817"].filter((secret) => text.includes(secret)),
        );
        expect([name, found]).toEqual([name, []]);
      }
    }
  });
});

test("a reference to another object stays readable where the server names it", async () => {
  const message = 'Organization "home" has no room for "Hush Desk"';
  simulator.faults.add({
    kind: "status",
    status: 400,
    body: { success: false, message },
    operationId: "createWorkspace",
  });
  const made = hostSteps(simulator).create("Workspace", { organization: "home", name: "Hush Desk" });
  await expect(made).rejects.toThrow('Organization "home" has no room for "[secret]"');
});

test("a name in an object's id stays readable where the server names it", async () => {
  const message = 'Folder "papers" cannot be made';
  simulator.faults.add({ kind: "status", status: 400, body: { success: false, message }, operationId: "createFolder" });
  const made = hostSteps(simulator).create("Folder", { organization: "home", name: "papers" });
  await expect(made).rejects.toThrow(message);
});
