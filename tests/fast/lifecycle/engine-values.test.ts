import { assetAt, assetIn, assetOfHash, fileNameOf, signatureKey } from "../../../provider/lifecycle/engine/asset";
import { assertKnown, unknown } from "../../../provider/lifecycle/engine/unknown";

/** What the engine writes in plain JSON for files, and for what is not known yet. */
const hash = "0a1b";

test.each([
  ["its path", { ...assetAt("/tmp/a.md", hash) }, { hash, path: "/tmp/a.md" }],
  ["its text", { ...assetOfHash(hash), text: "# One" }, { hash, text: "# One" }],
  ["its address", { ...assetOfHash(hash), uri: "https://example.com/a.md" }, { hash, uri: "https://example.com/a.md" }],
  ["its hash alone", { ...assetOfHash(hash), path: 1, text: null, uri: {} }, { hash }],
])("a file is given with %s", (_, given, asset) => {
  expect(assetIn(given)).toEqual(asset);
});

test.each([
  ["a.md"],
  [null],
  [[assetOfHash(hash)]],
  [{ hash }],
  [{ [signatureKey]: "another", hash }],
  [{ ...assetOfHash(hash), hash: 7 }],
])("%j is not a file", (given) => {
  expect(assetIn(given)).toBeUndefined();
});

test.each([
  [{ path: "/tmp/one two.md" }, "one two.md"],
  [{ uri: "https://example.com/docs/one%20two.md?version=3" }, "one two.md"],
  [{ uri: "https://example.com/docs/%E0%A4%A.md" }, "%E0%A4%A.md"],
  [{ uri: "https://example.com/docs/" }, "document.txt"],
  [{ text: "# One" }, "document.txt"],
])("a file with %j is called %s", (where, name) => {
  expect(fileNameOf({ hash, ...where })).toBe(name);
});

test.each([[unknown], [["a", unknown]], [{ a: [{ b: unknown }] }]])("the unknown input %j is refused", (value) => {
  expect(() => assertKnown("Workspace", { name: "Support", topN: value })).toThrow(
    "Workspace: topN is not known yet, so nothing was sent.",
  );
});

test("inputs without an unknown value are accepted", () => {
  expect(() => assertKnown("Workspace", { name: "Support", topN: null, config: { a: [1] } })).not.toThrow();
});
