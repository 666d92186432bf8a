import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");

/** The `@pulumi/pulumi` that is developed with. */
export const installedPulumi = (
  JSON.parse(fs.readFileSync(path.join(root, "node_modules/@pulumi/pulumi/package.json"), "utf8")) as {
    version: string;
  }
).version;

/**
 * A folder of its own, as a user has it: the packages as they would be published, and these.
 * @returns the folder, to be removed afterwards
 */
export function packedProject(dependencies: Readonly<Record<string, string>>, manifest: object = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-packed-"));
  const archives = ["provider", "simulator"].map((name) => {
    const packed = npm(path.join(root, name), "pack", "--json", "--pack-destination", folder);
    return `file:./${(JSON.parse(packed) as { filename: string }[])[0]?.filename}`;
  });
  const [provider, simulator] = archives;
  fs.writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({
      name: "somebody",
      private: true,
      ...manifest,
      dependencies: { "pulumi-lumenone": provider, "lumenone-simulator": simulator, ...dependencies },
    }),
  );
  npm(folder, "install", "--no-audit", "--no-fund", "--prefer-offline");
  return folder;
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
