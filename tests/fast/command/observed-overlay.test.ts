import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, demoSeed } from "lumenone-simulator";
import { observeUntilClear } from "../../../provider/dist/cli/doctor/observed/observe-until-clear";
import { type Observed, observedActions } from "../../../provider/dist/cli/doctor/observed/observed-overlay";
import { ReadChecks } from "../../../provider/dist/cli/doctor/read-checks";
import { Wire } from "../../../provider/dist/cli/doctor/wire";
import { type Contract, releasedContract } from "../../../provider/dist/client/contract/contract";
import { settingsFrom } from "../../../provider/dist/client/settings";
import { type Change } from "../../support/contract-mutations/change";
import { mutate } from "../../support/contract-mutations/mutate";

/** The overlay that `doctor` makes of what a changed API responds. LUMENONE_OBSERVED_SEEDS=500 runs as many seeds. */
const seeds = Number(process.env["LUMENONE_OBSERVED_SEEDS"] ?? 36);
/** Changes that the reads of these seeds show clearly. */
const fewestCorrected = 60;

const folder = mkdtempSync(join(tmpdir(), "lumenone-observed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const released = releasedContract();

/** Asks a LumenOne that is changed in these ways, until nothing new is found, and once more with the corrected contract. */
async function observe(overlay: object): Promise<{ contract: Contract; first: Observed; again: Observed }> {
  const file = join(folder, "changed.json");
  writeFileSync(file, JSON.stringify(overlay));
  const simulator = await createSimulator({
    contract: file,
    seed: { ...demoSeed, numberRequests: [{ organization: "acme" }] },
  });
  const { apiKey, url: baseUrl, accountId } = simulator;
  const values: Record<string, string> = { apiKey, baseUrl, accountId };
  const settings = settingsFrom((key) => values[key.replace("lumenone:", "")], {});
  const ask = async (contract: Contract): Promise<Observed> => {
    const reads = new ReadChecks(new Wire({ ...settings, contract }, 55), () => undefined);
    return { verdicts: await reads.run(), bodies: reads.bodies, isName: reads.isName };
  };
  try {
    const first = await ask(released);
    const { contract } = await observeUntilClear(first, released, ask);
    return { contract, first, again: await ask(contract) };
  } finally {
    await simulator.close();
  }
}

/** What an overlay sets, by the contract's name of a field, or as an envelope. */
function corrections(contract: Contract): string[] {
  const inside = (update: object, name: string): string[] =>
    Object.entries(update).flatMap(([key, value]: [string, unknown]) => {
      if (key === "x-wire-name") return [`${name} is ${String(value)}`];
      if (key === "x-envelope") return (value as string[]).map((each) => `an envelope is ${each}`);
      return typeof value === "object" && value !== null ? inside(value, key) : [];
    });
  return (contract.correction?.actions ?? []).flatMap(({ target, update = {} }) =>
    inside(update, /(\w+)(?:'\])?$/.exec(target)?.[1] ?? ""),
  );
}

function planted(change: Change): string {
  if (change.kind === "envelope") return `an envelope is ${change.to}`;
  if (change.kind === "field") return `${change.name} is ${change.to}`;
  if (change.kind === "responseField") return `${change.path.split(".").at(-1)} is ${change.to}`;
  throw new Error(`${change.kind} is not planted here`);
}

const details = ({ verdicts }: Observed) =>
  verdicts.flatMap((verdict) => (/wrong|differs/.test(verdict.result) ? verdict.details : []));

test(`a changed API, ${seeds} seeds: the overlay holds planted changes only, and asking again finds nothing more`, async () => {
  let corrected = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const { changes, overlay } = mutate(seed, { kinds: ["envelope", "field", "responseField"], most: 4 });
    const { contract, first, again } = await observe(overlay);
    const found = new Set(corrections(contract));
    const all = changes.map(planted);
    expect([seed, [...found].filter((each) => !all.includes(each))]).toEqual([seed, []]);
    corrected += found.size;
    expect([seed, observedActions(contract, again)]).toEqual([seed, undefined]);
    const [before, after] = [details(first), details(again)];
    // Two that could be meant are left as they are; what is clear is not.
    const isClear = (text: string) => /envelope is not|renamed\?$/.test(text);
    const more = after.filter((text) => isClear(text) && !before.includes(text));
    expect([seed, more]).toEqual([seed, []]);
  }
  expect(corrected).toBeGreaterThanOrEqual((fewestCorrected * seeds) / 36);
}, 600_000);
