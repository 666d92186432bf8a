import * as pulumi from "@pulumi/pulumi";
import { dirname, isAbsolute, relative } from "node:path";
import { Tenant } from "../tenant";
import { type TenantArgs } from "../tenant-args";
import { describeProblem } from "./describe-problem";
import { projectFolder } from "../../client/contract/overlay/project-folder";
import { SecretReference } from "./secret-reference";
import { type TenantFile } from "./tenant-file";
import { tenantFilesIn } from "./tenant-files-in";

/** Options of a tenant that is made from a file. */
export interface FileTenantOptions extends pulumi.ComponentResourceOptions {
  /**
   * Allows files (`file:`, `source:`, `extends:`, and the tenant's own) outside of the project's folder: who may edit the
   * tenant's file then reads every file that this program can read. Default: false, and they are an error.
   */
  allowOutside?: boolean;
}

/**
 * Makes the tenant that a YAML file describes, under the file's name. Secrets come from the stack's configuration.
 * @param path the file; a relative path begins at the program's folder
 * @throws {pulumi.RunError} the file has problems: each with file, line, column and remedy
 *
 * @example
 * const acme = lumenone.tenantFromFile("tenants/acme.yaml");
 */
export function tenantFromFile(path: string, options?: FileTenantOptions): Tenant {
  return fromFile(Tenant, path, options);
}

/** The same with the classes of one host. */
export function fromFile(
  Class: typeof Tenant,
  path: string,
  { allowOutside, ...opts }: FileTenantOptions = {},
): Tenant {
  return tenantOf(Class, read(path, allowOutside), opts);
}

/**
 * Makes the tenant of the current stack: the one whose file, of a folder with a file for each, has the stack's name, or
 * says it (`stack:`). With this as its program, a project serves plain `pulumi up` and `pulumi-lumenone fleet` alike.
 * @param folder where the files are; default: `tenants`
 * @throws {pulumi.RunError} no file is for this stack, or it has problems
 *
 * @example
 * export const slug = lumenone.tenantOfStack("tenants").organization.slug;
 */
export function tenantOfStack(folder?: string, options?: FileTenantOptions): Tenant {
  return ofStack(Tenant, folder, options);
}

/** The same with the classes of one host. */
export function ofStack(
  Class: typeof Tenant,
  folder = "tenants",
  { allowOutside, ...opts }: FileTenantOptions = {},
): Tenant {
  const files = tenantFilesIn(folder);
  const stack = pulumi.getStack();
  // The file of that name first: reading the others is only needed where one of them says another stack.
  const likely = files.sort((one, other) => Number(other.includes(stack)) - Number(one.includes(stack)));
  for (const file of likely) {
    const tenant = read(file, allowOutside);
    if (tenant.stack === stack) return tenantOf(Class, tenant, opts);
  }
  throw new pulumi.RunError(
    `No file in ${folder} is for the stack "${stack}". Add ${folder}/${stack}.yaml, or say \`stack: ${stack}\` in one of ` +
      `the ${files.length} that are there.`,
  );
}

function read(path: string, allowOutside: boolean | undefined): TenantFile {
  // A program without such files does not load what reads them.
  const { readTenantFile } = require("./tenant-file") as typeof import("./tenant-file");
  // A program of the Automation API may have no Pulumi.yaml: then its folder counts, if the file is in it.
  const way = relative("", path);
  const own = way.startsWith("..") || isAbsolute(way) ? dirname(path) : process.cwd();
  return readTenantFile(path, { project: projectFolder(dirname(path)) ?? own, allowOutside });
}

/**
 * Makes the tenant that a file describes.
 * @param placeholders for a preview by somebody who may not see the secrets: a word stands for each
 */
export function tenantOf(
  Class: typeof Tenant,
  { name, args, problems }: TenantFile,
  opts?: pulumi.ComponentResourceOptions,
  placeholders = false,
): Tenant {
  if (problems.length > 0) {
    const lines = problems.map((problem) => describeProblem({ ...problem, file: relative("", problem.file) }));
    throw new pulumi.RunError(lines.join("\n"));
  }
  const config = new pulumi.Config();
  const secretOf = ({ key, isObject }: SecretReference): unknown => {
    if (placeholders) return pulumi.secret(isObject ? { [key]: "placeholder" } : "placeholder");
    return isObject ? config.requireSecretObject(key) : config.requireSecret(key);
  };
  return new Class(name, withSecrets(args, secretOf) as TenantArgs, opts);
}

function withSecrets(value: unknown, secretOf: (reference: SecretReference) => unknown): unknown {
  if (value instanceof SecretReference) return secretOf(value);
  if (Array.isArray(value)) return value.map((item) => withSecrets(item, secretOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner, secretOf)]));
}
