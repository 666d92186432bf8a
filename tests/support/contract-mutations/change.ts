/** One way in which the vendor's API differs from the contract. Names and paths are the contract's. */
export type Change =
  | { readonly kind: "path"; readonly operationId: string; readonly to: string }
  | { readonly kind: "method"; readonly operationId: string; readonly to: string }
  | { readonly kind: "status"; readonly operationId: string; readonly to: "201" }
  | { readonly kind: "contentType"; readonly operationId: string; readonly to: string }
  /** `to` is undefined where the response has no envelope any more. */
  | { readonly kind: "envelope"; readonly operationId: string; readonly from: string; readonly to: string | undefined }
  | { readonly kind: "parameterName"; readonly operationId: string; readonly name: string; readonly to: string }
  | {
      readonly kind: "parameterPlace";
      readonly operationId: string;
      readonly name: string;
      readonly from: string;
      readonly to: "query" | "header" | "body";
    }
  /** A field at the top of a request's body that is sent elsewhere. */
  | {
      readonly kind: "fieldPlace";
      readonly operationId: string;
      readonly name: string;
      readonly to: "query" | "header";
    }
  | { readonly kind: "enum"; readonly operationId: string; readonly name: string; readonly added: string }
  /** `schema`: of a schema of the contract, and so in all operations that use it. */
  | { readonly kind: "field"; readonly schema: string; readonly name: string; readonly to: string }
  | {
      readonly kind: "requestField" | "responseField";
      readonly operationId: string;
      /** With `[]` for what a list holds: `workspaces.[].name`. */
      readonly path: string;
      readonly to: string;
    };

/** A field of one request or response that has another name: what `field`, `requestField` and `responseField` come to. */
export interface Rename {
  readonly operationId: string;
  readonly side: "request" | "response";
  /** As of {@link Change}. */
  readonly path: string;
  readonly to: string;
}
