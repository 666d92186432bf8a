import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Which number request to read. */
export interface GetNumberRequestArgs {
  /** Original slug of the organization. */
  organization: string;
  /** LumenOne's number for it, or the id of its resource. */
  id: string | number;
}

/** A number request; `numberId` is null until there is a number (assumed). */
export type GetNumberRequestResult = Result<components["schemas"]["NumberRequest"]>;

/**
 * Reads a number request (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { status, numberId } = await lumenone.getNumberRequest({ organization: "acme", id: 7 });
 */
export function getNumberRequest(args: GetNumberRequestArgs, options?: InvokeOptions): Promise<GetNumberRequestResult> {
  // A resource's id is `orgSlug/id`.
  const id = String(args.id).split("/").at(-1) ?? "";
  return invoke(options, async (client, request) =>
    result(await client.getNumberRequest({ orgSlug: args.organization, id }, undefined, request)),
  );
}

/** {@link getNumberRequest} for outputs. */
export const getNumberRequestOutput = outputForm(getNumberRequest);
