import * as fc from "fast-check";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { kinds } from "../../provider/definitions/registry";
import { assetIn, assetOfHash } from "../../provider/lifecycle/engine/asset";
import { type Values } from "../../provider/lifecycle/state/values";
import { type HostProcess, startHost } from "../support/host-process";
import { oddInputs } from "../support/odd-values";
import { sha256 } from "../support/sample-files";
import { vanish } from "../support/scenarios/remote";
import { scenarioSeed, seededOrganization } from "../support/scenarios/seed";

/**
 * What check accepts is accepted for good: it is made, and neither the next preview nor a refresh shows a change. Through
 * Pulumi's own process for dynamic providers, over gRPC, and a simulated LumenOne that coerces as the real one.
 */
const numRuns = 300;
let simulator: Simulator;
/** Embeddings wait until their process is calm, so they have one of their own. */
let hosts: HostProcess[] = [];

interface Outcome {
  readonly refused: number;
  readonly made: number;
  readonly error?: unknown;
}
const outcomes = new Map<string, Outcome>();

const organization = seededOrganization;
/** Documents make folders, which no other kind is to meet. */
const library = "library";
const documents = ["one", "two"].map((name) => `${organization}/papers/${name}.json`);
let turn = 0;
let voice = 0;

/** Right inputs of each kind. Those of an edge are used once. */
const valid: Readonly<Record<string, () => Values>> = {
  Account: () => ({ name: "a" }),
  Organization: () => ({ name: "a" }),
  Workspace: () => ({ organization, name: "a" }),
  OrganizationTool: () => ({ organization, name: `a${++turn}`, type: "function" }),
  ToolAttachment: () => ({ workspace: "support", tool: "1" }),
  Folder: () => ({ organization, name: `a${++turn}` }),
  VoiceConfig: () => ({ workspace: `voice-${++voice}` }),
  Document: () => ({ organization: library, source: { ...assetOfHash(sha256("# Text")), text: "# Text" } }),
  DocumentEmbedding: () => ({ workspace: "support", document: documents[0] }),
  NumberRequest: () => ({ organization, country: "US", numberType: "local" }),
};

/** A change without a provider is left out: LumenOne judges what it merges with the stored one. */
const voices = fc.constantFrom<unknown>(
  { provider: "vapi", voiceId: "Elliot" },
  { provider: "vapi", voiceId: "Elliot", model: null },
  { provider: "11labs", voiceId: "any", model: "eleven_turbo_v2_5" },
  { provider: "vapi", voiceId: "Elliot", speed: -0 },
  { provider: "vapi", voiceId: "Elliot", speed: NaN },
  { provider: "vapi", voiceId: "Elliot", more: { deep: [Infinity] } },
  { provider: "vapi" },
  { provider: "vapi", voiceId: "" },
  { provider: "nobody", voiceId: "x" },
  { provider: "constructor" },
  [],
  null,
);
const changes = fc.constantFrom<unknown>({ voiceId: "Elliot" }, { model: "nova-2" }, {});
const transcribers = fc.constantFrom<unknown>(
  { provider: "deepgram", model: "nova-2", language: "en" },
  { provider: "deepgram", model: "nova-2", language: "xx" },
  { provider: "deepgram", model: "nova-2" },
  { provider: "deepgram", model: "nova-2", language: "en", more: "\0" },
);
const tools = fc.constantFrom<unknown>(
  ...["1", "01", "1.0", "1 ", " 1", "+1", "0", "-1", "crm", "", "seeded/1", "seeded/crm", "a/b/1", "/1", "1/", "0x1"],
  ...[1, 0, -0, -1, 1.5, 2 ** 53, NaN, 1e21, true, null],
);
const docpaths = fc.constantFrom<unknown>(
  ...documents,
  ...documents.flatMap((docpath) => [`/${docpath}`, `${docpath}/`, ` ${docpath}`, docpath.toUpperCase()]),
  ...["papers/one.json", "one.json", `${organization}//one.json`, `${organization}/../one.json`, "", "/", 7, null],
);

/** Cases that the facts of a single field do not give. */
const special: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  VoiceConfig: {
    voice: voices,
    transcriber: transcribers,
    fallbackVoices: fc.array(fc.oneof(voices, changes), { maxLength: 2 }),
    fallbackTranscribers: fc.array(fc.oneof(transcribers, changes), { maxLength: 2 }),
    numberId: fc.constantFrom<unknown>(1, 2, 0, -1, 1.5, "1", 2 ** 53, 2 ** 31, NaN, null),
  },
  // What is right would wait for a person.
  NumberRequest: { waitUntilFulfilled: fc.constantFrom<unknown>(0, -0, -1, 1.5, 901, "7", NaN, true) },
  ToolAttachment: { tool: tools },
  DocumentEmbedding: { document: docpaths },
};

beforeAll(async () => {
  const phones = Array.from({ length: numRuns }, (_, index) => ({ organization: library, name: `voice-${index + 1}` }));
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      organizations: [{ name: "Seeded" }, { name: "Library" }],
      // A refresh lists all of an organization, so those for the phone are in another.
      workspaces: [{ organization, name: "Support" }, ...phones],
      numbers: [1, 2].map((id) => ({ organization: library, number: `+1555000${id}` })),
      tools: [{ organization, name: "hammer" }],
    },
  });
  const config = {
    "lumenone:apiKey": simulator.apiKey,
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
    // What is refused is refused; to wait for it would only take time.
    "lumenone:maxRetries": "0",
  };
  hosts = await Promise.all([startHost({ config }), startHost({ config })]);
  await Promise.all(kinds.map(async (kind) => void outcomes.set(kind, await explore(kind))));
}, 300_000);

afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  await simulator?.close();
});

async function explore(kind: string): Promise<Outcome> {
  const host = hosts[kind === "DocumentEmbedding" ? 1 : 0]!;
  let [refused, made] = [0, 0];
  const known = new Set<string>();
  const property = fc.asyncProperty(oddInputs(kind, {}, special[kind]), async (odd) => {
    const given = { ...valid[kind]?.(), ...odd };
    const { inputs, failures } = await host.check(kind, {}, given);
    if (failures.length > 0) {
      refused++;
      for (const { reason } of failures) expect(reason).toMatch(/^[\w$]+[^:]*: .+\. .+\(/s);
      return;
    }
    const key = JSON.stringify(odd);
    if (known.has(key)) return;
    known.add(key);
    if (await staysAsItIs(host, kind, given, inputs)) made++;
  });
  const seed = Number(process.env["LUMENONE_SEED"] ?? Date.now());
  try {
    await fc.assert(property, { numRuns, seed, includeErrorInReport: true, endOnFailure: true });
    return { refused, made };
  } catch (error) {
    return { refused, made, error };
  }
}

/** Made, previewed, refreshed, previewed. @returns whether it was made */
async function staysAsItIs(host: HostProcess, kind: string, given: Values, inputs: Values): Promise<boolean> {
  expect(await host.check(kind, inputs, given)).toEqual({ inputs, failures: [] });
  const created = await host.create(kind, inputs).catch((error: Error) => {
    // In one process, as in one program, each name and each edge has one resource.
    if (/declares it twice/.test(error.message)) return undefined;
    // Right in form, and there is no such object: only LumenOne can know.
    if (/40[034]/.test(error.message) && namesNothing(given)) return undefined;
    throw error;
  });
  if (!created) return false;
  const { id, outs } = created;
  expect(id).not.toBe("");
  expect(await host.diff(kind, id, outs, inputs)).toMatchObject({ changes: false, replaces: [] });
  const read = await host.read(kind, id, outs);
  expect(read).toEqual({ id, props: outs, inputs: withFiles(inputs) });
  expect(await host.diff(kind, id, read.props, inputs)).toMatchObject({ changes: false, replaces: [] });
  if (["OrganizationTool", "Folder", "ToolAttachment", "DocumentEmbedding"].includes(kind)) {
    await host.delete(kind, id, outs);
  }
  // Its number is free again.
  if (kind === "VoiceConfig") vanish(simulator, kind, id);
  return true;
}

/** Whether these inputs name something that is not there. */
function namesNothing(given: Values): boolean {
  const there: Readonly<Record<string, (value: unknown) => boolean>> = {
    organization: (value) => value === organization || value === library,
    workspace: (value) => value === "support" || /^voice-\d+$/.test(value as string),
    // Null counts as left out.
    accountId: (value) => value === null || (value as string).toLowerCase() === simulator.accountId,
    document: (value) => documents.includes(value as string),
    tool: (value) => value === 1 || value === "1" || value === "seeded/1",
    numberId: (value) => value === 1 || value === 2,
  };
  return Object.entries(there).some(([name, isThere]) => given[name] !== undefined && !isThere(given[name]));
}

/** Of a file a refresh knows the hash alone. */
function withFiles(inputs: Values): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const file = assetIn(value);
      return [name, file ? assetOfHash(file.hash) : value];
    }),
  );
}

test.each(kinds)(`%s: ${numRuns} odd inputs are refused with a path, or made and then unchanged`, (kind) => {
  const { refused, made, error } = outcomes.get(kind)!;
  if (error) throw new Error("The property does not hold", { cause: error });
  expect(refused).toBeGreaterThan(10);
  expect(made).toBeGreaterThan(0);
});
