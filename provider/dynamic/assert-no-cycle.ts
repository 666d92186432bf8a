import * as pulumi from "@pulumi/pulumi";

/** Refuses a value that contains itself, which Pulumi would follow for ever. */
export function assertNoCycle(resource: string, path: string, value: unknown, above: unknown[] = []): void {
  if (typeof value !== "object" || value === null) return;
  if (pulumi.Resource.isInstance(value) || pulumi.Output.isInstance(value) || value instanceof Promise) return;
  if (above.includes(value)) {
    throw new pulumi.RunError(`${resource}: ${path} contains itself. Give a value that can be written as JSON.`);
  }
  for (const [key, inner] of Object.entries(value)) assertNoCycle(resource, `${path}.${key}`, inner, [...above, value]);
}
