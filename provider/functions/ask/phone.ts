import { type components } from "../../client/generated/openapi";
import { allPages } from "../../client/pages";
import { ArgumentError } from "../../errors/argument-error";
import { type Result, result, results } from "../result";
import { type Ask } from "./ask";

/** Which phone numbers to list. */
export interface GetNumbersArgs {
  /** Original slug of an organization. Default: every organization of the account. */
  organization?: string;
  /** Goes to LumenOne as it is; needs `organization` (documented; its values are not). Default: none. */
  scope?: string;
}

/** Phone numbers, each with the voice integration that it is linked to, or null (assumed). */
export interface GetNumbersResult {
  numbers: Result<components["schemas"]["Number"]>[];
}

export const getNumbers: Ask<GetNumbersArgs, GetNumbersResult> = async (client, { organization, scope }, request) => {
  if (organization === undefined) {
    if (scope !== undefined) throw new ArgumentError("listNumbers", "scope", "needs an organization");
    return { numbers: results(await client.listNumbers({}, undefined, request)) };
  }
  if (scope === undefined) {
    return { numbers: results(await client.listOrganizationNumbers({ orgSlug: organization }, undefined, request)) };
  }
  // Only this operation knows a scope, and it knows an organization by its number (documented).
  const { id } = await client.getOrganization({ orgSlug: organization }, undefined, request);
  return { numbers: results(await client.listNumbers({ organization_id: Number(id), scope }, undefined, request)) };
};

/** Which number request to read. */
export interface GetNumberRequestArgs {
  /** Original slug of the organization. */
  organization: string;
  /** LumenOne's number for it, or the id of its resource. */
  id: string | number;
}

/** A number request; `numberId` is null until there is a number (assumed). */
export type GetNumberRequestResult = Result<components["schemas"]["NumberRequest"]>;

export const getNumberRequest: Ask<GetNumberRequestArgs, GetNumberRequestResult> = async (client, args, request) => {
  // A resource's id is `orgSlug/id`.
  const id = String(args.id).split("/").at(-1) ?? "";
  return result(await client.getNumberRequest({ orgSlug: args.organization, id }, undefined, request));
};

type Status = components["parameters"]["NumberRequestStatus"];

/** Which number requests to list. */
export interface GetNumberRequestsArgs {
  /** Original slug of the organization. */
  organization: string;
  /**
   * Only those of this status: `pending`, `approved`, `fulfilled`, `rejected` or `cancelled` (a filter is documented, its
   * values are assumed). Default: all.
   */
  // `string & {}` keeps the known words in the editor's list.
  status?: Status | (string & {});
}

/** The number requests, those that are fulfilled or rejected included. */
export interface GetNumberRequestsResult {
  numberRequests: Result<components["schemas"]["NumberRequest"]>[];
}

export const getNumberRequests: Ask<GetNumberRequestsArgs, GetNumberRequestsResult> = async (client, args, request) => {
  const filter = { orgSlug: args.organization, status: args.status as Status | undefined };
  const found = await client.listNumberRequests(filter, undefined, request);
  return { numberRequests: results(found) };
};

/** Which calls to list. */
export interface GetCallLogsArgs {
  /** Original slug of a workspace. Default: every workspace of the company. */
  workspace?: string;
  /** Only calls made at or after this time, ISO 8601 (documented). */
  after?: string;
  /** Only calls made at or before this time, ISO 8601 (documented). */
  before?: string;
  /** Calls in one page, 1 to 500. Default: 50 (documented). */
  limit?: number;
  /** How many of the newest calls to pass over. Default: 0 (documented). */
  offset?: number;
  /** How many calls at the most, over all pages. Default: 1,000. */
  maxItems?: number;
}

/** Calls, newest first (documented). */
export interface GetCallLogsResult {
  callLogs: Result<components["schemas"]["CallLog"]>[];
}

export const getCallLogs: Ask<GetCallLogsArgs, GetCallLogsResult> = async (
  client,
  { workspace, maxItems, limit, offset, ...filter },
  request,
) => {
  const page = (at: { limit: number; offset: number }) =>
    workspace === undefined
      ? client.listCallLogs({ ...filter, ...at }, undefined, request)
      : client.listWorkspaceCallLogs({ ...filter, ...at, slug: workspace }, undefined, request);
  return { callLogs: results(await allPages(page, { limit, offset, maxItems })) };
};
// Calls hold customers' numbers and summaries.
getCallLogs.secret = true;

/** LumenOne's voices and transcribers, as it returns them. `providers` may be a map, or a list keyed by `id` or `name`. */
export type GetVoiceCatalogResult = components["schemas"]["VoiceCatalog"];

export const getVoiceCatalog: Ask<object, GetVoiceCatalogResult> = (client) => client.getVoiceCatalog();

/** Whose voice assistant to read. */
export interface GetVoiceConfigArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** The phone assistant of a workspace. */
export type GetVoiceConfigResult = Result<components["schemas"]["VoiceIntegration"]>;

export const getVoiceConfig: Ask<GetVoiceConfigArgs, GetVoiceConfigResult> = async (client, { workspace }, request) =>
  result(await client.getVoiceAssistantConfig({ slug: workspace }, undefined, request));
