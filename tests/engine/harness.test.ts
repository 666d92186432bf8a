import * as pulumi from "@pulumi/pulumi";
import * as fs from "node:fs";
import * as path from "node:path";
import { isRunning } from "../support/process-tree";
import { type PulumiProcess } from "../support/pulumi-process";
import { testStack, type TestStack, UnexpectedEnd } from "../support/stack";
import { until } from "../support/until";

/** A dynamic resource whose provider keeps its objects in a folder: one JSON file each. */
class Note extends pulumi.CustomResource {
  declare readonly length: pulumi.Output<number>;

  constructor(
    name: string,
    args: { text: pulumi.Input<string>; colour?: string },
    opts?: pulumi.CustomResourceOptions,
  ) {
    const provider = `exports.handler = () => require("./note-provider")`;
    super("pulumi-nodejs:dynamic/test:Note", name, { ...args, length: undefined, __provider: provider }, opts);
  }
}

const provider = `
const fs = require("fs");
let config;
const file = (id) => "notes/" + id + ".json";
const outs = (inputs) => ({ ...inputs, length: inputs.text.length, author: config.get("notes:author") });
module.exports = {
  configure: async (request) => void (config = request.config),
  check: async (olds, news) => ({
    inputs: news,
    failures: news.text === "" ? [{ property: "", reason: "text: must not be empty" }] : [],
  }),
  diff: async (id, olds, news) => ({
    changes: olds.text === news.text && olds.colour === news.colour ? false : undefined,
    replaces: olds.colour === news.colour ? [] : ["colour"],
  }),
  create: async (inputs) => {
    if (inputs.text === "hang") {
      fs.writeFileSync("hanging", String(process.pid));
      await new Promise(() => setInterval(() => {}, 1000));
    }
    if (inputs.text === "refuse") throw new Error("the server refuses this note");
    fs.mkdirSync("notes", { recursive: true });
    const id = "note-" + fs.readdirSync("notes").length + "-" + process.pid;
    fs.writeFileSync(file(id), JSON.stringify(inputs));
    return { id, outs: outs(inputs) };
  },
  read: async (id, props) => {
    if (!fs.existsSync(file(id))) return {};
    const { text } = JSON.parse(fs.readFileSync(file(id), "utf8"));
    return { id, props: { ...props, text }, inputs: { text } };
  },
  update: async (id, olds, news) => {
    fs.writeFileSync(file(id), JSON.stringify(news));
    return { outs: outs(news) };
  },
  delete: async (id) => fs.rmSync(file(id)),
};`;

async function noteStack(name = "dev"): Promise<TestStack> {
  const stack = await testStack({
    name,
    config: { "notes:author": "ada", "notes:token": { value: "s3cret-token", secret: true } },
  });
  fs.writeFileSync(path.join(stack.folder, "note-provider.js"), provider);
  return stack;
}
const notes = (stack: TestStack): string[] => fs.readdirSync(path.join(stack.folder, "notes"));
const program = (text: string, colour?: string) => () => {
  const note = new Note("a", { text, ...(colour === undefined ? {} : { colour }) });
  return { length: note.length, token: new pulumi.Config("notes").requireSecret("token") };
};

test("a life of a resource: created, unchanged, updated, drifted, gone, replaced, destroyed", async () => {
  const stack = await noteStack();

  const created = await stack.up(program("hello"));
  expect(created.changed).toMatchObject([
    {
      op: "create",
      type: "pulumi-nodejs:dynamic/test:Note",
      name: "a",
      outcome: "done",
      new: { inputs: { text: "hello" } },
    },
  ]);
  expect(created.changes).toEqual({ create: 2 });
  expect(created.outputs).toMatchObject({ length: 5 });
  expect(created.diagnostics).toEqual([]);
  expect(notes(stack)).toHaveLength(1);

  const unchanged = await stack.up(program("hello"));
  expect(unchanged.changed).toEqual([]);
  expect(unchanged.steps).toMatchObject([{ op: "same", name: "a" }]);

  const preview = await stack.preview(program("hello there"));
  expect(preview.changed).toMatchObject([{ op: "update", diffs: ["text"], detailedDiff: { text: "update" } }]);
  expect(fs.readFileSync(path.join(stack.folder, "notes", notes(stack)[0] ?? ""), "utf8")).toContain('"hello"');

  const updated = await stack.up(program("hello there"));
  expect(updated.outputs).toMatchObject({ length: 11 });

  fs.writeFileSync(path.join(stack.folder, "notes", notes(stack)[0] ?? ""), JSON.stringify({ text: "drifted" }));
  const drift = await stack.refresh();
  expect(drift.changed).toMatchObject([{ op: "update", name: "a", diffs: ["text"] }]);

  fs.rmSync(path.join(stack.folder, "notes", notes(stack)[0] ?? ""));
  expect((await stack.refresh()).changed).toMatchObject([{ op: "delete", name: "a" }]);

  await stack.up(program("again", "red"));
  const replaced = await stack.up(program("again", "blue"));
  expect(replaced.changed.map(({ op }) => op)).toEqual(["create-replacement", "replace", "delete-replaced"]);
  expect(replaced.changed[0]?.keys).toEqual(["colour"]);

  const urn = replaced.changed[0]?.urn ?? "";
  const forced = await stack.up(program("again", "blue"), { replace: [urn] });
  expect(forced.changed.map(({ op }) => op)).toEqual(["create-replacement", "replace", "delete-replaced"]);

  expect((await stack.export()).resources?.map((resource) => resource.urn)).toContain(urn);
  const destroyed = await stack.destroy();
  expect(destroyed.changed).toMatchObject([{ op: "delete", name: "a" }]);
  expect((await stack.export()).resources ?? []).toEqual([]);
});

test("secrets are in state encrypted, and in results on request only", async () => {
  const stack = await noteStack();
  const secretProgram = (): Record<string, unknown> => {
    const token = new pulumi.Config("notes").requireSecret("token");
    new Note("a", { text: token });
    return { token };
  };
  const up = await stack.up(secretProgram);
  expect(up.changed).toMatchObject([{ op: "create", outcome: "done" }]);
  expect(JSON.stringify(up)).not.toContain("s3cret-token");
  expect(stack.stateFile().bytes.toString()).not.toContain("s3cret-token");

  expect((await stack.up(secretProgram, { showSecrets: true })).stdout).toContain("s3cret-token");
  expect(await stack.outputs()).toEqual({ token: "s3cret-token" });
  expect(JSON.stringify(await stack.export({ showSecrets: true }))).toContain("s3cret-token");
  expect((await stack.command(["config", "get", "notes:token"])).stdout.trim()).toBe("s3cret-token");
});

test("a failure is thrown with what the user would read, or returned when it is expected", async () => {
  const stack = await noteStack();
  await expect(stack.up(program("refuse"))).rejects.toThrow(/the server refuses this note/);

  const failed = await stack.up(program("refuse"), { expectFailure: true });
  expect(failed).toMatchObject({ ok: false, changed: [{ op: "create", outcome: "failed" }] });
  expect(failed.errors).toContainEqual(expect.stringContaining("the server refuses this note"));

  const rejected = await stack.preview(program(""), { expectFailure: true });
  expect(rejected.errors).toContainEqual(expect.stringContaining("text: must not be empty"));

  await expect(stack.up(program("fine"), { expectFailure: true })).rejects.toThrow(UnexpectedEnd);
});

test("errors of a program reach its own diagnostics, in an apply too, with others running beside it", async () => {
  const [throws, applies, fine] = await Promise.all([noteStack("one"), noteStack("two"), noteStack("three")]);
  const results = await Promise.all([
    throws.up(
      () => {
        throw new pulumi.RunError("no such thing");
      },
      { expectFailure: true },
    ),
    applies.up(
      () => {
        new Note("a", { text: "x" }).length.apply((length) => {
          throw new Error(`thrown in an apply: ${length}`);
        });
      },
      { expectFailure: true },
    ),
    fine.up(program("hello")),
  ]);
  expect(results[0].errors).toEqual(["no such thing"]);
  expect(results[1].errors).toHaveLength(1);
  expect(results[1].errors[0]).toContain("thrown in an apply: 1");
  expect(results[1].thrown).toHaveLength(1);
  expect(results[2]).toMatchObject({ ok: true, diagnostics: [], thrown: [] });
});

test("an import file brings an object under management", async () => {
  const stack = await noteStack();
  fs.mkdirSync(path.join(stack.folder, "notes"));
  fs.writeFileSync(path.join(stack.folder, "notes", "old.json"), JSON.stringify({ text: "old" }));
  const __provider = `exports.handler = () => require("./note-provider")`;
  const imported = await stack.importFile([
    {
      type: "pulumi-nodejs:dynamic/test:Note",
      name: "a",
      id: "old",
      inputs: { text: "old", __provider },
      outputs: { text: "old", length: 3, __provider },
    },
  ]);
  expect(imported.changed).toMatchObject([{ op: "import", name: "a" }]);
  expect((await stack.preview(program("old"))).changed).toEqual([]);
});

test("a CLI that is killed in a create leaves the pending operation in state, and its host until that is ended", async () => {
  const stack = await noteStack();
  let cli: PulumiProcess | undefined;
  const killed = stack.up(program("hang"), { expectFailure: true, onStart: (pulumi) => (cli = pulumi) });
  const file = path.join(stack.folder, "hanging");
  await until(() => fs.existsSync(file) && fs.statSync(file).size > 0);
  const host = Number(fs.readFileSync(file, "utf8"));

  cli?.signal("SIGKILL");
  expect(await killed).toMatchObject({
    signal: "SIGKILL",
    changed: [{ op: "create", name: "a", outcome: "unfinished" }],
  });
  expect((await stack.export()).pending_operations).toMatchObject([{ type: "creating" }]);
  expect(isRunning(host)).toBe(true);
  cli?.kill();
  await until(() => !isRunning(host));
});
