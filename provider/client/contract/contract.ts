import { describeOperation, type Operation } from "./describe-operation";
import { type ContractDocument } from "./contract-document";
import { type operations } from "../generated/openapi";

/** Name of an operation in the contract. */
export type OperationId = keyof operations;

/** Another method and path for an operation. */
export interface OperationOverride {
  readonly method: string;
  readonly path: string;
}

export { type Operation } from "./describe-operation";

let loaded: ContractDocument | undefined;
let places: Map<string, readonly [path: string, method: string]> | undefined;
const described = new Map<string, Operation>();

function document(): ContractDocument {
  return (loaded ??= require("../generated/contract.json") as ContractDocument);
}

function allPlaces() {
  return (places ??= new Map(
    Object.entries(document().paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [operationId, [path, method] as const]),
    ),
  ));
}

/** The 45 operations of the contract. */
export function operationIds(): OperationId[] {
  return [...allPlaces().keys()] as OperationId[];
}

/** Whether the contract has an operation of this name. */
export function isOperationId(name: string): name is OperationId {
  return allPlaces().has(name);
}

/** @throws for a name that is no operation */
export function operationOf(operationId: OperationId): Operation {
  const known = described.get(operationId);
  if (known) return known;
  const place = allPlaces().get(operationId);
  if (!place) throw new Error(`The contract has no operation "${String(operationId)}".`);
  const operation = describeOperation(document(), ...place);
  described.set(operationId, operation);
  return operation;
}
