import { type Definition } from "../definition/definition";
import { type Values } from "../state/values";

/**
 * How messages refer to a resource: `Workspace (support)`, its kind and id. While it has no id, the resources that it
 * belongs to stand there, as in `OrganizationTool (acme)`. Its `name` and other values are left out: the program may have
 * made them secret, which the host process is not told. It is not told the URN either; the engine shows it with errors.
 */
export function resourceLabel(definition: Definition, values: Values, id?: string): string {
  const parents = Object.values(definition.id)
    .flatMap(({ field }) => (field !== undefined && definition.fields[field]?.refersTo ? [values[field]] : []))
    .filter((parent) => typeof parent === "string");
  const where = id ?? parents.join("/");
  return where === "" ? definition.kind : `${definition.kind} (${where})`;
}

/** Something that the person at the terminal has to decide or correct: what failed, why, and what to do next. */
export class ResourceError extends Error {
  constructor(resource: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${resource}: ${problem} ${remedy}`.trim(), options);
    this.name = "ResourceError";
  }
}
