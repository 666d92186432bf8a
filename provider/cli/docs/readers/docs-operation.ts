import { type DocsSchema } from "./docs-schema";

/** Where something stands in the docs. Lines are counted only when they are asked for. */
export type Place = () => string;

/** A parameter of the documentation, or a field at the top of a JSON body. */
export interface DocsInput {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "body";
  /** Undefined where the docs do not say. */
  readonly required: boolean | undefined;
  readonly schema: DocsSchema;
  readonly place: Place;
}

/** An operation as the documentation has it. */
export interface DocsOperation {
  readonly title: string;
  readonly operationId: string | undefined;
  /** Lower case. */
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
  /** The last part of its tags. */
  readonly group: string | undefined;
  readonly inputs: readonly DocsInput[];
  /** Whether the fields of the body are named. */
  readonly namesBody: boolean;
  /** Content types of the body. */
  readonly bodyTypes: readonly string[];
  readonly bodyPlace: Place;
  readonly statuses: readonly string[];
  /** The JSON of a success. */
  readonly response: DocsSchema | undefined;
  readonly responsePlace: Place;
  readonly place: Place;
}
