import { createSimulator, type Simulator } from "lumenone-simulator";
import { type OperationId, operationOf } from "../../../provider/client/contract/contract";
import { definitionOf } from "../../../provider/definitions/registry";
import { type PulumiRun, quickHost, type QuickHost, type Resource } from "../../support/faults/quick-host";
import { type WriteFault, writeFaults } from "../../support/faults/write-faults";
import { type Bag } from "../../support/host-process";
import { changeableFields } from "../../support/scenarios/kind-fields";
import { collectionOf, remotesOf } from "../../support/scenarios/remote";
import { sampleValues } from "../../support/scenarios/sample-values";
import { scenarioSeed, seededOrganization } from "../../support/scenarios/seed";
import { type Parents, type Row, rows } from "../../support/scenarios/tenant-program";

/**
 * Each write of each kind goes wrong once in each way, through Pulumi's host process, over real HTTP. What one kind goes
 * through comes one after the other; the kinds side by side, each with a LumenOne of its own.
 */
const seed = {
  ...scenarioSeed,
  workspaces: [{ organization: seededOrganization, name: "Support" }],
  tools: [{ organization: seededOrganization, name: "crm", type: "function" }],
};
const simulators = new Map<string, Simulator>();
let host: QuickHost;
afterAll(async () => {
  await host?.close();
  for (const simulator of simulators.values()) await simulator.close();
});

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
function parentIds(simulator: Simulator): Parents {
  const { tools } = simulator.snapshot();
  const ids = { organization: seededOrganization, workspace: "support", tool: String(tools[0]?.id) };
  return ids as unknown as Parents;
}

function inputsOf({ kind, minimal, converted }: Row, simulator: Simulator): Bag {
  return {
    ...("name" in definitionOf(kind).fields ? { name: "subject" } : {}),
    ...minimal(parentIds(simulator)),
    ...converted,
  };
}

/** What is there before the write that goes wrong, and what it is to lead to. */
interface Life {
  readonly inputs: Bag;
  readonly state?: Resource;
}

const writes: Record<"create" | "update" | "delete", (row: Row, simulator: Simulator) => Promise<Life>> = {
  create: (row, simulator) => Promise.resolve({ inputs: inputsOf(row, simulator) }),
  async update(row, simulator) {
    const { inputs, state } = await writes.delete(row, simulator);
    const [name, field] = changeableFields(row.kind)[0]!;
    return { state: state!, inputs: { ...inputs, [name]: sampleValues(row.kind, name, field)[0] } };
  },
  async delete(row, simulator) {
    const inputs = inputsOf(row, simulator);
    return { inputs, state: await host.run(row.kind, simulator).up(undefined, inputs) };
  },
};

interface Case {
  readonly row: Row;
  readonly write: keyof typeof writes;
  readonly operationId: OperationId;
  readonly fault: WriteFault;
}

const cases = rows.flatMap((row) =>
  (Object.keys(writes) as (keyof typeof writes)[]).flatMap((write) => {
    const operationId = definitionOf(row.kind).operations[write];
    return operationId === undefined ? [] : writeFaults.map((fault): Case => ({ row, write, operationId, fault }));
  }),
);

/** How each case ends: with the attempt that did it. */
const outcomes = new Map<Case, Promise<number>>();

beforeAll(async () => {
  host = await quickHost();
  for (const { kind } of rows) simulators.set(kind, await createSimulator({ seed }));
  const last = new Map<Row, Promise<unknown>>();
  for (const one of cases) {
    const outcome = (last.get(one.row) ?? Promise.resolve()).then(() => endOf(one));
    outcomes.set(one, outcome);
    last.set(
      one.row,
      outcome.catch(() => undefined),
    );
  }
});

test.each(cases.map((one) => [`${one.row.kind} ${one.write}, ${one.operationId}`, one.fault.name, one] as const))(
  "%s: %s",
  async (line, _fault, one) => {
    const attempts = await outcomes.get(one);
    expect([1, 2]).toContain(attempts);
    table.set(line, [...(table.get(line) ?? []), String(attempts)]);
  },
);

/** Lives through one case. @returns which attempt did it */
async function endOf({ row, write, operationId, fault: { fault, silent } }: Case): Promise<number> {
  const { kind } = row;
  const simulator = simulators.get(kind)!;
  const count = () => simulator.snapshot()[collectionOf(kind)].length;
  simulator.reset();
  const before = count();
  const life = await writes[write](row, simulator);
  simulator.faults.add({ ...fault(host.now()), operationId });
  // Slow operations have 15 times the time of others.
  const patience = !silent ? "90" : operationOf(operationId).slow ? "8" : "10";
  const faulty = host.run(kind, simulator, { "lumenone:timeoutSeconds": patience });
  const later = host.run(kind, simulator, { "lumenone:timeoutSeconds": "90" });
  const attempts = write === "delete" ? await destroyed(faulty, later, life) : await upped(faulty, later, kind, life);
  expect(simulator.faults.pending).toEqual([]);
  expect(count()).toBe(write === "delete" ? before : before + 1);
  return attempts;
}

/** `up` until it succeeds. Then the server has it once, the state is the server's, and a preview is empty. */
async function upped(faulty: PulumiRun, later: PulumiRun, kind: string, { inputs, state }: Life): Promise<number> {
  const first = await faulty.tryUp(state, inputs);
  if (first.error) expectExplained(first.error);
  const made = first.error ? await later.up(first.state, inputs) : first.state!;
  expect(remotesOf(simulators.get(kind)!, kind, made.id)).toHaveLength(1);
  expect(await later.read(made)).toEqual(made.outputs);
  expect(await later.isSettled(made, inputs)).toBe(true);
  return first.error ? 2 : 1;
}

async function destroyed(faulty: PulumiRun, later: PulumiRun, { state }: Life): Promise<number> {
  try {
    await faulty.remove(state!);
    return 1;
  } catch (error) {
    expectExplained(error as Error);
    await later.remove(state!);
    return 2;
  }
}

/** One paragraph that says what failed and what to do. */
function expectExplained({ message }: Error): void {
  expect(message).toMatch(/[a-z]+[A-Z]\w+(?: \((?:POST|PATCH|DELETE|GET) |\. )/);
  expect(message).not.toMatch(/\n|\[object|undefined|<html/);
}
