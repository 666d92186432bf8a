import { type OurOperation } from "../contract/our-operation";
import { type Fact } from "./fact";

/** What the docs say of one operation of the contract. */
export interface ComparedOperation {
  readonly ours: OurOperation;
  /** Whether the docs have it. */
  readonly isDocumented: boolean;
  readonly facts: readonly Fact[];
  /** Names that only the docs have. They are not a difference. */
  readonly onlyInDocs: readonly string[];
}
