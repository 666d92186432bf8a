import { Subject } from "../../../provider/lifecycle/object/subject";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { check } from "../../../provider/lifecycle/steps/check";
import { defineResource } from "../../../provider/lifecycle/definition/definition";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { asset, output, reference, text } from "../../../provider/lifecycle/definition/fields";
import { outputsOf } from "../../../provider/lifecycle/state/outputs";
import { read } from "../../../provider/lifecycle/steps/read";
import { unknown } from "../../../provider/lifecycle/engine/unknown";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

const definition = defineResource({
  kind: "Paper",
  version: 1,
  fields: {
    organization: reference("Organization", { required: true }),
    source: asset({ required: true, replaces: true, hashAs: "contentHash" }),
    title: text({ replaces: true, fixed: true }),
    contentHash: output(),
  },
  id: { orgSlug: { field: "organization" }, docName: { response: "name" } },
  operations: { create: "uploadDocument", read: "getDocument" },
  names: "repeat",
});
const [one, two] = ["1".repeat(64), "2".repeat(64)] as const;
const file = { ...assetOfHash(one), path: "/somewhere/a.md" };
const context = memoryContext();

test("neither content nor path of a file gets into the outputs, its hash does", () => {
  const outputs = outputsOf(
    new Subject(definition, context, {}),
    { organization: "acme", source: { ...file, text: "secret" } },
    {},
  );
  expect(outputs).toEqual({ organization: "acme", contentHash: one, origin: "https://lumenone.example.com" });
});

test("another or unknown content replaces the document, another path changes nothing", () => {
  const olds = { organization: "acme", contentHash: one };
  const found = (source: unknown) => diff(definition, context, "acme/x", olds, { organization: "acme", source });
  expect(found({ ...file, path: "/elsewhere" })).toMatchObject({ changed: [], replaces: [] });
  expect(found({ ...file, ...assetOfHash(two) })).toMatchObject({ changed: ["source"], replaces: ["source"] });
  expect(found(unknown)).toMatchObject({ changed: ["source"], replaces: ["source"] });
});

test("a refresh returns the file's hash, and no drift of fields that LumenOne cannot change", async () => {
  const api = recordedApi({ getDocument: () => ({ name: "x", source: "of LumenOne", title: "Other" }) });
  const state = { organization: "acme", title: "Mine", contentHash: one, origin: api.origin };
  expect(await read(definition, memoryContext({ api }), "acme/x", state)).toMatchObject({
    // What LumenOne cannot change is not a drift, however it spells it.
    inputs: { organization: "acme", source: assetOfHash(one), title: "Mine" },
    outputs: { contentHash: one, title: "Mine" },
  });
});

test("`.get` shows the fields of LumenOne, without the file", async () => {
  const api = recordedApi({ getDocument: () => ({ name: "x", source: "of LumenOne", title: "Other" }) });
  const found = await read(definition, memoryContext({ api }), "acme/x", {});
  expect(found?.inputs).toEqual({ organization: "acme", title: "Other" });
});

test.each([
  ["a path that was not made an asset", "/a.md"],
  ["an archive", { path: "/a" }],
  ["nothing", null],
])("%s in place of a file is a problem", async (_, source) => {
  const { problems } = await check(definition, context, {}, { organization: "acme", source });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^source: (must be a file|is missing)/),
  ]);
});
