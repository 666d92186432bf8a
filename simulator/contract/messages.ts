/** A request as the client sends it. */
export interface WireRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The text of a JSON body. */
  body?: string;
}

/** A request as a handler gets it. Names are those of the released contract; header names are in lower case. */
export interface HandlerRequest {
  path: Record<string, string>;
  query: Record<string, string>;
  header: Record<string, string>;
  /** The JSON body. Text that is not JSON stays a string; the body of an upload is not here, its handler reads it. */
  body: unknown;
}

/** A handler's response. Default: status 200; a string is text/plain, anything else JSON. */
export interface HandlerResponse {
  status?: number;
  type?: string;
  body: unknown;
}
