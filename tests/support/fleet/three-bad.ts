import { type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { type FleetProject } from "./fleet-project";

/** Which tenants are bad, and in which way: by their stacks, but the one that LumenOne refuses. */
export interface ThreeBad {
  /** Gets a file with an error. */
  readonly invalid: string;
  /** Slug of its organization, whose tools LumenOne refuses. */
  readonly refusedSlug: string;
  /** Somebody else holds the lock of its stack. */
  readonly locked: string;
}

/**
 * Makes three tenants bad, each in its own way.
 * @returns puts things right again
 */
export async function threeBad(
  project: FleetProject,
  simulator: Simulator,
  { invalid, refusedSlug, locked }: ThreeBad,
): Promise<() => void> {
  const file = `tenants/${invalid}.yaml`;
  const good = fs.readFileSync(path.join(project.folder, file), "utf8");
  project.write(file, "workspaces:\n  support:\n    topN: 0\n");

  simulator.faults.add({
    kind: "status",
    status: 400,
    body: { success: false, message: "the name of this tool is reserved" },
    operationId: "createOrganizationTool",
    where: { orgSlug: refusedSlug },
    times: Infinity,
  });

  const { code, stderr } = await project.pulumi("stack", "init", locked, "--no-select");
  if (code !== 0) throw new Error(stderr);
  const lock = path.join(project.stack.folder, "backend/.pulumi/locks/organization/fleet", locked);
  fs.mkdirSync(lock, { recursive: true });
  const holder = { pid: process.pid, username: "ann", hostname: "runner-7", timestamp: "2026-11-23T05:00:00Z" };
  fs.writeFileSync(path.join(lock, "1b671a64-40d5-491e-99b0-da01ff1f3341.json"), JSON.stringify(holder));

  return () => {
    project.write(file, good);
    simulator.faults.clear();
    fs.rmSync(lock, { recursive: true });
  };
}
