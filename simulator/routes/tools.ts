import type { Tool } from "../entities";
import { formatTool } from "../formatters";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { removeWithChildren } from "../store/remove-with-children";
import type { Store } from "../store/store";

type Fields = Omit<Tool, "id" | "organizationId">;

const fieldNames = ["name", "description", "type", "config", "enabled"] as const satisfies (keyof Fields)[];

export const toolRoutes: Routes = {
  listOrganizationTools(call) {
    const { id } = call.organization();
    const tools = call.store.filter("tools", { organizationId: id });
    return { body: { tools: tools.map(formatTool) } };
  },

  createOrganizationTool(call) {
    const { id: organizationId } = call.organization();
    const fields = pick(call.body<Fields>());
    refuseTakenName(call.store, organizationId, fields.name);
    const tool = call.add("tools", { ...fields, organizationId });
    return { body: { tool: formatTool(tool) } };
  },

  updateOrganizationTool(call) {
    const { id: organizationId } = call.organization();
    const tool = call.tool(organizationId);
    const fields = pick(call.body<Partial<Fields>>());
    if (fields.name !== tool.name) refuseTakenName(call.store, organizationId, fields.name);
    call.store.update("tools", tool, fields);
    return { body: { tool: formatTool(tool) } };
  },

  // Detaches it from every workspace.
  deleteOrganizationTool(call) {
    removeWithChildren(call.store, "tools", call.tool(call.organization().id));
    return { body: { success: true } };
  },

  listWorkspaceTools(call) {
    const { id } = call.workspace();
    const attached = call.store.filter("toolAttachments", { workspaceId: id });
    const tools = attached.flatMap(({ toolId }) => call.store.find("tools", { id: toolId }) ?? []);
    return { body: { tools: tools.map(formatTool) } };
  },

  // Idempotent.
  attachWorkspaceTool(call) {
    const { id: workspaceId, organizationId } = call.workspace();
    const { toolId } = call.body<{ toolId: string | number }>();
    const tool = call.store.find("tools", ({ id }) => String(id) === String(toolId));
    if (!tool) throw new HttpError(404, `Tool ${toolId} not found`);
    if (tool.organizationId !== organizationId)
      throw new HttpError(400, `Tool ${toolId} belongs to another organization`);
    const attachment = { workspaceId, toolId: tool.id };
    const isAttached = call.store.find("toolAttachments", attachment);
    if (!isAttached) call.add("toolAttachments", attachment);
    return { body: { success: true } };
  },

  detachWorkspaceTool(call) {
    const { id: workspaceId } = call.workspace();
    const removed = call.store.remove("toolAttachments", { workspaceId, toolId: Number(call.param("toolId")) });
    if (removed.length === 0) throw new HttpError(404, `Tool ${call.param("toolId")} is not attached`);
    return { body: { success: true } };
  },
};

function pick(body: Partial<Fields>): Partial<Fields> {
  return Object.fromEntries(fieldNames.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
}

function refuseTakenName(store: Store, organizationId: number, name?: string): void {
  const isTaken = store.find("tools", { organizationId, name });
  if (isTaken) throw new HttpError(409, `A tool named ${name} exists in this organization`);
}
