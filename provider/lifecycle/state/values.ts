/** A bag of fields by name: inputs, outputs or a remote object, in plain JSON. */
export type Values = Record<string, unknown>;
