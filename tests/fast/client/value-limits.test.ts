import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadContract } from "../../../provider/client/contract/overlay/load-contract";
import { releasedContract } from "../../../provider/client/contract/contract";
import { correctedLimits } from "../../../provider/client/contract/value-limits";
import { definitionOf } from "../../../provider/definitions/registry";
import { check } from "../../../provider/lifecycle/steps/check";
import { memoryContext } from "../../support/memory-context";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lumenone-limits-"))));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function corrected(...actions: object[]) {
  const file = join(folder, `${++files}.json`);
  writeFileSync(file, JSON.stringify({ overlay: "1.0.0", info: { title: "x", version: "1" }, actions }));
  return loadContract(file);
}

/** What check says of fields of a kind under a contract. */
async function problemsOf(kind: string, inputs: object, contract = releasedContract()): Promise<string[]> {
  const context = memoryContext({ correctedLimits: (id, field) => correctedLimits(contract, id, field) });
  const { problems } = await check(definitionOf(kind), context, {}, { name: "a", organization: "acme", ...inputs });
  return problems.map(({ message }) => message);
}

const settings = "$.components.schemas.WorkspaceSettings.properties";

test("a word that the overlay adds is accepted, and the error of another one has it", async () => {
  const contract = corrected({ target: `${settings}.chatMode`, update: { "x-known-values": ["agent"] } });
  expect(await problemsOf("Workspace", { chatMode: "agent" })).toEqual([
    expect.stringMatching(/^chatMode: is not one/),
  ]);
  expect(await problemsOf("Workspace", { chatMode: "agent" }, contract)).toEqual([]);
  expect(await problemsOf("Workspace", { chatMode: "agents" }, contract)).toEqual([
    'chatMode: is not one of the known words. Give one of "chat", "query", "automatic", "agent". (Workspace)',
  ]);
});

test("a word that the overlay removes is refused", async () => {
  const contract = corrected(
    { target: `${settings}.chatMode['x-known-values']`, remove: true },
    { target: `${settings}.chatMode`, update: { "x-known-values": ["chat"] } },
  );
  expect(await problemsOf("Workspace", { chatMode: "query" })).toEqual([]);
  expect(await problemsOf("Workspace", { chatMode: "query" }, contract)).toEqual([
    'chatMode: is not one of the known words. Give one of "chat". (Workspace)',
  ]);
});

test("limits of a number and of a text are those of the overlay", async () => {
  const contract = corrected(
    { target: `${settings}.similarityThreshold`, update: { maximum: 100 } },
    { target: `${settings}.topN`, update: { minimum: 3, maximum: 12 } },
    { target: "$.components.schemas.OrganizationCreate.properties.name", update: { maxLength: 3 } },
  );
  const inputs = { similarityThreshold: 60, topN: 2 };
  expect(await problemsOf("Workspace", inputs)).toEqual([expect.stringMatching(/^similarityThreshold: is too large/)]);
  expect(await problemsOf("Workspace", inputs, contract)).toEqual([
    "topN: is too small. Give a number of 3 to 12. (Workspace)",
  ]);
  expect(await problemsOf("Organization", { name: "Acme", organization: undefined }, contract)).toEqual([
    "name: has 4 characters. Give at most 3. (Organization)",
  ]);
});

test("a word outside of an extended list is accepted where LumenOne may extend it", async () => {
  const contract = corrected({
    target: "$.components.schemas.ToolCreate.properties.type",
    update: { "x-known-values": ["webhook"] },
  });
  expect(await problemsOf("OrganizationTool", { type: "new" }, contract)).toEqual([]);
});
