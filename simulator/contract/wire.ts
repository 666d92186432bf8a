import type { ParsedRequest } from "openapi-backend";
import { fromHex } from "../store/slugs";
import type { Operation } from "./contract";

/*
 * The only place where requests and responses of the wire become those of the handlers, and back. Handlers use the
 * names, places and envelopes of the released contract. A correction of the contract changes what is in this module.
 */

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

/** Takes a request from the wire. */
export function fromWire(_operation: Operation, wire: ParsedRequest): HandlerRequest {
  const { params, query, headers, requestBody: body } = wire as ParsedRequest<unknown, Strings, Strings, Strings>;
  return { path: params, query, header: headers, body };
}

type Strings = Record<string, string>;

/** Takes the text fields of an upload from the wire. */
export function fieldsFromWire({ correction }: Operation, fields: Record<string, string>): Record<string, string> {
  return correction?.uploadFields(fields) ?? fields;
}

/** Returns the name on the wire of the form field that holds an upload's file. */
export function fileField({ correction }: Operation): string {
  return correction?.file ?? "file";
}

/** Puts a response on the wire. */
export function toWire({ correction }: Operation, response: Required<HandlerResponse>): Required<HandlerResponse> {
  return correction?.response(response) ?? response;
}

/** Returns the path parameters for people: slugs in their original form. */
export function readableParameters(operation: Operation, { path }: HandlerRequest): Record<string, string> {
  const declared = operation.parameters as { name: string; schema?: { format?: string } }[];
  const isHex = (name: string): boolean =>
    declared.some((parameter) => parameter.name === name && parameter.schema?.format === "hex-slug");
  return Object.fromEntries(
    Object.entries(path).map(([name, value]) => [name, isHex(name) ? (fromHex(value) ?? value) : value]),
  );
}
