export interface Tool {
  id: number;
  organizationId: number;
  name: string;
  description: string | null;
  type: string;
  config: Record<string, unknown> | null;
  enabled: boolean;
}

/** A tool in a workspace. */
export interface ToolAttachment {
  id: number;
  workspaceId: number;
  toolId: number;
}
