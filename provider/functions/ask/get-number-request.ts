import { type components } from "../../client/generated/openapi";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

/** Which number request to read. */
export interface GetNumberRequestArgs {
  /** Original slug of the organization. */
  organization: string;
  /** LumenOne's number for it, or the id of its resource. */
  id: string | number;
}

/** A number request; `numberId` is null until there is a number (assumed). */
export type GetNumberRequestResult = Result<components["schemas"]["NumberRequest"]>;

/** What `getNumberRequest` asks LumenOne. */
export const getNumberRequest: Ask<GetNumberRequestArgs, GetNumberRequestResult> = async (client, args, request) => {
  // A resource's id is `orgSlug/id`.
  const id = String(args.id).split("/").at(-1) ?? "";
  return result(await client.getNumberRequest({ orgSlug: args.organization, id }, undefined, request));
};
