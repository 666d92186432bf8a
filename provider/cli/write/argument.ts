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

/** A property of a resource, or a comment in its place. */
export type Argument =
  | {
      readonly name: string;
      readonly value: Expression;
      /** In TypeScript the resource takes it from the one that it belongs to. */
      readonly inherited?: boolean;
    }
  | { readonly comment: string };

/** Whether one of the arguments is of this type. */
export function hasType(args: readonly Argument[], type: Expression["type"]): boolean {
  return args.some((argument) => "value" in argument && argument.value.type === type);
}
