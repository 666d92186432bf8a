import { createRequire } from "node:module";
import { join } from "node:path";
import { CommandError } from "./exit-code";

/**
 * Loads an optional peer: that of the folder where the command is started, then the one beside this package.
 * @throws {CommandError} with this message, if it is not installed
 */
export function optionalPackage<T>(name: string, missing: string): T {
  for (const from of [join(process.cwd(), "noop.js"), __filename]) {
    try {
      return createRequire(from)(name) as T;
    } catch (error) {
      if ((error as { code?: unknown }).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new CommandError(missing);
}
