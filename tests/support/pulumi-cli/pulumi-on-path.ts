import * as fs from "node:fs";
import * as path from "node:path";
import { pulumiVersion } from "./pulumi-version";

/**
 * The first `pulumi` of a search path, as a shell would start it.
 *
 * @throws Error when there is none, or it is too old.
 */
export async function pulumiOnPath(
  searchPath: string,
): Promise<{ readonly command: string; readonly version: string; readonly kept: false }> {
  const command = searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.resolve(folder, "pulumi"))
    .find(isExecutable);
  if (command === undefined) throw new Error("none");
  return { command, version: await pulumiVersion(command), kept: false };
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
