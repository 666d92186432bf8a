import * as fs from "node:fs";
import * as path from "node:path";
import { BuildProgress } from "./build-progress";
import { intoPlace } from "./into-place";
import { runToEnd } from "./run-to-end";

const MODULE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";

/**
 * Builds the CLI from its Go module: about 3 minutes on 2 cores when nothing is there yet, 115 MB. The module of the
 * Node language host cannot be had; `completeInstallation` puts ours beside it.
 */
export async function buildPulumi(version: string, folder: string): Promise<void> {
  await intoPlace(folder, async (root) => {
    const cwd = path.join(root, "module");
    fs.mkdirSync(cwd);
    // A go.work or a vendor folder of the user must not decide what is built.
    const env = { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" };
    const progress = new BuildProgress();
    const goWith = async (onLine: ((line: string) => void) | undefined, ...args: string[]): Promise<void> =>
      await runToEnd("go", args, { cwd, env, seconds: 1800, ...(onLine && { onLine }) });
    const go = (...args: string[]): Promise<void> => goWith(undefined, ...args);

    await go("version").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? new Error("there is no go on PATH") : error;
    });
    await go("mod", "init", "example.com/pulumi-cli");
    await goWith(progress.onDownload, "get", "-tool", `${MODULE}@v${version}`);
    let packages = 0;
    await goWith(() => packages++, "list", "-deps", MODULE);
    progress.expect(packages);
    const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
    const output = path.join(root, "bin", "pulumi");
    await goWith(
      progress.onCompile,
      "build",
      "-v",
      "-trimpath",
      "-tags",
      "osusergo,grpcnotrace",
      "-ldflags",
      flags,
      "-o",
      output,
      MODULE,
    );
    progress.done();
    fs.rmSync(cwd, { recursive: true });
  });
}
