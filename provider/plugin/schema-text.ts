/** The schema of the package, as `pulumi-lumenone/schema.json` has it. */
export function schemaText(): string {
  return JSON.stringify(require("pulumi-lumenone/schema.json"));
}
