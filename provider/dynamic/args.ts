import type * as pulumi from "@pulumi/pulumi";
import { type Field, type Fields } from "../lifecycle/fields";

type Keys<F extends Fields, P extends string> = {
  [K in keyof F]: F[K] extends Field<unknown, infer Q, unknown> ? (Q extends P ? K : never) : never;
}[keyof F];

/** A value in which anything may be an output. */
type Deep<T> = T extends readonly (infer I)[]
  ? pulumi.Input<Deep<I>[]>
  : T extends object
    ? pulumi.Input<{ [K in keyof T]: Deep<T[K]> }>
    : pulumi.Input<T>;

/** A value, an output of one, or the resource that it names. */
type Arg<D> = D extends { readonly hashAs: string }
  ? pulumi.Input<string | pulumi.asset.Asset>
  : D extends Field<infer T, infer _P, infer Target>
    ? Deep<T> | Target
    : never;
type Out<D> = D extends Field<infer T, infer _P, infer _Target> ? T : never;

/** What the program gives a resource, as its definition states it. */
export type ArgsOf<F extends Fields> = {
  [K in keyof F as K extends Keys<F, "required"> ? K : never]: Arg<F[K]>;
} & {
  // Another resource's output may turn out to have no value, which is as good as leaving the field out.
  [K in keyof F as K extends Keys<F, "optional" | "filled"> ? K : never]?:
    Arg<F[K]> | pulumi.Output<Out<F[K]> | null | undefined>;
};

/** Fields whose value is not kept. */
type Files<F extends Fields> = { [K in keyof F]: F[K] extends { readonly hashAs: string } ? K : never }[keyof F];

/** What a resource offers to the program: its own fields as they are, and what LumenOne gave. */
export type OutputsOf<F extends Fields> = {
  readonly [
    K in Exclude<keyof F, Files<F>> as K extends Keys<F, "required" | "filled" | "output"> ? K : never
  ]: pulumi.Output<Out<F[K]>>;
} & {
  readonly [K in keyof F as K extends Keys<F, "optional"> ? K : never]: pulumi.Output<Out<F[K]> | undefined>;
};
