import { describeOperation, type Operation } from "./describe-operation";
import { type ContractDocument, type OperationId } from "./contract-document";

/** Another method and path for an operation. */
export interface OperationOverride {
  readonly method: string;
  readonly path: string;
}

export { type Operation } from "./describe-operation";
export { type OperationId } from "./contract-document";

/** Where a contract's corrections come from. */
export interface Correction {
  /** The overlay, as it was named. */
  readonly file: string;
  /** The actions of the overlay, as they are in it. */
  readonly actions: readonly {
    readonly target: string;
    readonly update?: Readonly<Record<string, unknown>>;
    readonly remove?: true;
  }[];
}

/** What a client assumes about LumenOne's API. Each client has its own: two in a process share no fact. */
export class Contract {
  private readonly places: ReadonlyMap<string, readonly [path: string, method: string]>;
  private readonly described = new Map<string, Operation>();
  private key: string | undefined;

  /** @param released none where this is the released contract */
  constructor(
    readonly document: ContractDocument,
    readonly correction?: Correction,
    private readonly released?: Contract,
  ) {
    const all = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [operationId, [path, method] as const] as const),
    );
    this.places = new Map(all);
  }

  /** The 45 operations of the contract. */
  operationIds(): OperationId[] {
    return [...(this.released ?? this).places.keys()] as OperationId[];
  }

  /** Whether the contract has an operation of this name. */
  isOperationId(name: string): name is OperationId {
    return this.places.has(name);
  }

  /** @throws for a name that is not an operation */
  operationOf(operationId: OperationId): Operation {
    const known = this.described.get(operationId);
    if (known) return known;
    const place = this.places.get(operationId);
    if (!place) throw new Error(`The contract has no operation "${String(operationId)}".`);
    const operation = describeOperation(this.document, ...place, this.released?.operationOf(operationId));
    this.described.set(operationId, operation);
    return operation;
  }

  /** Where an operation stands in the document: its key of `paths`, and its method. */
  placeOf(operationId: OperationId): readonly [path: string, method: string] | undefined {
    return this.places.get(operationId);
  }

  /** For keys of caches: settings with the same contract are the same. */
  toJSON(): string {
    // The text itself and not a digest: a process that needs no cryptography would load it for this.
    return (this.key ??= this.correction ? JSON.stringify(this.correction) : "released");
  }
}

let released: Contract | undefined;

/** The contract as this package was released with it. */
export function releasedContract(): Contract {
  return (released ??= new Contract(require("../generated/contract.json") as ContractDocument));
}

/** The 45 operations. No overlay changes their names. */
export function operationIds(): OperationId[] {
  return releasedContract().operationIds();
}

/**
 * An operation of the released contract: for what no overlay changes.
 * @throws for a name that is not an operation
 */
export function operationOf(operationId: OperationId): Operation {
  return releasedContract().operationOf(operationId);
}
