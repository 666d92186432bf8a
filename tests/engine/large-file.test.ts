import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { assetOfHash } from "../../provider/lifecycle/engine/asset";
import { sampleFiles, sha256 } from "../support/sample-files";
import { type HostProcess, startHost } from "../support/host-process";

/** A file is streamed: in the real host process, 200 MB do not cost 200 MB of memory. */
const mega = 1024 * 1024;
const files = sampleFiles();
let simulator: Simulator;
let host: HostProcess;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  host = await startHost({
    config: {
      "lumenone:apiKey": simulator.apiKey,
      "lumenone:baseUrl": simulator.url,
      "lumenone:accountId": simulator.accountId,
    },
  });
}, 30_000);
afterAll(async () => {
  await host?.close();
  await simulator?.close();
});

/** The most memory that the host process ever held, in bytes; the current memory where the system does not report that. */
function peak(): number {
  const kilobytes =
    process.platform === "linux"
      ? /VmHWM:\s*(\d+) kB/.exec(fs.readFileSync(`/proc/${host.pid}/status`, "utf8"))?.[1]
      : execFileSync("ps", ["-o", "rss=", "-p", String(host.pid)], { encoding: "utf8" });
  return Number(kilobytes) * 1024;
}

async function upload(name: string, source: object): Promise<void> {
  const { accountId } = simulator;
  await host.create("Document", {
    organization: "acme",
    accountId,
    source: { ...source, path: path.join(files.folder, name) },
  });
}

test("an upload of 200 MB takes less than 100 MB of memory", async () => {
  await upload("small.md", files.asset("small.md", "# Small"));
  const before = peak();
  const large = path.join(files.folder, "large.txt");
  const line = Buffer.alloc(mega, "Words of a large file. ");
  const hash = createHash("sha256");
  const file = fs.openSync(large, "w");
  for (let written = 0; written < 200; written++) {
    fs.writeSync(file, line);
    hash.update(line);
  }
  fs.closeSync(file);
  await upload("large.txt", assetOfHash(hash.digest("hex")));
  expect(simulator.snapshot().documents).toMatchObject([
    { sha256: sha256("# Small") },
    { bytes: 200 * mega, title: "large.txt" },
  ]);
  const cost = (peak() - before) / mega;
  process.stdout.write(`\n200 MB cost ${Math.round(cost)} MB of memory.\n`);
  expect(cost).toBeLessThan(100);
}, 120_000);
