import * as fs from "node:fs";
import * as path from "node:path";
import { type Deployment, type TestStack } from "../../tests/support/stack";

type Resource = NonNullable<Deployment["resources"]>[number];

/** The resources of the program's own: without the stack and its providers. */
export function programResources(deployment: Deployment): Resource[] {
  return (deployment.resources ?? []).filter(({ type }) => !/^pulumi:(?:pulumi|providers):/.test(type));
}

/**
 * Writes all that a stack has as a file for `pulumi import --file`.
 * @returns its path
 */
export async function writeImportFile(stack: TestStack, folder: string): Promise<string> {
  const resources = programResources(await stack.export()).map(({ urn, type, id, inputs, outputs }) => {
    return { type, name: urn.split("::").at(-1), id, inputs, outputs };
  });
  const file = path.join(folder, "import.json");
  fs.writeFileSync(file, JSON.stringify({ resources }), { mode: 0o600 });
  return file;
}
