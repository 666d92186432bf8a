import { type operations } from "../generated/openapi";

/** Name of an operation in the contract. */
export type OperationId = keyof operations;
