import { type CallOptions } from "./call-options";
import { type OperationId } from "./contract/contract";
import { type Envelopes } from "./generated/envelopes";
import { type operations } from "./generated/openapi";
import { type FileSource } from "./request/multipart";

type Known<T> = [NonNullable<T>] extends [never] ? object : NonNullable<T>;

/** The object, where LumenOne may wrap it into a list of one. A type that is only a list stays a list. */
type Single<T> = [Exclude<T, readonly unknown[]>] extends [never] ? T : Exclude<T, readonly unknown[]>;

/** Path and query parameters of an operation. */
type Parameters<Id extends OperationId> = operations[Id]["parameters"] extends infer P
  ? Known<P extends { path: infer Path } ? Path : never> & Known<P extends { query?: infer Query } ? Query : never>
  : never;

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;

/** A form with a file, which has a source of bytes in place of a text. */
type Form<T> = T extends { content: { "multipart/form-data": infer Fields } }
  ? Omit<Fields, "file"> & { file: FileSource }
  : never;

type BodyOf<R> = Json<R> | Form<R>;

/** The body of an operation. */
type Body<Id extends OperationId> = operations[Id] extends { requestBody?: infer R } ? BodyOf<NonNullable<R>> : never;

/** Whether the body may be left out. */
type HasOptionalBody<Id extends OperationId> = operations[Id] extends { requestBody: unknown } ? false : true;

type JsonOrPage<T> = T extends { content: { "text/html": infer Page } } ? Page : Json<T>;

/** A good response: JSON, or a page of HTML. */
type Success<Id extends OperationId> = operations[Id]["responses"] extends { 200: infer R } ? JsonOrPage<R> : never;

/** A good response without its envelope. */
type Response<Id extends OperationId> = Id extends keyof Envelopes
  ? Envelopes[Id] extends keyof Success<Id>
    ? Single<NonNullable<Success<Id>[Envelopes[Id]]>>
    : Success<Id>
  : Success<Id>;

type Rest<Id extends OperationId> = [Body<Id>] extends [never]
  ? object extends Parameters<Id>
    ? [parameters?: Parameters<Id>, body?: undefined, options?: CallOptions]
    : [parameters: Parameters<Id>, body?: undefined, options?: CallOptions]
  : HasOptionalBody<Id> extends true
    ? [parameters: Parameters<Id>, body?: Body<Id>, options?: CallOptions]
    : [parameters: Parameters<Id>, body: Body<Id>, options?: CallOptions];

/** A method for each operation: `client.getWorkspace({ slug: "support" })`. Slugs are original, responses unwrapped. */
export type Methods = {
  [Id in OperationId]: (...rest: Rest<Id>) => Promise<Response<Id>>;
};
