/** An answer in another envelope: `{tool: {...}}` as `{...}` or as `{tool: [{...}]}`. */
export function reshape(body: unknown, shape: "bare" | "array"): unknown {
  const [key, content] = Object.entries(body as object).find(([, value]) => typeof value === "object" && value) ?? [];
  if (key === undefined) return body;
  const one: unknown = Array.isArray(content) && content.length === 1 ? (content as unknown[])[0] : content;
  if (shape === "bare") return content;
  return { ...(body as object), [key]: [one] };
}
