import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as path from "node:path";
import { kinds } from "../../provider/definitions/registry";
import { unknown } from "../../provider/lifecycle/engine/unknown";
import { childEnvironment } from "../support/child-environment";
import { startFakeEngine } from "../support/host-process/fake-engine";
import { type PortProcess, startProcess } from "../support/host-process/start-process";
import { pick, type Random, seeded, seedFrom } from "../support/seeded";

/** An engine that calls in any order, again and again, with anything. Replay: LUMENONE_HOSTILE_SEED. */
const root = path.resolve(__dirname, "../..");
let simulator: Simulator;
/** A host that a provider was not made for: it responds at once, and must not be written to. */
let other: Simulator;
let plugin: PortProcess;
let engine: Awaited<ReturnType<typeof startFakeEngine>>;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  other = await createSimulator();
});
afterAll(async () => {
  await simulator?.close();
  await other?.close();
});
beforeEach(async () => {
  engine = await startFakeEngine();
  const script = path.join(root, "provider/dist/bin/pulumi-resource-lumenone");
  plugin = await startProcess(script, [engine.address], { cwd: root, env: childEnvironment() });
  simulator.journal.clear();
});
afterEach(async () => {
  await plugin.kill("SIGTERM");
  engine.close();
});

const methods = Object.entries(
  ResourceProviderService as unknown as Record<string, grpc.MethodDefinition<unknown, unknown>>,
);
type Method = (typeof methods)[number][1];

/** One raw call: bytes go out as they are, and what comes back is only looked at as success or failure. */
function send(client: grpc.Client, { path: method, responseStream }: Method, bytes: Buffer): Promise<string> {
  const raw = (buffer: Buffer) => buffer;
  return new Promise((resolve) => {
    if (responseStream) {
      const stream = client.makeServerStreamRequest(method, raw, raw, bytes);
      stream.on("data", () => undefined).on("error", (error: Error) => resolve(error.message));
      stream.on("end", () => resolve("ok"));
    } else client.makeUnaryRequest(method, raw, raw, bytes, (error) => resolve(error ? error.message : "ok"));
  });
}

const bags = (random: Random): Struct =>
  Struct.fromJavaScript(
    pick<Record<string, unknown>>(random, [
      {},
      { name: "hostile", organization: "acme" },
      { name: unknown, organization: unknown },
      { constructor: "x", toString: 1, nested: { constructor: { prototype: [] } } },
      { name: ["not", "a", "text"], topN: 1e308, chatMode: null },
      { name: "x".repeat(100_000) },
      { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" },
      { config: { "4dabf18193072939515e22adb298388d": "no such signature", value: 1 } },
    ]) as never,
  );

const types = [
  ...kinds.map((kind) => `lumenone:index:${kind}`),
  "lumenone:index:constructor",
  "aws:s3:Bucket",
  "",
  "::$::",
];

/** A request of the right form. What it asks for must not be done: it previews, or holds what is not known. */
function request(random: Random, name: string): Uint8Array {
  const type = pick(random, types);
  const urn = pick(random, [`urn:pulumi:dev::p::${type}::it`, "", "urn", `urn:pulumi:dev::p::a$${type}::a::b`]);
  const id = pick(random, ["", "acme", "nobody", "a/b/c", "../..", "x".repeat(5000)]);
  switch (name) {
    case "check":
      return new rpc.CheckRequest()
        .setUrn(urn)
        .setType(type)
        .setOlds(bags(random))
        .setNews(bags(random))
        .serializeBinary();
    case "diff":
      return new rpc.DiffRequest()
        .setUrn(urn)
        .setType(type)
        .setId(id)
        .setOlds(bags(random))
        .setNews(bags(random))
        .serializeBinary();
    case "create":
      return new rpc.CreateRequest()
        .setUrn(urn)
        .setType(type)
        .setPreview(true)
        .setProperties(bags(random))
        .serializeBinary();
    case "read":
      return new rpc.ReadRequest().setUrn(urn).setType(type).setId(id).setProperties(bags(random)).serializeBinary();
    case "update":
      return new rpc.UpdateRequest()
        .setUrn(urn)
        .setType(type)
        .setId(id)
        .setPreview(true)
        .setNews(bags(random))
        .serializeBinary();
    case "configure":
      return new rpc.ConfigureRequest().setArgs(configuration(random)).serializeBinary();
    case "checkConfig":
      return new rpc.CheckRequest().setNews(configuration(random)).serializeBinary();
    case "invoke":
      return new rpc.InvokeRequest()
        .setTok(pick(random, ["lumenone:index:getAccounts", "", "constructor"]))
        .serializeBinary();
    case "list":
      return new rpc.ListRequest().setToken(type).setQuery(bags(random)).serializeBinary();
    default:
      return new Uint8Array();
  }
}

const configuration = (random: Random): Struct => {
  const { apiKey, url: baseUrl, accountId } = simulator;
  const right = { apiKey, baseUrl, accountId };
  return Struct.fromJavaScript(
    pick<Record<string, unknown>>(random, [
      right,
      right,
      { ...right, baseUrl: other.url },
      { ...right, baseUrl: unknown },
      { apiKey: "has a space" },
      { maxConcurrency: "-1" },
      { baseUrl: { a: [1] } },
      {},
    ]) as never,
  );
};

test("300 calls of any kind, in any order and at once: the plugin lives, and nothing is written", async () => {
  const random = seeded(seedFrom("LUMENONE_HOSTILE_SEED"));
  const clients = [1, 2, 3].map(
    () =>
      new grpc.Client(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure(), {
        "grpc.use_local_subchannel_pool": 1,
      }),
  );
  const callable = methods.filter(([name]) => !["cancel", "delete"].includes(name));
  const results: string[] = [];
  for (let round = 0; round < 30; round++) {
    const calls = Array.from({ length: 10 }, async () => {
      const [name, method] = pick(random, callable);
      const isGarbage = random() < 0.2;
      const bytes = isGarbage ? Array.from({ length: 40 }, () => Math.floor(random() * 256)) : request(random, name);
      return await send(pick(random, clients), method, Buffer.from(bytes));
    });
    results.push(...(await Promise.all(calls)));
  }
  expect(results).toHaveLength(300);
  expect(results.filter((result) => result === "ok").length).toBeGreaterThan(30);
  const [, info] = methods.find(([name]) => name === "getPluginInfo")!;
  expect(await send(clients[0]!, info, Buffer.alloc(0))).toBe("ok");
  expect([...simulator.journal.writes(), ...other.journal.writes()]).toEqual([]);
  // No message shows a key.
  expect(results.join("\n") + plugin.stderr()).not.toContain(simulator.apiKey);
  clients.forEach((client) => client.close());
});

test("the schema is served before Configure, and every step before Configure is refused", async () => {
  const client = new grpc.Client(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure());
  const random = seeded(1);
  const by = new Map(methods);
  expect(await send(client, by.get("getSchema")!, Buffer.alloc(0))).toBe("ok");
  const create = new rpc.CreateRequest().setUrn("urn:pulumi:dev::p::lumenone:index:Organization::it");
  create.setProperties(Struct.fromJavaScript({ name: "Acme" }));
  expect(await send(client, by.get("create")!, Buffer.from(create.serializeBinary()))).toMatch(/has not configured/);
  expect(await send(client, by.get("delete")!, Buffer.from(request(random, "delete")))).toMatch(
    /does not know the type/,
  );
  client.close();
});

test("Cancel twice ends all later steps, and the process stays", async () => {
  const client = new grpc.Client(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure());
  const by = new Map(methods);
  const { apiKey, url: baseUrl, accountId } = simulator;
  const settings = new rpc.ConfigureRequest().setArgs(Struct.fromJavaScript({ apiKey, baseUrl, accountId }));
  expect(await send(client, by.get("configure")!, Buffer.from(settings.serializeBinary()))).toBe("ok");
  for (const _ of [1, 2]) expect(await send(client, by.get("cancel")!, Buffer.alloc(0))).toBe("ok");
  const create = new rpc.CreateRequest().setUrn("urn:pulumi:dev::p::lumenone:index:Organization::it");
  create.setProperties(Struct.fromJavaScript({ name: "Acme", accountId }));
  expect(await send(client, by.get("create")!, Buffer.from(create.serializeBinary()))).toMatch(/cancelled/);
  expect(await send(client, by.get("getPluginInfo")!, Buffer.alloc(0))).toBe("ok");
  expect(simulator.journal.writes()).toEqual([]);
  client.close();
});

test("a create whose inputs are not known yet sends nothing", async () => {
  const client = new grpc.Client(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure());
  const by = new Map(methods);
  const { apiKey, url: baseUrl, accountId } = simulator;
  const settings = new rpc.ConfigureRequest().setArgs(Struct.fromJavaScript({ apiKey, baseUrl, accountId }));
  await send(client, by.get("configure")!, Buffer.from(settings.serializeBinary()));
  const create = new rpc.CreateRequest().setUrn("urn:pulumi:dev::p::lumenone:index:Workspace::it");
  create.setProperties(Struct.fromJavaScript({ name: "Support", organization: unknown, accountId }));
  const result = await send(client, by.get("create")!, Buffer.from(create.serializeBinary()));
  expect(result).toMatch(/organization is not known yet/);
  expect(simulator.journal.writes()).toEqual([]);
  client.close();
});
