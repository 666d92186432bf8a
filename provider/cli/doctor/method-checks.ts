import { type OperationId, operationIds } from "../../client/contract/contract";
import { nowhere } from "./missing-paths";
import { type Samples } from "./samples";
import { type Verdict, verdictOf } from "./verdict";
import { type Wire } from "./wire";

/** Writes that leave something behind: a customer, work for a person, or a link. */
const neverTried: readonly OperationId[] = [
  "createAccount",
  "createNumberRequest",
  "mintWhatsAppConnectToken",
  "disconnectWhatsApp",
  "finalizeWhatsAppOnboarding",
];

/** Judges the writes of the contract without trying them: where the host reports allowed methods at all, it is asked for them. */
export async function methodChecks(wire: Wire, samples: Samples): Promise<Verdict[]> {
  const ask = (id: OperationId, path: string) =>
    wire.send(id, { parameters: samples.anyParameters(id), at: { method: "options", path } });
  const [known, unknown] = await Promise.all([
    ask("verifyApiKey", wire.operationOf("verifyApiKey").path),
    ask("verifyApiKey", nowhere),
  ]);
  const reportsMethods = known.allow.includes("get") && !unknown.allow.includes("get");

  const check = async (id: OperationId): Promise<Verdict> => {
    if (!reportsMethods || !wire.hasTime) {
      const why = neverTried.includes(id) ? "it cannot be taken back" : "it writes: see --write-test";
      return verdictOf(wire, id, "notChecked", [why]);
    }
    const { method, path } = wire.operationOf(id);
    const { allow, status } = await ask(id, path);
    if (allow.includes(method)) return verdictOf(wire, id, "confirmed", ["the host allows this method here"]);
    const others = allow.filter((word) => !["", "get", "head", "options"].includes(word));
    const [other] = others;
    if (other === undefined) return verdictOf(wire, id, "wrong", [`returned ${status} to OPTIONS`]);
    const details = [`allowed is ${others.join(", ").toUpperCase()}`];
    return verdictOf(wire, id, "wrong", details, {
      suggestion: { method: other, path },
      isFound: others.length === 1,
    });
  };

  const writes = operationIds().filter((id) => wire.operationOf(id).method !== "get");
  return Promise.all(writes.map(check));
}
