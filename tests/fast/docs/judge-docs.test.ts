import { stringify } from "yaml";
import { type Judgement } from "../../../provider/dist/cli/docs/judge-docs";
import { docsSite, layouts } from "../../support/published-docs/docs-site";
import { endpointPages, fernDocument, llmsFull } from "../../support/published-docs/fern-docs";
import { judge, judgeText } from "../../support/published-docs/judge";
import { type Json, plainApi } from "../../support/published-docs/plain-api";
import { plantDifferences } from "../../support/published-docs/plant-differences";

/** `doctor --docs` on docs of a mutated API. LUMENONE_DOCS_SEEDS=500 runs as many seeds. */
const seeds = Number(process.env["LUMENONE_DOCS_SEEDS"] ?? 22);

async function judgeSite(document: Json, layout: (typeof layouts)[number], base = ""): Promise<Judgement> {
  const site = await docsSite(document, layout, base);
  try {
    return await judge(site.url + base);
  } finally {
    await site.close();
  }
}

/** What differs, as `createOrganization path`. */
function found({ operations }: Judgement): string[] {
  return operations
    .flatMap(({ ours, facts }) =>
      facts.filter(({ verdict }) => verdict === "differs").map(({ fact }) => `${ours.operationId} ${fact}`),
    )
    .sort();
}

type Form = readonly [name: string, judged: (document: Json) => Promise<Judgement>];

const forms: readonly Form[] = [
  ["JSON", (document) => judgeText(JSON.stringify(document, undefined, 2))],
  ["YAML", (document) => judgeText(stringify(document, { aliasDuplicateObjects: false }))],
  ["all pages in one", (document) => judgeText(llmsFull(document))],
  ["one page after another", (document) => judgeText([...endpointPages(document).values()].join("\n"))],
  ...layouts.map((layout): Form => [`a site with ${layout}`, (document) => judgeSite(document, layout)]),
];

test.each(forms)(
  "docs of the contract itself, as %s: nothing differs, and every operation is found",
  async (_, judged) => {
    const judgement = await judged(fernDocument(plainApi()));
    expect(found(judgement)).toEqual([]);
    expect(judgement.operations.filter(({ isDocumented }) => !isDocumented)).toEqual([]);
    expect(judgement.onlyInDocs).toEqual([]);
  },
);

test(`docs of a mutated API, ${seeds} seeds over all forms: exactly the planted differences are named`, async () => {
  const wrong: unknown[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const { api, differences } = plantDifferences(seed);
    const [name, judged] = forms[seed % forms.length]!;
    const named = found(await judged(fernDocument(api)));
    const missing = differences.filter((each) => !named.includes(each));
    const more = named.filter((each) => !differences.includes(each));
    if (missing.length + more.length > 0) wrong.push({ seed, name, missing, more });
  }
  expect(wrong).toEqual([]);
}, 600_000);
