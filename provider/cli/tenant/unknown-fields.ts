import { type OperationId } from "../../client/contract/contract";
import { camelCase } from "../../client/contract/wire";
import { type Values } from "../../lifecycle/state/values";
import { entitySchema } from "../contract/response-schema";

/** Fields that {@link fromWire} adds by itself. */
const ours = ["slug", "hexSlug"];

/** Collects the fields of responses that the contract does not know, so that none is dropped without a word. */
export class UnknownFields {
  private readonly seen = new Map<string, number>();
  private readonly known = new Map<OperationId, Set<string>>();

  /** Looks at one object of a response. */
  look(kind: string, operationId: OperationId, remote: Values): void {
    const known = this.namesOf(operationId);
    for (const name of Object.keys(remote)) {
      if (known.has(name)) continue;
      const key = `${kind}.${name}`;
      this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
    }
  }

  /** One line for each field. */
  notes(): string[] {
    return [...this.seen].sort().map(([field, times]) => {
      const objects = times === 1 ? "one object" : `${times.toLocaleString("en")} objects`;
      return `${field}: LumenOne returns this field of ${objects}, and this release does not know it. It is not managed.`;
    });
  }

  private namesOf(operationId: OperationId): Set<string> {
    const names = this.known.get(operationId);
    if (names) return names;
    const properties = Object.keys(entitySchema(operationId)?.properties ?? {});
    // A list of documents is a tree: its folders have fields of their own.
    const found = new Set([...properties.map(camelCase), ...ours]);
    this.known.set(operationId, found);
    return found;
  }
}
