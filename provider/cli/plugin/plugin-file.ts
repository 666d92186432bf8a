import { existsSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../exit-code";

/**
 * The executable of the native plugin in this package.
 * @throws {CommandError} it is not there, as in a checkout that was not built
 */
export function pluginFile(): string {
  const name = "pulumi-resource-lumenone";
  const file = join(__dirname, "../../bin", process.platform === "win32" ? `${name}.cmd` : name);
  if (existsSync(file)) return file;
  throw new CommandError(
    `The plugin is not in this package (looked for ${file}). In a checkout, run \`npm run build\`.`,
  );
}
