import * as pulumi from "@pulumi/pulumi";
import { serializeProperties } from "@pulumi/pulumi/runtime/rpc";
import * as fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { plainArgs } from "../../../provider/dynamic/program/plain-args";
import { definitionOf } from "../../../provider/definitions/registry";
import { check } from "../../../provider/lifecycle/steps/check";
import { unknown } from "../../../provider/lifecycle/engine/unknown";
import { memoryContext } from "../../support/memory-context";
import { withProgramErrors } from "../../support/stack/program-errors";

const tool = definitionOf("OrganizationTool");
const secret = "hunter2-hunter2";

/** What the host process is handed for these args: through Pulumi's own serialiser, and gRPC's values. */
async function arrived(args: Record<string, unknown>): Promise<Record<string, unknown>> {
  const serialised = await asProgram(() => serializeProperties("args", plainArgs(tool, "crm", args)));
  const bytes = Struct.fromJavaScript(serialised as Parameters<typeof Struct.fromJavaScript>[0]).serializeBinary();
  return Struct.deserializeBinary(bytes).toJavaScript();
}

/** An output that fails is rejected for all that wait for it; nobody but the first is of interest. */
const asProgram = <T>(run: () => Promise<T>): Promise<T> =>
  withProgramErrors(
    () => undefined,
    async () => {
      try {
        return await run();
      } finally {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  );

class Point {
  constructor(readonly x = secret) {}
}
const circle: Record<string, unknown> = { a: [secret] };
circle["a"] = [circle];
const sparse: unknown[] = [1];
sparse[2] = 3;
const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });

/** More than any call stack has room for. */
const endlessly = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ in: inner }), 1);

/** Values that would arrive as something else, and what has to be said of them. */
const refused: [what: string, value: unknown, path: string, reason: RegExp][] = [
  ["NaN", { retry: { delay: NaN } }, "config.retry.delay", /not a finite number/],
  ["Infinity", [Infinity], "config[0]", /not a finite number/],
  ["-Infinity", { "a b": -Infinity }, 'config["a b"]', /not a finite number/],
  ["a function", { run: () => secret }, "config.run", /is a function/],
  ["a symbol", { key: Symbol(secret) }, "config.key", /is a symbol/],
  ["a symbol as a key", { [Symbol(secret)]: 1 }, "config", /a symbol as a key/],
  ["a bigint", { big: 1n }, "config.big", /is a bigint/],
  ["a Date", { at: new Date() }, "config.at", /of the class Date/],
  ["a Map", { all: new Map([[secret, 1]]) }, "config.all", /of the class Map/],
  ["a Set", new Set([secret]), "config", /of the class Set/],
  ["a Buffer", { key: Buffer.from(secret) }, "config.key", /of the class Buffer/],
  ["a RegExp", { key: /x/ }, "config.key", /of the class RegExp/],
  ["an Error", { key: new Error(secret) }, "config.key", /of the class Error/],
  ["an instance", { at: [new Point()] }, "config.at[0]", /of the class Point/],
  ["a boxed text", { at: new String(secret) }, "config.at", /of the class String/],
  ["a thenable", { at: { then: () => secret } }, "config.at.then", /is a function/],
  ["a cycle", circle, "config.a[0]", /contains itself/],
  ["undefined in a list", [undefined], "config[0]", /is undefined/],
  ["a hole in a list", { list: sparse }, "config.list[1]", /is undefined/],
  ["__proto__", JSON.parse('{"__proto__": {"admin": true}}'), "config.__proto__", /JavaScript keeps/],
  [
    "Pulumi's key",
    { "4dabf18193072939515e22adb298388d": secret },
    'config["4dabf18193072939515e22adb298388d"]',
    /Pulumi keeps/,
  ],
  ["Pulumi's word for unknown", { a: unknown }, "config.a", /Pulumi keeps/],
  ["half a character", { a: "\ud83d" }, "config.a", /half of a character/],
  ["half a character in a key", { "\ud83d": 1 }, 'config["\\ud83d"]', /half of a character/],
  ["NUL", { a: "a\0b" }, "config.a", /NUL/],
  ["an asset", { a: new pulumi.asset.StringAsset(secret) }, "config.a", /of the class StringAsset/],
  ["65 levels", deep(65), `config${".in".repeat(64)}`, /more than 64 levels deep/],
  ["100,000 levels", endlessly, `config${".in".repeat(64)}`, /more than 64 levels deep/],
  ["too many values", new Array(200_000).fill(0), "config[99998]", /more than 100000 values/],
  ["too long a text", ["x".repeat(4_000_001)], "config[0]", /more than 4000000 characters/],
];

describe.each(refused)("%s", (_what, value, path, reason) => {
  const place = path.replace(/[[\]."\\]/g, "\\$&");
  const said = new RegExp(`OrganizationTool "crm": ${place} [^]*${reason.source}`);

  test("is refused in the constructor, with its path and without its value", () => {
    let error: unknown;
    try {
      plainArgs(tool, "crm", { config: value });
    } catch (thrown) {
      error = thrown;
    }
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect((error as Error).message).toMatch(said);
    expect((error as Error).message).not.toContain(secret);
  });

  test.each([
    ["a promise", (inner: unknown) => Promise.resolve(inner)],
    ["an output", (inner: unknown) => pulumi.output(1).apply(() => inner)],
    ["a secret", (inner: unknown) => pulumi.secret(1).apply(() => inner)],
  ])("is refused where it is in %s", async (where, wrap) => {
    const given = arrived({ config: { later: [wrap(value)] } });
    const inside = new RegExp(said.source.replace("config", "config\\.later\\[0\\]"));
    // Pulumi itself looks for unknowns in what an output holds, all the way down.
    const endless = where !== "a promise" && value === endlessly;
    await expect(given).rejects.toThrow(endless ? /call stack/ : inside);
  });
});

test("everything that is wrong is reported at once, up to ten places", () => {
  const config = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, NaN]));
  expect(() => plainArgs(tool, "crm", { config })).toThrow(/^(?:[^\n]*config\.k\d [^\n]*\n?){10}$/);
});

test("a number of a field that is NaN does not become null", () => {
  expect(() => plainArgs(definitionOf("Workspace"), "w", { openAiTemp: NaN })).toThrow(
    'Workspace "w": openAiTemp is not a finite number.',
  );
});

test("undefined in an output is refused in a list", async () => {
  const nothing = pulumi.output(undefined);
  await expect(arrived({ config: [nothing] })).rejects.toThrow("config[0] is undefined");
  await expect(arrived({ config: [Promise.resolve()] })).rejects.toThrow("config[0] is undefined");
});

test("what is plain stays the same object, and references stay as they are", () => {
  const config = { url: "https://a", list: [1, null, { deep: true }], none: undefined };
  const organization = pulumi.output("acme");
  const plain = plainArgs(tool, "crm", { config, organization });
  expect(plain["config"]).toBe(config);
  expect(plain["organization"]).toBe(organization);
});

/** Anything that a program may write: plain or not, some of it in outputs, promises and secrets. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom<unknown>(null, undefined, -0, 2 ** 53, 1e308, 5e-324, "\ud800", "\0", "", unknown, NaN),
      fc.constantFrom<unknown>(Symbol("s"), 1n, () => 1, new Date(0), new Map(), new Point()),
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom("__proto__", "constructor", "toString", "4dabf18193072939515e22adb298388d"),
      ),
      tie("value"),
      { maxKeys: 3, noNullPrototype: false },
    ),
    tie("value").map((inner) => Promise.resolve(inner)),
    tie("value").map((inner) => pulumi.output(1).apply(() => inner)),
    tie("value").map((inner) => pulumi.secret(1).apply(() => inner)),
  ),
})).value;

/** The same value without what is around it, in JSON. */
async function inJson(value: unknown): Promise<unknown> {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) {
    return inJson(await (pulumi.Output.isInstance(value) ? promised(value) : value));
  }
  if (Array.isArray(value)) return Promise.all(value.map(async (item) => (await inJson(item)) ?? null));
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, inner]) => [key, await inJson(inner)] as const),
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

const promised = (output: pulumi.Output<unknown>) =>
  (output as unknown as { promise(withUnknowns: boolean): Promise<unknown> }).promise(true);

test("whatever a program gives is refused, or arrives as JSON would carry it and is refused by nobody later", async () => {
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), anything, { maxKeys: 3 }), async (config) => {
      const given = { organization: "acme", name: "crm", type: "function", config };
      let inputs: Record<string, unknown>;
      try {
        inputs = await arrived(given);
      } catch (error) {
        expect((error as Error).message).toMatch(/OrganizationTool "crm": config/);
        refusals++;
        return;
      }
      const checked = await check(tool, memoryContext(), {}, inputs);
      expect(checked.problems).toEqual([]);
      expect(checked.inputs["config"]).toEqual(await inJson(config));
    }),
    { numRuns: 500, includeErrorInReport: true },
  );
  expect(refusals).toBeGreaterThan(50);
  expect(refusals).toBeLessThan(450);
});
