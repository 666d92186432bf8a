import { fromWire } from "../client/contract/wire";

type CamelCase<K extends string> = K extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : K;

/**
 * An object of LumenOne's as this package gives it: keys in camel case, `slug` as the original slug and `hexSlug` as
 * LumenOne's URLs write it.
 */
export type Result<T> = {
  [K in keyof T as K extends "originalSlug" ? "hexSlug" : CamelCase<K & string>]: T[K];
};

/** Brings a response into that form. */
export function result<T extends object>(response: T): Result<T> {
  return fromWire(response as Record<string, unknown>) as Result<T>;
}

/** Brings a list of responses into that form. */
export function results<T extends object>(responses: readonly T[]): Result<T>[] {
  return responses.map((response) => result(response));
}
