import { createSimulator, demoSeed } from "lumenone-simulator";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { installSchemathesis } from "./install-schemathesis";

/**
 * Schemathesis makes requests up from the contract, valid ones and odd ones, and looks at what the simulator returns: no
 * 500, no status, type or body that the contract does not have. The simulator checks its own responses against the same
 * file; this is the second opinion, by other people's code.
 *
 * LUMENONE_CONTRACT_SEED (1) chooses other requests, LUMENONE_CONTRACT_EXAMPLES (3) how many for each operation.
 */
const seed = process.env["LUMENONE_CONTRACT_SEED"] ?? "1";
const examples = process.env["LUMENONE_CONTRACT_EXAMPLES"] ?? "3";
const contract = path.resolve(__dirname, "../../api/openapi.yaml");
const config = path.join(__dirname, "schemathesis.toml");
/** Operations that a run must have seen succeed: fewer, and it would have looked at refusals only. */
const enough = 30;

async function main(): Promise<boolean> {
  const python = await installSchemathesis();
  // It has what the contract's own examples name.
  const simulator = await createSimulator({ seed: demoSeed });
  // Schemathesis leaves files where it runs.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-contract-"));
  const run = async (...selection: string[]): Promise<boolean> => {
    const child = spawn(
      python,
      [
        ...["-c", "from schemathesis.cli import schemathesis; schemathesis()"],
        ...["--config-file", config, "run", contract],
        ...[
          "--url",
          `${simulator.url}/api/v1`,
          "--phases",
          "examples,coverage,fuzzing",
          "--no-color",
          "--warnings",
          "off",
        ],
        ...["--seed", seed, "--max-examples", examples, ...selection],
        ...[
          "--header",
          `Authorization: Bearer ${simulator.apiKey}`,
          "--header",
          `X-Account-Id: ${simulator.accountId}`,
        ],
      ],
      { cwd: folder, stdio: ["ignore", "inherit", "inherit"] },
    );
    const [code] = (await once(child, "close")) as [number | null];
    return code === 0;
  };
  try {
    // Deletions at the end, or there would be nothing to return.
    const passed = [await run("--exclude-method", "DELETE"), await run("--include-method", "DELETE")].every(Boolean);
    const good = simulator.journal.filter(({ status = 500 }) => status < 300);
    const succeeded = new Set(good.map(({ operationId }) => operationId)).size;
    process.stdout.write(`${simulator.journal.length} requests, ${succeeded} operations succeeded at least once\n`);
    return passed && succeeded >= enough;
  } finally {
    await simulator.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (passed) => (process.exitCode = passed ? 0 : 1),
  (error: unknown) => {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  },
);
