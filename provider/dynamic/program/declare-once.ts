import * as pulumi from "@pulumi/pulumi";
import { type Definition } from "../../lifecycle/definition/definition";

/** What each running program has declared. A process may run several programs, one after the other or at once. */
const declared = new WeakMap<object, Map<string, string>>();
const numbers = new WeakMap<object, number>();
let last = 0;

/** A key that is equal for the same object; a text is its own key. Undefined while the value is unknown. */
function wordFor(value: unknown): string | undefined {
  if (typeof value === "string") return `"${value}"`;
  if (!pulumi.Resource.isInstance(value)) return undefined;
  const number = numbers.get(value) ?? ++last;
  numbers.set(value, number);
  return `#${number}`;
}

/** The value in a message: a text, or the resource by its name in the program. Never a secret: those are outputs. */
function shown(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  const { __name: name } = value as { readonly __name?: unknown };
  return typeof name === "string" ? `the resource "${name}"` : "a resource";
}

/**
 * Refuses a second resource for the same edge, or for a name that LumenOne has only once, where both are known while
 * the program runs.
 * @throws {pulumi.RunError} shown without a stack
 */
export function declareOnce(
  definition: Definition,
  name: string,
  args: Record<string, unknown>,
  provider: pulumi.ProviderResource | undefined,
): void {
  if (definition.names === "repeat") return;
  const stack: object | undefined = pulumi.runtime.getStackResource();
  if (!stack) return;
  const scope = Object.values(definition.id).flatMap(({ field }) => field ?? []);
  const fields = [...new Set("name" in definition.fields ? [...scope, "name"] : scope)];
  const given = fields.map((field) => [field, args[field] ?? (field === "name" ? name : undefined)] as const);
  const words = [...given.map(([, value]) => value), args["accountId"] ?? "", provider ?? ""].map(wordFor);
  if (words.includes(undefined)) return;
  const seen = declared.get(stack) ?? new Map<string, string>();
  declared.set(stack, seen);
  const key = [definition.kind, ...words].join(" ");
  const other = seen.get(key);
  if (other !== undefined) {
    const shared = given.map(([field, value]) => `${field} ${shown(value)}`).join(", ");
    const remedy = definition.names === "unique" ? ", or give them different names" : "";
    throw new pulumi.RunError(
      `${definition.kind} "${name}": "${other}" already declares the same one (${shared}). Keep one of the two${remedy}.`,
    );
  }
  seen.set(key, name);
}
