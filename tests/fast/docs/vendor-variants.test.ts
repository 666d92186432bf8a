import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator } from "lumenone-simulator";
import { createClient } from "pulumi-lumenone/client";
import { type Judgement } from "../../../provider/dist/cli/docs/judge-docs";
import { loadContract } from "../../../provider/dist/client/contract/overlay/load-contract";
import { callEverything, everythingSeed } from "../../support/client/call-everything";
import { judgeText } from "../../support/published-docs/judge";
import { fernDocument } from "../../support/published-docs/fern-docs";
import { type PlainApi, plainApi } from "../../support/published-docs/plain-api";

/** Ways in which a vendor changes a whole API, and not one place of it. */
type Json = Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), "lumenone-variants-"));
afterAll(() => rmSync(folder, { recursive: true }));

const operations = ({ paths }: PlainApi) => Object.values(paths).flatMap((methods) => Object.values(methods));

/** Does this to every object in a value. */
function everywhere(node: unknown, change: (object: Json) => void): void {
  if (Array.isArray(node)) return node.forEach((each) => everywhere(each, change));
  if (typeof node !== "object" || node === null) return;
  change(node as Json);
  Object.values(node).forEach((each) => everywhere(each, change));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const snakeKeys = (object: object) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [snake(key), value as unknown]));

const variants: Record<string, (api: PlainApi) => void> = {
  "an envelope `data` around everything": (api) => {
    for (const { responses } of operations(api)) {
      for (const response of Object.values(responses) as { content?: Record<string, { schema: object }> }[]) {
        const json = response.content?.["application/json"];
        if (json) json.schema = { type: "object", properties: { data: json.schema } };
      }
    }
  },
  "PUT in place of PATCH": (api) => {
    for (const methods of Object.values(api.paths)) {
      if (methods["patch"]) methods["put"] = methods["patch"];
      delete methods["patch"];
    }
  },
  "202 in place of 200": (api) => {
    for (const operation of operations(api)) {
      const { 200: success, ...others } = operation.responses as Record<string, object>;
      operation.responses = { ...others, ...(success && { 202: success }) } as typeof operation.responses;
    }
  },
  "a version in front of every path": (api) => {
    api.paths = Object.fromEntries(Object.entries(api.paths).map(([path, methods]) => [`/v2${path}`, methods]));
  },
  "snake case in every field": (api) =>
    everywhere(api.components.schemas, (object) => {
      if (typeof object["properties"] !== "object") return;
      object["properties"] = snakeKeys(object["properties"] as object);
      if (Array.isArray(object["required"])) object["required"] = (object["required"] as string[]).map(snake);
    }),
};

const differing = ({ operations: all }: Judgement) =>
  all.flatMap(({ ours, facts }) =>
    facts.filter(({ verdict }) => verdict === "differs").map(({ fact }) => `${ours.operationId} ${fact}`),
  );

test.each(Object.entries(variants))(
  "%s: the overlay of the docs corrects all of it, and the client works with it",
  async (name, change) => {
    const api = plainApi();
    change(api);
    const text = JSON.stringify(fernDocument(api));
    const judgement = await judgeText(text);
    expect(differing(judgement)).not.toEqual([]);
    const contract = join(folder, `${Object.keys(variants).indexOf(name)}.json`);
    const overlay = { overlay: "1.0.0", info: { title: name, version: "1" }, actions: judgement.actions };
    writeFileSync(contract, JSON.stringify(overlay));
    const inForce = loadContract(contract);
    expect(differing(await judgeText(text, { inForce, actions: judgement.actions }))).toEqual([]);

    const results = [];
    for (const settings of [{}, { contract }]) {
      const simulator = await createSimulator({ seed: everythingSeed, ...settings });
      const { apiKey, url: baseUrl, accountId } = simulator;
      results.push(await callEverything(createClient({ apiKey, baseUrl, accountId, maxRetries: 0, ...settings })));
      await simulator.close();
    }
    expect(results[1]).toEqual(results[0]);
  },
);

test("nullable by anyOf, and another name of a path's parameter: no difference", async () => {
  const api = JSON.parse(JSON.stringify(plainApi()).replaceAll("{orgSlug}", "{organization}")) as PlainApi;
  (api.components.parameters["OrgSlug"] as Json)["name"] = "organization";
  everywhere(api.components.schemas, (object) => {
    if (object["nullable"] !== true || typeof object["type"] !== "string") return;
    const rest = { ...object };
    delete rest["nullable"];
    for (const key of Object.keys(object)) delete object[key];
    object["anyOf"] = [rest, { type: "null" }];
  });
  expect(differing(await judgeText(JSON.stringify(fernDocument(api))))).toEqual([]);
});

test("two parameters that both have other names: unclear, and never guessed", async () => {
  const api = plainApi();
  (api.components.parameters["Limit"] as Json)["name"] = "page_size";
  (api.components.parameters["Offset"] as Json)["name"] = "page";
  const { operations: found, actions } = await judgeText(JSON.stringify(fernDocument(api)));
  const facts = found.flatMap((each) => each.facts.filter(({ verdict }) => verdict === "differs"));
  expect(new Set(facts.map(({ docs }) => docs))).toEqual(new Set(["unclear: page_size or page"]));
  expect(JSON.stringify(actions)).not.toContain("page");
});

test("a number that becomes a text: reported, and no overlay changes it", async () => {
  const api = plainApi();
  (api.components.schemas["Number"]!["properties"] as Json)["id"] = { type: "string" };
  const { operations: found } = await judgeText(JSON.stringify(fernDocument(api)));
  const facts = found.flatMap((each) => each.facts.filter(({ verdict }) => verdict === "differs"));
  expect(facts.map(({ fact, problem }) => [fact, problem])).toEqual(
    [0, 1].map(() => [
      "response.numbers[].id: type",
      "No overlay can change a type: it needs another release of this package.",
    ]),
  );
});
