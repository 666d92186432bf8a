import { type Values } from "../../lifecycle/state/values";

/** A resource that others refer to. */
export interface Target {
  readonly kind: string;
  readonly logicalName: string;
  /** Its variable, in languages that have some. */
  readonly variable: string;
}

/** The value of a property, before it is written in a language. */
export type Expression =
  | { readonly type: "literal"; readonly value: unknown }
  | { readonly type: "reference"; readonly to: Target }
  /** A secret of the stack's configuration; `of` is the type of its field. */
  | { readonly type: "secret"; readonly name: string; readonly of: string }
  /** A long text, and the file of the folder prompts that a program may keep it in. */
  | { readonly type: "prompt"; readonly file: string; readonly text: string }
  /** The file of a document, by its path in the program. */
  | { readonly type: "document"; readonly path: string }
  /** The name of a copy: what the stack configures, and this. */
  | { readonly type: "prefixed"; readonly name: string };

/** A property of a resource. */
export interface Property {
  readonly name: string;
  readonly value: Expression;
  /** In TypeScript the resource takes it from the one that it belongs to. */
  readonly inherited?: boolean;
}

/** One resource as the program will declare it and the state will hold it. */
export interface Declaration {
  readonly kind: string;
  /** Unique among its kind. */
  readonly logicalName: string;
  /** Set where other resources refer to it. */
  readonly variable: string | undefined;
  readonly id: string;
  /** Its properties, and comments in the place of some. */
  readonly args: readonly (Property | { readonly comment: string })[];
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

/** How a tenant becomes a program. */
export interface PlanOptions {
  /** For new objects: the organization's name begins with what the stack configures, and phone numbers stay out. */
  readonly clone?: boolean;
  /** Values of the program's own configuration that are known already, by name. */
  readonly configured: ReadonlyMap<string, string>;
}

/** Everything that the program declares, in its order. */
export function declarationsOf({ accounts, organizations }: ProgramPlan): Declaration[] {
  return [...accounts, ...organizations.flatMap(({ declarations }) => declarations)];
}

/** Whether a resource of this kind stands right below its workspace; everything else is set apart by an empty line. */
export function belongsToWorkspace(kind: string): boolean {
  return ["ToolAttachment", "DocumentEmbedding", "VoiceConfig"].includes(kind);
}
