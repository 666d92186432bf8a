import { intoPlace } from "./into-place";
import { runToEnd } from "./run-to-end";

/** Where the official installer begins, and how long that host may take to respond. */
const OFFICIAL = { installer: "https://get.pulumi.com/install.sh", patienceSeconds: 4 };

/**
 * The official download, by `PulumiCommand.install` of the Automation API. That one waits two minutes for a host that
 * does not respond, and without a limit for its transfer, so the host is probed first, and the installer runs in a process
 * of its own that ends in time.
 */
export async function downloadPulumi(version: string, folder: string, from = OFFICIAL): Promise<void> {
  await probe(from);
  await intoPlace(folder, async (root) => {
    const install = `
      const { PulumiCommand } = require("@pulumi/pulumi/automation");
      const { SemVer } = require("module").createRequire(require.resolve("@pulumi/pulumi/package.json"))("semver");
      PulumiCommand.install({ root: process.argv[1], version: new SemVer(process.argv[2]) })
        .catch((error) => { console.error(error.message); process.exit(1); });`;
    await runToEnd(process.execPath, ["-e", install, root, version], { cwd: __dirname, seconds: 300 });
  });
}

async function probe({ installer, patienceSeconds }: typeof OFFICIAL): Promise<void> {
  const host = new URL(installer).host;
  const signal = AbortSignal.timeout(patienceSeconds * 1000);
  const response = await fetch(installer, { method: "HEAD", signal }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new Error(`${host} cannot be reached (${cause})`);
  });
  if (!response.ok) throw new Error(`${host} returned ${response.status}`);
}
