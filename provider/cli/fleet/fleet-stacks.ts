import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject } from "./find-project";
import { git } from "./plan/git";
import { planFleet } from "./plan/plan-fleet";

/** Options of `fleet stacks`. */
interface StacksOptions {
  readonly repo: string;
  readonly branch: string;
  readonly out?: string;
  readonly backend?: string;
  readonly namespace?: string;
  readonly secret: string;
  readonly allowOutside?: boolean;
}

/** Variables that a workspace pod takes from the Kubernetes secret. */
const variables = ["LUMENONE_API_KEY", "LUMENONE_BASE_URL", "LUMENONE_ACCOUNT_ID", "PULUMI_CONFIG_PASSPHRASE"];

/** Writes a `Stack` resource of the Pulumi Kubernetes Operator for each tenant: to standard output, or a file each. */
export async function fleetStacks(
  paths: readonly string[],
  options: StacksOptions,
  reporter: Reporter,
): Promise<number> {
  const project = findProject(paths[0] ?? ".");
  const { tenants } = await planFleet(paths, project, { allowOutside: options.allowOutside });
  const wrong = tenants.filter(({ problem }) => problem !== undefined);
  if (wrong.length > 0) {
    const files = wrong.map(({ file }) => file).join(", ");
    throw new CommandError(`${files}: these have problems. \`pulumi-lumenone validate\` shows them.`);
  }
  const repoDir = await folderInRepository(project);
  const resources = tenants.map(({ stack }) => ({
    name: kubernetesName(stack),
    yaml: stringify(stackResource(stack, repoDir, options)),
  }));
  const twice = resources.find(({ name }, index) => resources.findIndex((other) => other.name === name) < index);
  if (twice)
    throw new CommandError(`Two tenants would be called ${twice.name} in Kubernetes: rename one of their stacks.`);
  if (options.out === undefined) {
    for (const { yaml } of resources) process.stdout.write(`---\n${yaml}`);
  } else {
    mkdirSync(options.out, { recursive: true });
    for (const { name, yaml } of resources) writeFileSync(join(options.out, `${name}.yaml`), yaml);
  }
  reporter.warn(`${resources.length} Stack resources${options.out === undefined ? "" : ` in ${options.out}`}.`);
  return exitCode.done;
}

/**
 * The project's folder from the root of its repository; undefined at the root.
 * @throws {CommandError} it is in no repository
 */
async function folderInRepository(project: string): Promise<string | undefined> {
  const exit = await git("fleet stacks", project, ["rev-parse", "--show-prefix"]);
  if (exit.code === 0) return exit.stdout.trim().replace(/\/$/, "") || undefined;
  throw new CommandError(
    `${project} is in no git repository, and the operator takes it from one: ${exit.stderr.trim()}`,
  );
}

/** What is undefined is left out of the YAML. */
function stackResource(stack: string, repoDir: string | undefined, options: StacksOptions): object {
  const { repo, branch, backend, namespace, secret } = options;
  const fromSecret = (key: string) => ({ type: "Secret", secret: { name: secret, key } });
  return {
    apiVersion: "pulumi.com/v1",
    kind: "Stack",
    metadata: { name: kubernetesName(stack), namespace },
    spec: {
      stack,
      projectRepo: repo,
      branch,
      repoDir,
      backend,
      envRefs: Object.fromEntries(variables.map((name) => [name, fromSecret(name)])),
      // Objects of LumenOne are deleted only on request.
      destroyOnFinalize: false,
      retryOnUpdateConflict: true,
    },
  };
}

function kubernetesName(stack: string): string {
  return stack
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 200);
}
