import { type Values } from "../../lifecycle/state/values";
import { type Argument } from "./argument";

/** One resource as the program will declare it and the state will hold it. */
export interface Declaration {
  readonly kind: string;
  /** Unique among its kind. */
  readonly logicalName: string;
  /** Set where other resources refer to it. */
  readonly variable: string | undefined;
  readonly id: string;
  readonly args: readonly Argument[];
  /** Comments above it in the program. */
  readonly comments: readonly string[];
  /** As check would leave them. */
  readonly inputs: Values;
  /** As create would return them. */
  readonly outputs: Values;
}

/** An organization's part of the program, a file of its own. */
export interface OrganizationPlan {
  /** Without its ending. */
  readonly file: string;
  readonly declarations: readonly Declaration[];
  /** What to say at the end of the file: what is not in the program, and why. */
  readonly remarks: readonly string[];
}

/** A value of the stack's configuration that the program needs, and must not hold itself. */
export interface SecretPlan {
  /** Its key in the program's own configuration. */
  readonly name: string;
  /** JSON, or undefined where nobody but its owner knows it. */
  readonly value: string | undefined;
  /** For messages: the resource and its field. */
  readonly what: string;
  /** Where LumenOne shows a mask in place of the value. */
  readonly masked: readonly string[];
}

/** A whole program, before it is written. */
export interface ProgramPlan {
  /** They stand in a file of their own, where they are requested. */
  readonly accounts: readonly Declaration[];
  readonly organizations: readonly OrganizationPlan[];
  /** Texts by their file in `prompts`. */
  readonly prompts: ReadonlyMap<string, string>;
  /** Texts of documents by their path in the program. */
  readonly documents: ReadonlyMap<string, string>;
  readonly secrets: readonly SecretPlan[];
  readonly notes: readonly string[];
}

/** Everything that the program declares, in its order. */
export function declarationsOf({ accounts, organizations }: ProgramPlan): Declaration[] {
  return [...accounts, ...organizations.flatMap(({ declarations }) => declarations)];
}

/** How a tenant becomes a program. */
export interface PlanOptions {
  /** For new objects: the organization's name begins with what the stack configures, and phone numbers stay out. */
  readonly clone?: boolean;
  /** Values of the program's own configuration that are known already, by name. */
  readonly configured: ReadonlyMap<string, string>;
}
