import { HostError, type HostProcess, startHost } from "../support/host-process";

/** A provider that shows what it was given. */
const provider = `
const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
const grpc = require("@grpc/grpc-js");
let config;
exports.handler = () => ({
  configure: async (request) => void (config = request.config),
  check: async (olds, news) => ({
    inputs: { ...news, checked: true, old: olds.size ?? null },
    failures: news.size < 0 ? [{ property: "", reason: "size: must not be negative" }] : [],
  }),
  diff: async (id, olds, news) => ({
    changes: { equal: false, forced: true }[news.mode],
    replaces: olds.size === news.size ? [] : ["size"],
    deleteBeforeReplace: news.mode === "forced",
  }),
  create: async (inputs) => {
    if (inputs.mode === "half") {
      throw Object.assign(new Error("half done"), { id: "half-1", properties: { ...inputs }, reasons: ["no voice yet"] });
    }
    if (inputs.mode === "refuse") throw new Error("refused");
    const engine = new EngineClient(process.argv[2], grpc.credentials.createInsecure());
    const request = new LogRequest().setSeverity(LogSeverity.WARNING).setMessage("made without a name");
    await new Promise((resolve, reject) => engine.log(request, (error) => error ? reject(error) : resolve()));
    const settings = { own: config.get("size"), full: config.get("lumenone:apiKey"), shell: process.env.LUMENONE_API_KEY ?? null };
    return { id: "thing-1", outs: { ...inputs, nested: { list: [1, "two", null] }, settings, extra: process.env.EXTRA } };
  },
  read: async (id, props) => id === "gone" ? {} : { id, props: { ...props, seen: true }, inputs: { size: 9 } },
  update: async (id, olds, news) => ({ outs: { ...news, was: olds.size } }),
  delete: async (id) => { console.log("deleting " + id); if (id === "stuck") throw new Error("not empty"); },
});`;

let host: HostProcess;
beforeAll(async () => {
  process.env.LUMENONE_API_KEY = "of the developer's shell";
  host = await startHost({ config: { "lumenone:apiKey": "k-1", "test:size": "3" }, env: { EXTRA: "yes" } });
  delete process.env.LUMENONE_API_KEY;
});
afterAll(async () => await host.close());

test("check passes old and new inputs and returns failures", async () => {
  expect(await host.check(provider, { size: 1 }, { size: 2 })).toEqual({
    inputs: { size: 2, checked: true, old: 1 },
    failures: [],
  });
  expect((await host.check(provider, {}, { size: -1 })).failures).toEqual([
    { property: "", reason: "size: must not be negative" },
  ]);
});

test("diff reports no change, a change, or that the engine has to compare", async () => {
  const diff = async (mode: string) => await host.diff(provider, "x", { size: 1 }, { size: 1, mode });
  expect(await diff("equal")).toEqual({ changes: false, replaces: [], deleteBeforeReplace: false });
  expect(await diff("forced")).toEqual({ changes: true, replaces: [], deleteBeforeReplace: true });
  expect(await host.diff(provider, "x", { size: 1 }, { size: 2 })).toEqual({
    changes: undefined,
    replaces: ["size"],
    deleteBeforeReplace: false,
  });
});

test("create sees config and its own environment only, and its warnings are collected", async () => {
  const created = await host.create(provider, { size: 5 });
  expect(created).toEqual({
    id: "thing-1",
    outs: {
      size: 5,
      nested: { list: [1, "two", null] },
      settings: { own: "3", full: "k-1", shell: null },
      extra: "yes",
    },
  });
  expect(host.logs).toContainEqual({ severity: "warning", message: "made without a name", urn: "" });
});

test("a half-done create carries id, properties and reasons", async () => {
  const error = await host.create(provider, { mode: "half" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({
    message: "half done",
    initFailed: { id: "half-1", properties: { mode: "half", __provider: provider }, reasons: ["no voice yet"] },
  });
  const refused = await host.create(provider, { mode: "refuse" }).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ message: "refused" });
  expect((refused as HostError).initFailed).toBeUndefined();
});

test("read, update and delete", async () => {
  expect(await host.read(provider, "thing-1", { size: 5 })).toEqual({
    id: "thing-1",
    props: { size: 5, seen: true },
    inputs: { size: 9 },
  });
  expect(await host.read(provider, "gone", { size: 5 })).toMatchObject({ id: "" });
  expect(await host.update(provider, "thing-1", { size: 5 }, { size: 6 })).toEqual({ outs: { size: 6, was: 5 } });

  await expect(host.delete(provider, "stuck", {})).rejects.toThrow("not empty");
});

test("a process that has ended leaves what it printed, and fails its callers", async () => {
  const doomed = await startHost();
  await doomed.delete(provider, "thing-1", {});
  await expect(doomed.delete(provider, "stuck", {})).rejects.toThrow("not empty");
  await doomed.kill("SIGKILL");
  expect(doomed.stdout()).toBe("deleting thing-1\ndeleting stuck");
  expect(doomed.stderr()).toContain("not empty");
  await expect(doomed.create(provider, {})).rejects.toThrow();
});
