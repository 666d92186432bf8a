import * as fs from "node:fs";
import * as path from "node:path";
import { pulumiVersion } from "./pulumi-version";

/**
 * The CLI of a folder laid out as the official installer does it: `FOLDER/bin/pulumi`.
 *
 * @throws Error when there is none, or it does not run.
 */
export async function pulumiInFolder(
  folder: string,
): Promise<{ readonly command: string; readonly version: string; readonly kept: true }> {
  const command = path.join(folder, "bin", "pulumi");
  if (!fs.existsSync(command)) throw new Error(`none in ${folder}`);
  return { command, version: await pulumiVersion(command), kept: true };
}
