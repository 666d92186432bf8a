import { formatTool } from "../formatters/format-tool";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { addTo } from "../store/make-state";

export const attachmentRoutes: Routes = {
  listWorkspaceTools(call) {
    const { id } = call.workspace();
    const attached = call.store.filter("toolAttachments", ({ workspaceId }) => workspaceId === id);
    const tools = attached.flatMap(({ toolId }) => call.store.find("tools", (tool) => tool.id === toolId) ?? []);
    return { body: { tools: tools.map(formatTool) } };
  },

  // Idempotent.
  attachWorkspaceTool(call) {
    const { id: workspaceId, organizationId } = call.workspace();
    const { toolId } = call.body<{ toolId: string | number }>();
    const tool = call.store.find("tools", ({ id }) => String(id) === String(toolId));
    if (!tool) throw new HttpError(404, `Tool ${toolId} not found`);
    if (tool.organizationId !== organizationId) throw new HttpError(400, `Tool ${toolId} is of another organization`);
    const attachment = { workspaceId, toolId: tool.id };
    const isAttached = call.store.find("toolAttachments", isSame(attachment));
    if (!isAttached) addTo(call.store, "toolAttachments", attachment, call.now);
    return { body: { success: true } };
  },

  detachWorkspaceTool(call) {
    const { id: workspaceId } = call.workspace();
    const removed = call.store.remove("toolAttachments", isSame({ workspaceId, toolId: Number(call.param("toolId")) }));
    if (removed.length === 0) throw new HttpError(404, `Tool ${call.param("toolId")} is not attached`);
    return { body: { success: true } };
  },
};

interface Edge {
  workspaceId: number;
  toolId: number;
}

const isSame =
  (one: Edge) =>
  (other: Edge): boolean =>
    one.workspaceId === other.workspaceId && one.toolId === other.toolId;
