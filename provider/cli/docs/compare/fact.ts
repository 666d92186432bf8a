import { type Segment } from "../json-path";
import { type Values } from "../../../lifecycle/state/values";
import { type Local } from "../contract/our-schema";
import { type Place } from "../readers/parse-document";

/** One fact of an operation, and what the docs say of it. */
export interface Fact {
  /** As `path` or `parameters.limit: maximum`, with the contract's names. */
  readonly fact: string;
  readonly ours: unknown;
  /** Null where they say nothing. */
  readonly docs: unknown;
  /** Silence confirms nothing. */
  readonly verdict: "same" | "differs" | "not told";
  readonly place?: Place;
  readonly about?: About;
  /** Why no overlay can correct it, where it differs. */
  readonly problem?: string;
}

/** Where the contract has a fact, and how an overlay changes it. */
export interface About {
  /** The node that an overlay changes for every operation that uses it. */
  readonly target: readonly Segment[];
  /** Changes of single operations, where other operations have the fact unchanged. */
  readonly locals?: readonly Local[];
  readonly update: Values;
  /** What is removed in place of the update. */
  readonly remove?: readonly Segment[];
  /** The node whose provenance the fact shows. */
  readonly marks?: readonly Segment[];
}
