import { type Contract, type OperationId, releasedContract } from "../../../provider/dist/client/contract/contract";
import { correctedContract } from "../../../provider/dist/client/contract/overlay/corrected-contract";
import { type Judgement } from "../../../provider/dist/cli/docs/judge-docs";
import { type Action } from "../../../provider/dist/cli/docs/overlay/corrections";
import { fernDocument } from "../../support/published-docs/fern-docs";
import { plainApi } from "../../support/published-docs/plain-api";
import { judgeText } from "../../support/published-docs/judge";
import { mutate } from "../../support/contract-mutations/mutate";

/** The overlay that `doctor --docs` writes for a mutated API. LUMENONE_DOCS_SEEDS=500 runs as many seeds, from LUMENONE_MUTATION_SEED on. */
const seeds = Number(process.env["LUMENONE_DOCS_SEEDS"] ?? 5);
const firstSeed = Number(process.env["LUMENONE_MUTATION_SEED"] ?? 1);
const released = releasedContract();

const pathParameters = new Set(released.operationIds().flatMap((id) => released.operationOf(id).pathParameters));

/** The contract with an overlay, as whoever sets it gets it. */
function corrected(actions: readonly Action[]): Contract {
  const whole = actions.map(({ target, update, remove }) => ({ target, update, remove: remove ?? false }));
  return correctedContract(released, whole, { file: "lumenone.overlay.yaml", actions });
}

/** A message beside the object of a response: nothing reads it, and one of another name is another one. */
function isBeside(one: object): boolean {
  const { kind, side, operationId, path } = one as Partial<Record<string, string>>;
  if (kind !== "responseField" && side !== "response") return false;
  const { envelopeName } = released.operationOf(operationId as OperationId).wire;
  return envelopeName !== undefined && path!.split(".")[0]!.replace("[]", "") !== envelopeName;
}

/** What differs, but for what the docs leave open. */
const differing = ({ operations }: Judgement) =>
  operations.flatMap(({ ours, facts }) =>
    facts
      .filter(({ verdict, docs }) => verdict === "differs" && !String(docs).startsWith("unclear"))
      .map(({ fact }) => `${ours.operationId} ${fact}`),
  );

test(`docs of a mutated API, ${seeds} seeds: with the overlay that was written, nothing differs`, async () => {
  const wrong: unknown[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const { document, changes } = mutate(seed);
    const { actions } = await judgeText(JSON.stringify(document));
    const left = differing(await judgeText(JSON.stringify(document), { inForce: corrected(actions) }));
    if (left.length > 0) wrong.push({ seed, left, changes });
  }
  expect(wrong).toEqual([]);
}, 600_000);

test("docs of another API, with an overlay in force: the new overlay holds both, and nothing differs with it", async () => {
  const wrong: unknown[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds / 2; seed++) {
    const { actions: known } = await judgeText(JSON.stringify(mutate(seed).document));
    const { document, changes } = mutate(seed + 100_000);
    const { actions } = await judgeText(JSON.stringify(document), { inForce: corrected(known), actions: known });
    const left = differing(await judgeText(JSON.stringify(document), { inForce: corrected(actions) }));
    if (left.length > 0) wrong.push({ seed, left, before: mutate(seed).changes, changes });
  }
  expect(wrong).toEqual([]);
}, 600_000);

test("a change of a seed is named at its operation, and no other operation is", async () => {
  const wrong: unknown[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const { document, changes, renames } = mutate(seed);
    const { operations } = await judgeText(JSON.stringify(document));
    const named = operations.filter(({ facts }) => facts.some(({ verdict }) => verdict === "differs"));
    // The name of a placeholder is not a fact. The seeds rename in a list what a map keeps: the catalog has both.
    const facts = changes.filter((one) => one.kind !== "parameterName" || !pathParameters.has(one.name));
    const planted = [...facts, ...renames]
      .filter((one) => !isBeside(one))
      .flatMap((one) => ("operationId" in one ? [one.operationId] : []));
    const isClear = (operationId: string) => operationId !== "getVoiceCatalog";
    const found = named.map(({ ours }) => ours.operationId).filter(isClear);
    const meant = [...new Set<string>(planted)].filter(isClear);
    if (found.sort().join() !== meant.sort().join()) wrong.push({ seed, found, meant, changes });
  }
  expect(wrong).toEqual([]);
}, 600_000);

test("an envelope that is removed again: the action stands in the new overlay once", async () => {
  const remove = { target: "$.paths['/accounts'].get['x-envelope']", remove: true } as const;
  const actions: Action[] = [remove, { target: "$.paths['/accounts'].get", update: { "x-envelope": ["items"] } }];
  const api = plainApi();
  const list = { type: "array", items: { $ref: "#/components/schemas/Account" } };
  const get = api.paths["/accounts"]!["get"]!;
  get.responses["200"] = { description: "OK", content: { "application/json": { schema: list } } };
  const text = JSON.stringify(fernDocument(api));
  const judgement = await judgeText(text, { inForce: corrected(actions), actions });
  expect(differing(judgement)).toEqual(["listAccounts envelope"]);
  expect(judgement.actions.filter((action) => action.remove)).toEqual([remove]);
  expect(differing(await judgeText(text, { inForce: corrected(judgement.actions) }))).toEqual([]);
});

test("what the provider cannot follow is reported with the reason, and left out: the rest can be used", async () => {
  const api = plainApi();
  // A header that the client sets itself.
  api.components.parameters["AccountId"]!["name"] = "Connection";
  api.paths["/organizations"] = api.paths["/org/new"]!;
  delete api.paths["/org/new"];
  const judgement = await judgeText(JSON.stringify(fernDocument(api)));
  const facts = judgement.operations.flatMap((each) => each.facts.filter(({ verdict }) => verdict === "differs"));
  const [refused, followed] = [true, false].map((is) => facts.filter(({ problem }) => (problem !== undefined) === is));
  expect(new Set(refused!.map(({ fact }) => fact))).toEqual(new Set(["parameters.X-Account-Id: name"]));
  expect(refused![0]!.problem).toMatch(/^No overlay can express it: .*which the client sets itself\.$/);
  expect(followed!.map(({ fact }) => fact)).toEqual(["path"]);
  expect(
    differing(await judgeText(JSON.stringify(fernDocument(api)), { inForce: corrected(judgement.actions) })),
  ).toEqual(refused!.map(() => expect.stringMatching(/ parameters\.X-Account-Id: name$/) as string));
});
