import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as path from "node:path";
import { childEnvironment } from "../support/child-environment";
import { startFakeEngine } from "../support/host-process/fake-engine";
import { type PortProcess, startProcess } from "../support/host-process/start-process";
import { secondAccount } from "../support/scenarios/seed";

/** Parts of Pulumi's protocol that no program of the other tests uses. */
const root = path.resolve(__dirname, "../..");
const account = "11111111-1111-4111-8111-111111111111";
let simulator: Simulator;
let plugin: PortProcess;
let engine: Awaited<ReturnType<typeof startFakeEngine>>;
const clients: ResourceProviderClient[] = [];

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      accounts: [
        { id: account, name: "First" },
        { id: secondAccount, name: "Second" },
      ],
      organizations: [{ name: "Acme" }, { name: "Globex" }],
      workspaces: [
        { organization: "acme", name: "Support" },
        { organization: "globex", name: "Sales" },
      ],
      folders: [{ organization: "acme", name: "papers" }],
      voiceIntegrations: [{ workspace: "sales" }],
    },
  });
  engine = await startFakeEngine();
  const script = path.join(root, "provider/dist/bin/pulumi-resource-lumenone");
  plugin = await startProcess(script, [engine.address], { cwd: root, env: childEnvironment() });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await plugin?.kill("SIGTERM");
  engine?.close();
  await simulator?.close();
});
beforeEach(() => simulator.reset());

/** A provider of its own: an engine that attaches opens a connection for each. */
async function provider(accountId: string) {
  const own = { "grpc.use_local_subchannel_pool": 1 };
  const client = new ResourceProviderClient(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure(), own);
  clients.push(client);
  const call = <Response>(method: string, request: unknown): Promise<Response> =>
    new Promise((resolve, reject) => {
      const send = (client as unknown as Record<string, (request: unknown, reply: Reply<Response>) => void>)[method];
      send?.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
    });
  const { apiKey, url: baseUrl } = simulator;
  const args = Struct.fromJavaScript({ apiKey, baseUrl, accountId });
  await call("configure", new rpc.ConfigureRequest().setArgs(args));
  return { client, call };
}

type Reply<Response> = (error: grpc.ServiceError | null, response: Response) => void;

const urnOf = (kind: string, name = "it") => `urn:pulumi:dev::test::lumenone:index:${kind}::${name}`;

test("two providers in one process each have their own account", async () => {
  const [first, second] = await Promise.all([provider(account), provider(secondAccount)]);
  const create = (accountId: string) =>
    new rpc.CreateRequest()
      .setUrn(urnOf("Organization"))
      .setProperties(Struct.fromJavaScript({ name: `In ${accountId.slice(0, 4)}`, accountId }));
  const check = async ({ call }: typeof first) => {
    const request = new rpc.CheckRequest().setUrn(urnOf("Organization")).setNews(Struct.fromJavaScript({ name: "It" }));
    return (await call<rpc.CheckResponse>("check", request)).getInputs()?.toJavaScript()["accountId"];
  };
  expect(await Promise.all([check(first), check(second)])).toEqual([account, secondAccount]);
  await Promise.all([first.call("create", create(account)), second.call("create", create(secondAccount))]);
  const made = simulator.snapshot().organizations.filter(({ name }) => name.startsWith("In "));
  expect(made.map(({ account: of, name }) => [of, name]).sort()).toEqual([
    [account, "In 1111"],
    [secondAccount, "In 2222"],
  ]);
});

test.each([
  ["a proposed name is taken", "PROPOSE", "dev-it-4817", "dev-it-4817"],
  ["a name that the state has stays", "PROPOSE", "dev-it-9999", "dev-it-4817"],
  ["where it is switched off, the program has to give one", "DISABLE", "", undefined],
] as const)("autonaming: %s", async (what, mode, proposed, expected) => {
  const { call } = await provider(account);
  const naming = new rpc.CheckRequest.AutonamingOptions();
  naming.setMode(rpc.CheckRequest.AutonamingOptions.Mode[mode]);
  naming.setProposedName(proposed);
  const request = new rpc.CheckRequest().setUrn(urnOf("Organization")).setNews(Struct.fromJavaScript({}));
  request.setAutonaming(naming);
  if (what.includes("stays")) request.setOlds(Struct.fromJavaScript({ name: "dev-it-4817" }));
  const response = await call<rpc.CheckResponse>("check", request);
  expect(response.getInputs()?.toJavaScript()["name"]).toBe(expected);
  const reasons = response.getFailuresList().map((failure) => failure.getReason());
  expect(reasons).toEqual(expected === undefined ? [expect.stringMatching(/^name: is missing/)] : []);
});

test("customTimeouts end a step, and the state says that its outcome is not known", async () => {
  const { call } = await provider(account);
  simulator.faults.add({ kind: "stall", when: "after", operationId: "createOrganization" });
  const request = new rpc.CreateRequest().setUrn(urnOf("Organization")).setTimeout(1);
  request.setProperties(Struct.fromJavaScript({ name: "Slow", accountId: account }));
  await expect(call("create", request)).rejects.toThrow(/its time was over/);
  simulator.faults.clear();
});

test.each([
  ["Organization", {}, ["acme", "globex"]],
  ["Workspace", {}, ["acme/support", "globex/sales"]],
  ["Workspace", { organization: "globex" }, ["globex/sales"]],
  ["Folder", { organization: "acme" }, expect.arrayContaining(["acme/papers"])],
  ["VoiceConfig", {}, ["sales"]],
  ["Account", {}, [account, secondAccount]],
])("List of %s with %j gives ids that can be imported", async (kind, query, ids) => {
  const { client } = await provider(account);
  const request = new rpc.ListRequest().setToken(`lumenone:index:${kind}`).setQuery(Struct.fromJavaScript(query));
  const found = await new Promise<string[]>((resolve, reject) => {
    const list: string[] = [];
    const stream = (
      client as unknown as { list(request: rpc.ListRequest): grpc.ClientReadableStream<rpc.ListResponse> }
    ).list(request);
    stream.on("data", (response: rpc.ListResponse) => list.push(response.getResult()?.getId() ?? ""));
    stream.on("error", reject).on("end", () => resolve(list));
  });
  expect(found.sort()).toEqual(ids);
});
