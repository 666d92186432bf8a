import type * as pulumi from "@pulumi/pulumi";

/** A value in which every part may be an output. */
export type DeepInput<T> = T extends readonly (infer I)[]
  ? pulumi.Input<DeepInput<I>[]>
  : T extends object
    ? pulumi.Input<{ [K in keyof T]: DeepInput<T[K]> }>
    : pulumi.Input<T>;

/** A value that may be left out. An output of another resource that turns out to have no value counts as left out. */
export type OptionalInput<T> = DeepInput<T> | pulumi.Output<T | null | undefined>;
