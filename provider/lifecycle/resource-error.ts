import { type Definition } from "./definition";
import { type Values } from "./values";

/** How a resource is called in messages: `Workspace "Support" (support)`. Dynamic providers are not told the URN. */
export function resourceLabel(definition: Definition, values: Values, id?: string): string {
  const name = typeof values["name"] === "string" ? ` "${values["name"]}"` : "";
  const shown = id ?? Object.values(definition.id).map((part) => (part.field ? values[part.field] : undefined));
  const where = Array.isArray(shown) ? shown.filter((part) => typeof part === "string").join("/") : shown;
  return `${definition.kind}${name}${where && where !== values["name"] ? ` (${where})` : ""}`;
}

/** Something that the person at the terminal has to decide or correct: what failed, why, and what to do next. */
export class ResourceError extends Error {
  constructor(resource: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${resource}: ${problem} ${remedy}`.trim(), options);
    this.name = "ResourceError";
  }
}
