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

/** Brings an answer into that form. */
export function result<T extends object>(answer: T): Result<T> {
  return fromWire(answer as Record<string, unknown>) as Result<T>;
}

/** Brings a list of answers into that form. */
export function results<T extends object>(answers: readonly T[]): Result<T>[] {
  return answers.map((answer) => result(answer));
}
