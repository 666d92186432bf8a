import { type CallOptions } from "./client";
import { type OperationId } from "./contract";
import { type Envelopes } from "./generated/envelopes";
import { type operations } from "./generated/openapi";

type Known<T> = [NonNullable<T>] extends [never] ? object : NonNullable<T>;

/** Of an object that LumenOne may wrap into a list of one, the object; a list that is nothing else stays one. */
type Single<T> = [Exclude<T, readonly unknown[]>] extends [never] ? T : Exclude<T, readonly unknown[]>;

/** Path and query parameters of an operation. */
type Parameters<Id extends OperationId> = operations[Id]["parameters"] extends infer P
  ? Known<P extends { path: infer Path } ? Path : never> & Known<P extends { query?: infer Query } ? Query : never>
  : never;

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;

/** The JSON body of an operation. */
type Body<Id extends OperationId> = operations[Id] extends { requestBody?: infer R } ? Json<NonNullable<R>> : never;

/** The JSON of a good answer. */
type Answered<Id extends OperationId> = operations[Id]["responses"] extends { 200: infer R } ? Json<R> : never;

/** A good answer without its envelope. */
type Answer<Id extends OperationId> = Id extends keyof Envelopes
  ? Envelopes[Id] extends keyof Answered<Id>
    ? Single<NonNullable<Answered<Id>[Envelopes[Id]]>>
    : Answered<Id>
  : Answered<Id>;

type Rest<Id extends OperationId> = [Body<Id>] extends [never]
  ? object extends Parameters<Id>
    ? [parameters?: Parameters<Id>, body?: undefined, options?: CallOptions]
    : [parameters: Parameters<Id>, body?: undefined, options?: CallOptions]
  : [parameters: Parameters<Id>, body: Body<Id>, options?: CallOptions];

/** A method for each operation: `client.getWorkspace({ slug: "support" })`. Slugs are original, answers unwrapped. */
export type Methods = {
  [Id in OperationId]: (...rest: Rest<Id>) => Promise<Answer<Id>>;
};
