import type { Tool } from "../entities/tool";

export const formatTool = ({ organizationId: _, ...tool }: Tool) => tool;
