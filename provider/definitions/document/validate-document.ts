import { createHash } from "node:crypto";
import { assetIn } from "../../lifecycle/engine/asset";
import { type Declared } from "../../lifecycle/definition/definition";
import { unknown } from "../../lifecycle/engine/unknown";

const emptyHash = createHash("sha256").digest("hex");

/** What a document's fields say only together, or in the form in which the program gave them. */
export function validateDocument({ inputs, problems, given }: Declared): void {
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
