import type { HandlerResponse } from "../contract/messages";
import type { CallLog } from "../entities";
import { formatCallLog } from "../formatters";
import type { Call, Routes } from "../http/call";

export const callRoutes: Routes = {
  // An unknown workspace_slug, for example one in hex, has no calls.
  listCallLogs(call) {
    const slug = call.parameters.workspace_slug;
    const workspace = call.store.find("workspaces", { slug });
    return page(
      call,
      (log) => log.company === call.company && (slug === undefined || log.workspaceId === workspace?.id),
    );
  },

  listWorkspaceCallLogs(call) {
    const { id } = call.workspace();
    return page(call, (log) => log.workspaceId === id);
  },
};

/** Returns a page of the matching logs, newest first. */
function page(call: Call, isOf: (log: CallLog) => boolean): HandlerResponse {
  const { limit = "50", offset = "0", after, before } = call.parameters;
  const from = after === undefined ? -Infinity : Date.parse(after);
  const to = before === undefined ? Infinity : Date.parse(before);
  const logs = call.store
    .filter("callLogs", (log) => isOf(log) && Date.parse(log.createdAt) >= from && Date.parse(log.createdAt) <= to)
    .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id);
  const first = Number(offset);
  return { body: { callLogs: logs.slice(first, first + Number(limit)).map(formatCallLog) } };
}
