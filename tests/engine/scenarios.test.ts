import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../provider/definitions/registry";
import { remoteValue } from "../../provider/lifecycle/definition/fields";
import { typeOf } from "../support/host";
import { lumenoneConfig } from "../support/lumenone-config";
import { changeableFields, localFields, replacingFields } from "../support/scenarios/kind-fields";
import { sampleValues } from "../support/scenarios/sample-values";
import { fullArgs, rows, subject, tenantProgram, writesOf } from "../support/scenarios/tenant-program";
import { type RunResult, testStack, type TestStack } from "../support/stack";
import { scenarioSeed, secondAccount } from "../support/scenarios/seed";
import { remoteOf, change, vanish } from "../support/scenarios/remote";

/**
 * One stack with one resource of every kind goes through its whole life. Each step is one `up` for all kinds at once, and
 * each kind's part of it is a test of its own.
 */
let simulator: Simulator;
let stack: TestStack;
let seed: ReturnType<Simulator["snapshot"]>;

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
  seed = simulator.snapshot();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});

afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

const stepOf = (result: RunResult, kind: string) =>
  result.steps.find(({ name, type }) => name === subject && type === typeOf(kind));

/** The fields that a step shows as different; the engine goes on inside of objects and lists. */
const fieldsOf = (result: RunResult, kind: string) => [
  ...new Set(stepOf(result, kind)?.diffs.map((path) => path.split(/[.[]/)[0])),
];

const idOf = async (kind: string): Promise<string> => {
  const { resources = [] } = await stack.export();
  const found = resources.find(({ urn }) => urn.endsWith(`${typeOf(kind)}::${subject}`));
  return found?.id ?? "";
};

/** Nothing left to do, and nobody asked. */
async function expectSettled(program = current): Promise<void> {
  simulator.journal.clear();
  const preview = await stack.preview(program);
  expect(preview.changed).toEqual([]);
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
}

let current = tenantProgram();

test("every kind has a row, and a row for each field that replaces", () => {
  expect(rows.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  for (const { kind, swaps } of rows) {
    const fields = replacingFields(kind)
      .map(([name]) => name)
      .filter((name) => name !== "accountId");
    expect([kind, Object.keys(swaps).sort()]).toEqual([kind, fields.sort()]);
  }
});

describe("created with the least", () => {
  let created: RunResult;
  beforeAll(async () => {
    created = await stack.up(current);
  });

  test.each(kinds)("%s is there once", async (kind) => {
    expect(stepOf(created, kind)).toMatchObject({ op: "create", outcome: "done" });
    expect(remoteOf(simulator, kind, await idOf(kind))).toBeDefined();
  });

  test("a second preview is empty and sends no request", async () => expectSettled());

  test("a refresh changes nothing", async () => {
    expect((await stack.refresh()).changed).toEqual([]);
  });
});

const longest = Math.max(...kinds.map((kind) => changeableFields(kind).length));

describe.each(Array.from({ length: longest }, (_, index) => index))(
  "changed in place, field %i of each kind",
  (index) => {
    const changing = kinds.flatMap((kind) => {
      const row = changeableFields(kind)[index];
      return row ? [{ kind, name: row[0], field: row[1], value: sampleValues(kind, row[0], row[1])[0] }] : [];
    });
    let result: RunResult;
    let writes: string[];

    beforeAll(async () => {
      const extra = Object.fromEntries(
        kinds.map((kind) => [kind, Object.fromEntries(Object.entries(fullArgs(kind, 0)).slice(0, index + 1))]),
      );
      current = tenantProgram(extra);
      simulator.journal.clear();
      result = await stack.up(current);
      writes = simulator.journal.writes().map(({ operationId = "" }) => operationId);
    });

    test.each(changing)("$kind.$name", async ({ kind, name, field, value }) => {
      expect(stepOf(result, kind)).toMatchObject({ op: "update", outcome: "done" });
      expect(fieldsOf(result, kind)).toEqual([name]);
      expect(writes.filter((operation) => writesOf(kind).includes(operation))).toEqual([
        definitionOf(kind).operations.update,
      ]);
      const remote = remoteOf(simulator, kind, await idOf(kind));
      expect(remoteValue(remote ?? {}, name, field)).toEqual(value);
    });

    test("no other resource changed", () => {
      expect(result.changed.map(({ urn }) => urn)).toHaveLength(changing.length);
    });
  },
);

describe("with every field set", () => {
  test("a preview is empty and sends no request", async () => expectSettled());

  test("a refresh changes nothing", async () => {
    expect((await stack.refresh()).changed).toEqual([]);
  });

  test("flags that stay with the provider are kept without a request", async () => {
    const extra = Object.fromEntries(
      kinds.map((kind) => [
        kind,
        { ...fullArgs(kind, 0), ...Object.fromEntries(localFields(kind).map(([name]) => [name, false])) },
      ]),
    );
    simulator.journal.clear();
    const result = await stack.up(tenantProgram(extra));
    for (const kind of kinds.filter((each) => localFields(each).length > 0)) {
      expect(stepOf(result, kind)).toMatchObject({ op: "update", outcome: "done" });
    }
    expect(simulator.journal.writes()).toEqual([]);
    await stack.up(current);
  });
});

describe.each(Array.from({ length: longest }, (_, index) => index))("drifted, field %i of each kind", (index) => {
  const drifting = kinds.flatMap((kind) => {
    const row = changeableFields(kind)[index];
    return row ? [{ kind, name: row[0], field: row[1], value: sampleValues(kind, row[0], row[1])[1] }] : [];
  });
  let refreshed: RunResult;
  let repaired: RunResult;

  beforeAll(async () => {
    for (const { kind, name, field, value } of drifting)
      change(simulator, kind, await idOf(kind), { [field.wire ?? name]: value });
    refreshed = await stack.refresh();
    repaired = await stack.up(current);
  });

  test.each(drifting)("$kind.$name is reported as exactly that, and put back", async ({ kind, name, field }) => {
    expect(stepOf(refreshed, kind)).toMatchObject({ op: "update", outcome: "done" });
    expect(fieldsOf(refreshed, kind)).toEqual([name]);
    expect(stepOf(repaired, kind)).toMatchObject({ op: "update", outcome: "done" });
    expect(fieldsOf(repaired, kind)).toEqual([name]);
    const remote = remoteOf(simulator, kind, await idOf(kind));
    expect(remoteValue(remote ?? {}, name, field)).toEqual(sampleValues(kind, name, field)[0]);
  });

  test("no other resource drifted", () => {
    expect(refreshed.changed).toHaveLength(drifting.length);
  });
});

describe("fields leave the program", () => {
  let result: RunResult;
  beforeAll(async () => {
    current = tenantProgram();
    result = await stack.up(current);
  });

  // A field that is filled in with the logical name, or that is required, does not leave the program.
  const optional = kinds.flatMap((kind) =>
    changeableFields(kind)
      .filter(([, { logicalName, required }]) => !logicalName && !required)
      .map(([name, field]) => ({ kind, name, field })),
  );

  test.each(optional)(
    "$kind.$name goes back to its default, or is left with a warning",
    async ({ kind, name, field }) => {
      const remote = remoteValue(remoteOf(simulator, kind, await idOf(kind)) ?? {}, name, field);
      if (field.default !== undefined) expect(remote).toEqual(field.default);
      else if (field.nullable) expect(remote).toBeNull();
      // The server's own default: chatMode is the only one.
      else if (field.resetByNull) expect([name, remote]).toEqual(["chatMode", "chat"]);
      else {
        expect(remote).toEqual(sampleValues(kind, name, field)[0]);
        expect(result.warnings.filter((warning) => warning.includes(name) && warning.startsWith(kind))).toHaveLength(1);
      }
    },
  );

  test("a preview is empty and sends no request", async () => expectSettled());
});

describe("a field that replaces", () => {
  const swaps = rows.flatMap(({ kind, swaps: fields }) =>
    Object.entries(fields).map(([name, value]) => ({ kind, name, value })),
  );
  const rounds = Math.max(...rows.map(({ swaps: fields }) => Object.keys(fields).length));

  test.each(Array.from({ length: rounds }, (_, index) => index))("replaces: field %i of each kind", async (round) => {
    const chosen = rows.flatMap(({ kind }) => swaps.filter((swap) => swap.kind === kind).slice(round, round + 1));
    const before: Record<string, string> = Object.fromEntries(
      await Promise.all(chosen.map(async ({ kind }) => [kind, await idOf(kind)] as const)),
    );
    const extra = Object.fromEntries(
      chosen.map(({ kind, name, value }) => [
        kind,
        (parents: Parameters<typeof value>[0]) => ({ [name]: value(parents) }),
      ]),
    );
    const swapped = tenantProgram(extra);
    const planned = await stack.preview(swapped);
    const result = await stack.up(swapped);
    for (const { kind, name } of chosen) {
      const operations = (run: RunResult) =>
        run.changed.filter(({ type, name: of }) => of === subject && type.endsWith(`:${kind}`)).map(({ op }) => op);
      expect([kind, operations(planned)]).toEqual([kind, expect.arrayContaining(["replace"])]);
      expect(stepOf(planned, kind)?.keys).toContain(name);
      expect([kind, operations(result)]).toEqual([
        kind,
        expect.arrayContaining(["create-replacement", "delete-replaced"]),
      ]);
      const now = await idOf(kind);
      expect(remoteOf(simulator, kind, now)).toBeDefined();
      // LumenOne cannot delete a voice assistant.
      if (definitionOf(kind).operations.delete) expect(remoteOf(simulator, kind, before[kind] ?? "")).toBeUndefined();
    }
    await expectSettled(swapped);
    await stack.up(current);
  });

  test("another account is another organization", async () => {
    const moved = tenantProgram({ Organization: { accountId: secondAccount } });
    expect(stepOf(await stack.preview(moved), "Organization")).toMatchObject({ keys: ["accountId"] });
    await stack.up(moved);
    expect(remoteOf(simulator, "Organization", await idOf("Organization"))).toMatchObject({ account: secondAccount });
    await stack.up(current);
  });
});

describe("up --replace", () => {
  test.each(kinds)("leaves one %s", async (kind) => {
    const { resources = [] } = await stack.export();
    const urn = resources.find((resource) => resource.urn.endsWith(`${typeOf(kind)}::${subject}`))?.urn ?? "";
    const unique = definitionOf(kind).names === "unique";
    const result = await stack.up(current, { replace: [urn], expectFailure: unique });
    // Names that LumenOne has once: the taken name is the refusal, with its remedy.
    if (unique) expect(result.errors.join("\n")).toMatch(/adopt: true/);
    expect(remoteOf(simulator, kind, await idOf(kind))).toBeDefined();
    await expectSettled();
  });

  test.each(kinds.filter((kind) => "adopt" in definitionOf(kind).fields))("leaves one %s that adopts", async (kind) => {
    const adopting = tenantProgram({ [kind]: { adopt: true } });
    await stack.up(adopting);
    const { resources = [] } = await stack.export();
    const urn = resources.find((resource) => resource.urn.endsWith(`${typeOf(kind)}::${subject}`))?.urn ?? "";
    const before = await idOf(kind);
    await stack.up(adopting, { replace: [urn] });
    expect(await idOf(kind)).toBe(before);
    expect(remoteOf(simulator, kind, before)).toBeDefined();
    await expectSettled(adopting);
    await stack.up(current);
  });
});

describe("vanished", () => {
  test.each(kinds)("%s is announced by name, and created again", async (kind) => {
    const id = await idOf(kind);
    vanish(simulator, kind, id);
    const refreshed = await stack.refresh();
    expect(stepOf(refreshed, kind)).toMatchObject({ op: "delete" });
    expect(refreshed.warnings.filter((warning) => warning.startsWith(kind) && warning.includes(id))).toHaveLength(1);
    expect(stepOf(await stack.up(current), kind)).toMatchObject({ op: "create", outcome: "done" });
    expect(remoteOf(simulator, kind, await idOf(kind))).toBeDefined();
    await expectSettled();
  });
});

describe("gone for good", () => {
  test("objects that were removed at LumenOne are deleted without an error", async () => {
    for (const kind of kinds.filter((each) => definitionOf(each).operations.delete))
      vanish(simulator, kind, await idOf(kind));
    const result = await stack.up(tenantProgram({}, kinds));
    expect(result.changed.every(({ op, outcome }) => op === "delete" && outcome === "done")).toBe(true);
  });

  test("destroy leaves the seed", async () => {
    await stack.up(current);
    await stack.destroy();
    // LumenOne can delete neither accounts nor number requests, and nothing brings back the highest ids.
    const rest = { accounts: [], numberRequests: [], lastIds: {} };
    expect({ ...simulator.snapshot(), ...rest }).toEqual({ ...seed, ...rest });
  });
});
