import type { Tool } from "../entities/tool";
import { formatTool } from "../formatters/format-tool";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { addTo } from "../store/make-state";
import { removeWithChildren } from "../store/remove-with-children";
import type { Store } from "../store/store";

type Fields = Omit<Tool, "id" | "organizationId">;

const fieldNames = ["name", "description", "type", "config", "enabled"] as const satisfies (keyof Fields)[];

export const toolRoutes: Routes = {
  listOrganizationTools(call) {
    const { id } = call.organization();
    const tools = call.store.filter("tools", ({ organizationId }) => organizationId === id);
    return { body: { tools: tools.map(formatTool) } };
  },

  createOrganizationTool(call) {
    const { id: organizationId } = call.organization();
    const fields = pick(call.body<Fields>());
    refuseTakenName(call.store, organizationId, fields.name);
    const tool = addTo(call.store, "tools", { ...fields, organizationId }, call.now);
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

  // It leaves every workspace it is attached to.
  deleteOrganizationTool(call) {
    removeWithChildren(call.store, "tools", call.tool(call.organization().id));
    return { body: { success: true } };
  },
};

function pick(body: Partial<Fields>): Partial<Fields> {
  return Object.fromEntries(fieldNames.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
}

function refuseTakenName(store: Store, organizationId: number, name?: string): void {
  const isTaken = store.find("tools", (tool) => tool.organizationId === organizationId && tool.name === name);
  if (isTaken) throw new HttpError(409, `A tool named ${name} exists in this organization`);
}
