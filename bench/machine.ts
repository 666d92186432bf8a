import * as os from "node:os";
import { version as typescript } from "typescript";
import { version as pulumiSdk } from "@pulumi/pulumi/package.json";
import { ensurePulumi } from "../tests/support/pulumi-cli";

/** The machine and the versions of a measurement. Nothing identifies the machine among others of its model. */
export async function machine(): Promise<Record<string, string>> {
  const cli = await ensurePulumi({ print: () => undefined });
  return {
    processor: `${os.cpus()[0]?.model.trim() || "unknown"}, ${os.availableParallelism()} cores`,
    memory: `${Math.round(os.totalmem() / 1024 ** 3)} GiB`,
    system: `${os.type()} ${os.arch()}`,
    node: process.versions.node,
    "Pulumi CLI": cli.version,
    "@pulumi/pulumi": pulumiSdk,
    typescript,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** The same in one line. */
export function machineText(about: Readonly<Record<string, string>>): string {
  return Object.entries(about)
    .map(([what, value]) => `${what} ${value}`)
    .join(", ");
}
