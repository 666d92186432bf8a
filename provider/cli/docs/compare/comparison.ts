import { type OurOperation } from "../contract/our-operation";
import { type Place } from "../readers/parse-document";
import { type DocsOperation } from "../readers/read-operations";
import { type Fact } from "./fact";
import { type Renames } from "./pair-names";

/** One operation beside its docs, and what has been found so far. */
export class Comparison {
  readonly facts: Fact[] = [];
  readonly onlyInDocs: string[] = [];

  constructor(
    readonly ours: OurOperation,
    readonly docs: DocsOperation,
    readonly renames: Renames,
  ) {}

  /** Adds a fact that the docs mention. */
  told(
    fact: string,
    ours: unknown,
    docs: unknown,
    isSame: boolean,
    more: Pick<Fact, "place" | "about" | "problem">,
  ): void {
    this.facts.push({ fact, ours, docs, verdict: isSame ? "same" : "differs", ...more });
  }

  /** Adds a fact that the docs do not mention. */
  silent(fact: string, ours: unknown): void {
    this.facts.push({ fact, ours, docs: null, verdict: "not told" });
  }

  /** Adds a fact for which the docs have several candidates, and do not show the right one. */
  unclear(fact: string, ours: unknown, names: readonly string[], remedy: string, place?: Place): void {
    const problem = `The docs do not show which one it is. ${remedy}`;
    this.told(fact, ours, `unclear: ${names.join(" or ")}`, false, { place, problem });
  }
}
