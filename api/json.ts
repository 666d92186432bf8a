/** A JSON object of the contract. */
export type Json = Record<string, unknown>;
