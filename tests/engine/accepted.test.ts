import * as fc from "fast-check";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { kinds } from "../../provider/dynamic/registry";
import { assetIn, assetOfHash } from "../../provider/lifecycle/asset";
import { type Values } from "../../provider/lifecycle/values";
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
const documents = ["one", "two"].map((name) => `${organization}/papers/${name}.json`);
let turn = 0;

/** Right inputs of each kind. Those of an edge are used once. */
const valid: Readonly<Record<string, () => Values>> = {
  Account: () => ({ name: "a" }),
  Organization: () => ({ name: "a" }),
  Workspace: () => ({ organization, name: "a" }),
  OrganizationTool: () => ({ organization, name: "a", type: "function" }),
  ToolAttachment: () => ({ workspace: "support", tool: "1" }),
  Folder: () => ({ organization, name: "a" }),
  VoiceConfig: () => ({ workspace: `voice-${++turn}` }),
  Document: () => ({ organization, source: { ...assetOfHash(sha256("# Text")), text: "# Text" } }),
  DocumentEmbedding: () => ({ workspace: "support", document: documents[0] }),
  NumberRequest: () => ({ organization, country: "US", numberType: "local" }),
};

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
  { voiceId: "Elliot" },
  { model: "x" },
  {},
  [],
  null,
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

/** What the facts of a field do not tell. */
const special: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  VoiceConfig: {
    voice: voices,
    fallbackVoices: fc.array(voices, { maxLength: 2 }),
    numberId: fc.constantFrom<unknown>(1, 2, 0, -1, 1.5, "1", 2 ** 53, 2 ** 31, NaN, null),
  },
  // What is right would wait for a person.
  NumberRequest: { waitUntilFulfilled: fc.constantFrom<unknown>(0, -0, -1, 1.5, 901, "7", NaN, true) },
  ToolAttachment: { tool: tools },
  DocumentEmbedding: { document: docpaths },
};

beforeAll(async () => {
  const workspaces = ["Support", ...Array.from({ length: 2 * numRuns }, (_, index) => `voice-${index + 1}`)];
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      workspaces: workspaces.map((name) => ({ organization, name })),
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
    await staysAsItIs(host, kind, given, inputs);
    made++;
  });
  const seed = Number(process.env["LUMENONE_SEED"] ?? Date.now());
  const begun = performance.now();
  try {
    await fc.assert(property, { numRuns, seed, includeErrorInReport: true, endOnFailure: true });
    console.log(kind, refused, made, performance.now() - begun);
    return { refused, made };
  } catch (error) {
    return { refused, made, error };
  }
}

/** Made, previewed, refreshed, previewed. */
async function staysAsItIs(host: HostProcess, kind: string, given: Values, inputs: Values): Promise<void> {
  expect(await host.check(kind, inputs, given)).toEqual({ inputs, failures: [] });
  const created = await host.create(kind, inputs).catch((error: Error) => {
    // Right in form, and there is no such object: only LumenOne can know.
    if (/40[034]/.test(error.message) && namesNothing(given)) return undefined;
    throw error;
  });
  if (!created) return;
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
}

/** Whether these inputs name something that is not there. */
function namesNothing(given: Values): boolean {
  const { organization: slug = organization, workspace = "support", accountId, numberId, folder } = given;
  const { tool = "1", document = documents[0] } = given;
  return (
    slug !== organization ||
    !(workspace === "support" || String(workspace).startsWith("voice-")) ||
    (accountId !== undefined && String(accountId).toLowerCase() !== simulator.accountId) ||
    !documents.includes(String(document)) ||
    !["1", "seeded/1"].includes(String(tool)) ||
    (numberId !== undefined && ![1, 2].includes(Number(numberId))) ||
    (folder !== undefined && String(folder).includes("/"))
  );
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
  if (error) throw error;
  expect(refused).toBeGreaterThan(10);
  expect(made).toBeGreaterThan(0);
});
