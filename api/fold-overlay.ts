import { query } from "json-p3";
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import { Contract, releasedContract } from "../provider/client/contract/contract";
import { type ContractDocument } from "../provider/client/contract/contract-document";
import { affectedBy } from "../provider/client/contract/overlay/affected-by";
import { loadContract } from "../provider/client/contract/overlay/load-contract";
import { definitionOf, kinds } from "../provider/definitions/registry";

type Path = readonly (string | number)[];

/** What folding an overlay comes to. */
export interface Folded {
  /** The contract with the corrections in it; comments stay. */
  readonly text: string;
  /** A line for each operation that is affected, with the kinds whose definitions use it. */
  readonly touched: readonly string[];
}

/**
 * Puts the corrections of an overlay into the text of `api/openapi.yaml`.
 * @throws {OverlayError} the overlay cannot be used
 */
export function foldOverlay(text: string, file: string): Folded {
  const corrected = loadContract(file);
  const document = parseDocument(text);
  for (const { target, update, remove } of corrected.correction?.actions ?? []) {
    const nodes = [...query(target, document.toJS() as never)].map(({ location }) => location as Path);
    // From behind: what is removed from a list moves the rest of it.
    for (const path of nodes.reverse()) {
      if (remove) document.deleteIn(path);
      else put(document, path, update);
    }
  }
  nameEnvelopes(document, corrected);
  moveOperations(document, corrected);
  const isAffected = affectedBy(corrected.document, releasedContract().document);
  const touched = releasedContract()
    .operationIds()
    .flatMap((operationId) => {
      const places = [corrected, releasedContract()].map((contract) => contract.placeOf(operationId)!);
      if (!isAffected(places[0]!, places[1]!)) return [];
      const users = kinds.filter((kind) => Object.values(definitionOf(kind).operations).includes(operationId));
      return [`${operationId}: ${users.join(", ") || "no definition"}`];
    });
  return { text: document.toString({ lineWidth: 120 }), touched };
}

function put(document: Document, path: Path, update: unknown): void {
  const node = document.getIn(path, true);
  if (isSeq(node)) return node.add(document.createNode(update));
  for (const [key, value] of Object.entries(update as Record<string, unknown>)) {
    const at = [...path, key];
    const known = document.getIn(at, true);
    if (isSeq(known) && Array.isArray(value)) for (const item of value) known.add(document.createNode(item));
    else if (isMap(known) && typeof value === "object" && value !== null) put(document, at, value);
    else document.setIn(at, document.createNode(value));
  }
}

/** The types keep the released key of an envelope: where the wire has another one, it is written down. */
function nameEnvelopes(document: Document, corrected: Contract): void {
  for (const operationId of corrected.operationIds()) {
    const { envelopeName, envelope } = corrected.operationOf(operationId).wire;
    if (envelopeName === undefined || envelope[0] === envelopeName) continue;
    document.setIn(["paths", ...corrected.placeOf(operationId)!, "x-envelope-name"], envelopeName);
  }
}

/** What an overlay says beside an operation is where the operation stands in the contract itself. */
function moveOperations(document: Document, corrected: Contract): void {
  const paths = document.get("paths") as YAMLMap<string, YAMLMap>;
  for (const operationId of corrected.operationIds()) {
    const [path, method] = corrected.placeOf(operationId)!;
    const operation = corrected.operationOf(operationId);
    const node = document.getIn(["paths", path, method]) as YAMLMap;
    node.delete("x-wire-path");
    node.delete("x-wire-method");
    if (operation.path === path && operation.method === method) continue;
    document.deleteIn(["paths", path, method]);
    if (paths.get(path)?.items.length === 0) paths.delete(path);
    document.setIn(["paths", operation.path, operation.method], node);
  }
}

/** The contract of a text, as the client reads it. */
export function contractOf(text: string): Contract {
  return new Contract(parseDocument(text).toJS() as ContractDocument);
}
