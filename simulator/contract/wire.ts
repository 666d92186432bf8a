import type { ParsedRequest } from "openapi-backend";
import { fromHex } from "../store/slugs";
import type { HandlerRequest, HandlerResponse } from "./messages";
import type { Operation } from "./operation";

/*
 * The only place where requests and responses of the wire become those of the handlers, and back. Handlers use the
 * names, places and envelopes of the released contract. A correction of the contract changes what is in this module.
 */

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
