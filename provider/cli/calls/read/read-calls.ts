import { createHash } from "node:crypto";
import { ApiError } from "../../../errors/api-error";
import { type Client } from "../../../client/client";
import { newItems } from "../../../client/pages";
import { type Call, callFrom } from "./call";
import { type Directory, type KnownWorkspace } from "./directory";
import { type Period } from "./period";

/** The most that LumenOne gives at once (documented). */
const largestPage = 500;

/** Which calls are read, and how. */
export interface Reading {
  readonly directory: Directory;
  readonly period: Period;
  readonly showNumbers: boolean;
  /** Calls in a page. Default: 500. */
  readonly pageSize?: number | undefined;
  /** Is given how many calls were read so far. */
  readonly onPage?: ((calls: number) => void) | undefined;
}

/** A call, and the workspace that it was asked for with. */
export interface ReadCall extends Call {
  readonly workspace: KnownWorkspace | undefined;
}

/**
 * Reads the calls of a period, each once, page by page, newest first. Only the ids of those that were read are kept. Calls
 * beyond the period or of another workspace are left out, in case LumenOne does not know a filter.
 */
export async function* readCalls(client: Client, reading: Reading): AsyncGenerator<ReadCall, void, undefined> {
  const { directory, period, showNumbers, pageSize = largestPage, onPage } = reading;
  const filter = {
    ...(period.since !== undefined && { after: new Date(period.since).toISOString() }),
    before: new Date(period.until).toISOString(),
  };
  let calls = 0;
  for (const asked of directory.only ?? [undefined]) {
    const which = asked === undefined ? filter : { ...filter, workspace_slug: asked.slug };
    const read = smallerPages((page) =>
      // An empty list from another server would look like no calls, and so like a budget that is kept.
      client.listCallLogs({ ...which, ...page }, undefined, { proof: true }),
    );
    for await (const logs of newItems(read, { limit: pageSize, maxItems: Infinity, keyOf: callKey })) {
      for (const log of logs) {
        const call = callFrom(log, showNumbers);
        const isOther = asked?.id !== undefined && call.workspaceId !== undefined && call.workspaceId !== asked.id;
        if (isOther || isOutside(call.at, period)) continue;
        const known = call.workspaceId === undefined ? undefined : directory.workspaces.get(call.workspaceId);
        yield { ...call, workspace: asked ?? known };
      }
      onPage?.((calls += logs.length));
    }
  }
}

/**
 * A key that distinguishes call logs, small enough to keep a million of them: the id, or else a digest of the whole
 * log.
 */
function callKey(log: { readonly id?: unknown }): number | string {
  const { id } = log;
  if (typeof id === "number") return id;
  if (typeof id === "string" && id.length <= 40) return id;
  return createHash("sha256")
    .update(JSON.stringify(id ?? log))
    .digest("base64");
}

type ReadPage<T> = (page: { limit: number; offset: number }) => Promise<T>;

/** Reads smaller pages once one is larger than a response may be: summaries have no limit. */
function smallerPages<T>(read: ReadPage<T>): ReadPage<T> {
  let most = Infinity;
  return async function readSmaller({ limit, offset }): Promise<T> {
    const asked = Math.min(limit, most);
    try {
      return await read({ limit: asked, offset });
    } catch (error) {
      // Two are the least: each page begins with the last call of the page before.
      if (!(error instanceof ApiError) || error.reason !== "tooLarge" || asked <= 2) throw error;
      most = Math.max(2, Math.floor(asked / 4));
      return readSmaller({ limit, offset });
    }
  };
}

/** A call without a time is inside: LumenOne was asked for this period. */
function isOutside(at: number, { since = -Infinity, until }: Period): boolean {
  return at < since || at >= until;
}
