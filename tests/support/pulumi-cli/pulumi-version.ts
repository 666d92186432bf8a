import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Older CLIs do not know `inputs` in what a dynamic provider's `read` returns. */
const MINIMUM = [3, 216] as const;

/**
 * The version a CLI reports of itself, without the leading `v`.
 *
 * @throws Error when the file does not run or is older than 3.216.
 */
export async function pulumiVersion(command: string): Promise<string> {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const { stdout } = await promisify(execFile)(command, ["version"], { env, timeout: 30_000 }).catch(() => {
    throw new Error(`${command} does not run`);
  });
  const [text, major, minor] = /(\d+)\.(\d+)\.\d+[-+.\w]*/.exec(stdout) ?? [];
  if (text === undefined) throw new Error(`${command} did not print its version`);
  if (Number(major) !== MINIMUM[0] || Number(minor) < MINIMUM[1]) {
    throw new Error(`${command} is ${text}; ${MINIMUM.join(".")} or newer is needed`);
  }
  return text;
}
