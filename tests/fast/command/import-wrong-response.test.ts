import { createSimulator, demoSeed, type Seed, type Simulator } from "lumenone-simulator";
import { importFile } from "../../../provider/cli/write/import-file";
import { planProgram } from "../../../provider/cli/write/plan-program";
import { cliContext } from "../../../provider/cli/tenant/cli-context";
import { readTenant } from "../../../provider/cli/tenant/read-tenant";
import { settingsFrom } from "../../../provider/client/settings";
import { Gateway } from "../../support/gateway/gateway";
import { wrongResponses } from "../../support/gateway/wrong-responses";
import { seeded } from "../../support/seeded";

const seed: Seed = {
  ...demoSeed,
  documents: [
    { organization: "acme", folder: "handbook", id: "d1", name: "hours.json", title: "hours.txt", pageContent: "9-5" },
    { organization: "acme", id: "d2", name: "prices.json", title: "prices.pdf", pageContent: "All is free." },
  ],
  embeddings: [{ workspace: "support", document: "acme/handbook/hours.json" }],
  numberRequests: [{ organization: "acme", country: "AT", numberType: "mobile" }],
};
let simulator: Simulator;
let gateway: Gateway;
beforeAll(async () => {
  simulator = await createSimulator({ seed });
  gateway = await Gateway.open(simulator.url);
});
afterAll(async () => {
  await gateway.close();
  await simulator.close();
});

/** What an import writes and says. Its requests come one after the other, and each of them once. */
async function imported() {
  const { apiKey, accountId } = simulator;
  const values = { apiKey, accountId, baseUrl: gateway.url, maxConcurrency: "1", maxRetries: "0" };
  const settings = settingsFrom((key) => values[key.replace("lumenone:", "") as keyof typeof values]);
  const context = cliContext(settings, () => undefined);
  const tenant = await readTenant(context, { organizations: [], all: true, accounts: true });
  const plan = await planProgram(tenant, context, { configured: new Map() });
  return { state: importFile(plan), notes: plan.notes };
}

/** What could be taken for a response of LumenOne's, or for the absence of something. All else is an error of the client's. */
const deceptive = wrongResponses.filter(
  ({ name, plausible }) =>
    plausible !== true && /^(?:20\d|404|410|an? (?!huge)|another object|another charset|duplicated|invalid)/.test(name),
);
/** The tools of a workspace come without the workspace: nothing distinguishes them from those of another one. */
const undetectable = /^GET listWorkspaceTools .* another object of the same kind$/;

test("an import with one wrong response fails, or says what is missing, or writes what it writes without", async () => {
  const whole = await imported();
  const requests = gateway.log.length;
  const silent: string[] = [];
  for (const wrong of deceptive) {
    for (let skip = 0; skip < requests; skip++) {
      gateway.forget();
      gateway.broken({ wrong, hits: "everything", skip, times: 1, carriedOut: true }, seeded(skip));
      const found = await imported().catch(() => undefined);
      const isSaid = found?.notes.some((note) => !whole.notes.includes(note)) === true;
      const request = gateway.log[skip] ?? "";
      if (found && found.state !== whole.state && !isSaid && !undetectable.test(request)) silent.push(request);
    }
  }
  expect(silent).toEqual([]);
  expect([requests, deceptive.length]).toEqual([13, 24]);
}, 120_000);
