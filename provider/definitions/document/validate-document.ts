import { createHash } from "node:crypto";
import { assetIn } from "../../lifecycle/engine/asset";
import { type Context } from "../../lifecycle/process/context";
import { type Problems } from "../../lifecycle/definition/problems";
import { unknown } from "../../lifecycle/engine/unknown";
import { type Values } from "../../lifecycle/state/values";

const emptyHash = createHash("sha256").digest("hex");

/** What a document's fields say only together, or in the form in which the program gave them. */
export function validateDocument(
  _context: Context,
  _olds: Values,
  inputs: Values,
  problems: Problems,
  given: Values,
): void {
  const [organization, folder] = [inputs["organization"], given["folder"]];
  if (typeof folder === "string" && folder.includes("/") && organization !== unknown) {
    const [other = ""] = folder.split("/");
    if (other !== organization) {
      problems.add("folder", "is of another organization", "Give a folder of the document's organization.");
    }
  }
  if (assetIn(inputs["source"])?.hash === emptyHash) {
    problems.add("source", "is empty", "LumenOne has nothing to embed there.");
  }
}
