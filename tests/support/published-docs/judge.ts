import { Readable } from "node:stream";
import { type Contract, releasedContract } from "../../../provider/dist/client/contract/contract";
import { type Judgement, judgeDocs } from "../../../provider/dist/cli/docs/judge-docs";
import { type Action } from "../../../provider/dist/cli/docs/overlay/corrections";

/** What a comparison is made with, beside the source. */
export interface JudgeOptions {
  readonly stdin?: Readable;
  readonly milliseconds?: number;
  /** Default: the released contract. */
  readonly inForce?: Contract;
  /** What it was corrected by. */
  readonly actions?: readonly Action[];
}

/** Compares the contract with the docs of a source, as `doctor --docs` does. */
export function judge(source: string, options: JudgeOptions = {}): Promise<Judgement> {
  const released = releasedContract();
  const { inForce = released, actions = [], stdin = Readable.from([]), milliseconds } = options;
  const limit = milliseconds === undefined ? {} : { milliseconds };
  return judgeDocs(source, { inForce, released, actions }, { stdin, onPage: () => undefined, ...limit });
}

/** The same with a text as standard input. */
export function judgeText(text: string, options: JudgeOptions = {}): Promise<Judgement> {
  return judge("-", { ...options, stdin: Readable.from([Buffer.from(text)]) });
}
