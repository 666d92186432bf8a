import { createSimulator, type Simulator } from "lumenone-simulator";
import { type OperationId, operationOf } from "../../../provider/client/contract";
import { definitionOf } from "../../../provider/dynamic/registry";
import { type Created } from "../../../provider/lifecycle/create";
import { type Values } from "../../../provider/lifecycle/values";
import { type HostSteps, hostSteps } from "../../support/faults/host-steps";
import { writeFaults } from "../../support/faults/write-faults";
import { changeableFields } from "../../support/scenarios/kind-fields";
import { collectionOf, remotesOf } from "../../support/scenarios/remote";
import { sampleValues } from "../../support/scenarios/sample-values";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";
import { type Parents, type Row, rows } from "../../support/scenarios/tenant-program";

/** Each write of each kind goes wrong once in each way, over real HTTP, with waits that take no time. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      workspaces: [{ organization: seededOrganization, name: "Support" }],
      tools: [{ organization: seededOrganization, name: "crm", type: "function" }],
    },
  });
});
afterAll(() => simulator.close());

/** Which attempt did it, by write and fault. */
const table = new Map<string, string[]>();
afterAll(() => {
  const columns = writeFaults.map(({ name }) => name);
  const lines = [...table].map(([write, cells]) => [write, ...cells].map((cell, index) => pad(cell, index)).join(" "));
  const head = ["", ...columns].map((name, index) => pad(name, index)).join(" ");
  process.stdout.write(`\n1: done at once, 2: by the next up\n${[head, ...lines].join("\n")}\n`);
});
const pad = (text: string, column: number) => text.padEnd(column === 0 ? 54 : 11);

/** The ids of what the rows are declared below. */
function parentIds(): Parents {
  const { tools } = simulator.snapshot();
  const ids = { organization: seededOrganization, workspace: "support", tool: String(tools[0]?.id) };
  return ids as unknown as Parents;
}

function inputsOf({ kind, minimal, converted }: Row): Values {
  return { ...("name" in definitionOf(kind).fields ? { name: "subject" } : {}), ...minimal(parentIds()), ...converted };
}

const count = (kind: string) => simulator.snapshot()[collectionOf(kind)].length;
/** Where nothing answers, a client that gives up soon; operations that may take long end with their step. */
function hostOf(silent = false, operationId?: OperationId): HostSteps {
  if (!silent || operationId === undefined) return hostSteps(simulator);
  if (operationOf(operationId).slow) {
    const host = hostSteps(simulator, {}, AbortSignal.timeout(1000));
    // What steps share would wait for 15 minutes.
    return Object.assign(host, { context: Object.assign(host.context, { sharedApi: host.context.api }) });
  }
  return hostSteps(simulator, { "lumenone:timeoutSeconds": "0.2" });
}

interface Life {
  readonly inputs: Values;
  readonly state?: Created;
}

/** What is there before the write that goes wrong, and the write itself. */
const writes: Record<"create" | "update" | "delete", (row: Row) => Promise<Life>> = {
  create: (row) => Promise.resolve({ inputs: inputsOf(row) }),
  async update(row) {
    const state = await hostOf().create(row.kind, inputsOf(row));
    const [name, field] = changeableFields(row.kind)[0]!;
    return { state, inputs: { ...inputsOf(row), [name]: sampleValues(row.kind, name, field)[0] } };
  },
  delete: async (row) => ({ inputs: inputsOf(row), state: await hostOf().create(row.kind, inputsOf(row)) }),
};

const cases = rows.flatMap((row) =>
  (Object.keys(writes) as (keyof typeof writes)[]).flatMap((write) => {
    const operationId = definitionOf(row.kind).operations[write];
    return operationId === undefined ? [] : [{ row, kind: row.kind, write, operationId }];
  }),
);

describe.each(cases)("$kind $write, $operationId", ({ row, kind, write, operationId }) => {
  test.each(writeFaults)("$name", async ({ fault, silent }) => {
    simulator.reset();
    const before = count(kind);
    const life = await writes[write](row);
    simulator.faults.add({ ...fault(), operationId });
    const attempts = await (write === "delete"
      ? destroyed(hostOf(silent, operationId), kind, life.state!)
      : upped(hostOf(silent, operationId), kind, life));
    expect(simulator.faults.pending).toEqual([]);
    expect(count(kind)).toBe(write === "delete" ? before : before + 1);
    const line = `${kind} ${write}, ${operationId}`;
    table.set(line, [...(table.get(line) ?? []), String(attempts)]);
  });
});

/** `up` until it succeeds. Then the server has it once, the state is the server's, and a preview is empty. */
async function upped(faulty: HostSteps, kind: string, { inputs, state }: Life): Promise<number> {
  const first = await faulty.tryUp(kind, state, inputs);
  if (first.error) expectTold(first.error);
  const made = first.error ? await hostOf().up(kind, first.state, inputs) : first.state!;
  expect(remotesOf(simulator, kind, made.id)).toHaveLength(1);
  const host = hostOf();
  expect((await host.read(kind, made))?.outputs).toEqual(made.outputs);
  expect(await host.diff(kind, made, inputs)).toMatchObject({ changed: [], replaces: [], incomplete: [] });
  return first.error ? 2 : 1;
}

async function destroyed(faulty: HostSteps, kind: string, state: Created): Promise<number> {
  try {
    await faulty.remove(kind, state);
    return 1;
  } catch (error) {
    expectTold(error as Error);
    await hostOf().remove(kind, state);
    return 2;
  }
}

/** One paragraph that says what failed and what to do. */
function expectTold({ message }: Error): void {
  expect(message).toMatch(/[a-z]+[A-Z]\w+(?: \((?:POST|PATCH|DELETE|GET) |\. )/);
  expect(message).not.toMatch(/\n|\[object|undefined|<html/);
}
