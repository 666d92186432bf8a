import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contractOf, foldOverlay } from "../../api/fold-overlay";
import { loadContract } from "../../provider/client/contract/overlay/load-contract";
import { operationIds } from "../../provider/client/contract/contract";
import { mutate } from "../support/contract-mutations/mutate";

const text = readFileSync(join(__dirname, "../../api/openapi.yaml"), "utf8");
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lumenone-fold-"))));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([3, 8, 15, 16, 23, 42])("the contract with the overlay of seed %s folded in is the corrected one", (seed) => {
  const file = join(folder, `${seed}.json`);
  writeFileSync(file, JSON.stringify(mutate(seed).overlay));
  const folded = contractOf(foldOverlay(text, file).text);
  const corrected = loadContract(file);
  for (const operationId of operationIds()) {
    expect(folded.operationOf(operationId)).toEqual(corrected.operationOf(operationId));
  }
});

test("folding keeps comments and provenance, and names the definitions that are touched", () => {
  const file = join(folder, "provenance.json");
  const target = "$.paths['/org/new'].post";
  const update = { "x-wire-path": "/organizations", "x-provenance": "documented" };
  writeFileSync(
    file,
    JSON.stringify({ overlay: "1.0.0", info: { title: "x", version: "1" }, actions: [{ target, update }] }),
  );
  const folded = foldOverlay(text, file);
  const comments = (each: string) => each.match(/^ *#.*$/gm);
  expect(comments(folded.text)).toEqual(comments(text));
  expect(folded.text).not.toContain("x-wire-path:");
  expect(contractOf(folded.text).document.paths["/organizations"]!["post"]).toMatchObject({
    operationId: "createOrganization",
    "x-provenance": "documented",
  });
  expect(folded.touched).toEqual(["createOrganization: Organization"]);
});
