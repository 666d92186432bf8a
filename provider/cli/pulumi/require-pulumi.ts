import { CommandError } from "../exit-code";
import { runPulumi } from "./run-pulumi";

/** The first Pulumi CLI whose import files may hold whole resources, which dynamic resources need. */
export const importVersion = "3.254.0";

/** Whether one version of the form `1.2.3` comes before another. */
export function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const index = [0, 1, 2].find((part) => one?.[part] !== other?.[part]);
  return index !== undefined && (one?.[index] ?? 0) < (other?.[index] ?? 0);
}

/**
 * Refuses work that the installed Pulumi CLI cannot finish.
 * @returns its version
 * @throws {CommandError} there is none, or it is older than `least`
 */
export async function requirePulumi(least: string, what: string): Promise<string> {
  const { stdout } = await runPulumi(["version"]);
  const version = /(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined || isOlder(version, least)) {
    throw new CommandError(
      `${what} needs Pulumi ${least} or newer, and this is ${version ?? "of no known version"}. ` +
        "Update it: https://www.pulumi.com/docs/install/.",
    );
  }
  return version;
}
