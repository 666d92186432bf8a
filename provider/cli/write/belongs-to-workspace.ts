const kinds = new Set(["ToolAttachment", "DocumentEmbedding", "VoiceConfig"]);

/** Whether a resource of this kind stands right below its workspace; everything else is set apart by an empty line. */
export function belongsToWorkspace(kind: string): boolean {
  return kinds.has(kind);
}
