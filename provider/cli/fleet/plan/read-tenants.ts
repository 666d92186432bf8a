import { readdirSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { type FileProblem } from "../../../tenant/file/sourced";
import { readTenantFile, type TenantFile, type TenantFileOptions } from "../../../tenant/file/tenant-file";
import { isTenantFile, isYaml, tenantFilesIn } from "../../../tenant/file/tenant-files-in";
import { CommandError, exitCode } from "../../exit-code";

/** How deep to look for tenants that the command does not read: a message names their folders. */
const deepest = 4;

/**
 * Reads the tenants that a command line names, one after the other. Two of one stack are a problem of the second.
 * @throws {CommandError} a name is not a tenant and holds none
 */
export function* readTenants(given: readonly string[], options: TenantFileOptions): Generator<TenantFile> {
  const stacks = new Map<string, string>();
  for (const path of tenantPaths(given)) {
    const tenant = readTenantFile(path, options);
    const other = stacks.get(tenant.stack);
    stacks.set(tenant.stack, path);
    if (other === undefined) yield tenant;
    else {
      const message = `${other} is the stack "${tenant.stack}" already: give this one another with \`stack:\`, or rename it.`;
      const problem: FileProblem = { file: tenant.path, line: 1, column: 1, message };
      yield { ...tenant, problems: [problem, ...tenant.problems] };
    }
  }
}

/**
 * The files that a command line names: single files, and all tenants of folders.
 * @throws {CommandError} a name is not a tenant and holds none: nothing is skipped silently
 */
export function tenantPaths(given: readonly string[]): string[] {
  const paths = given.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat)
      throw usage(`There is no file or folder ${path}.${/[*?[{]/.test(path) ? " The pattern matches none." : ""}`);
    if (!stat.isDirectory()) return [tenantFile(path)];
    const files = tenantFilesIn(path);
    if (files.length === 0) throw usage(`There is no tenant in ${path}: ${whatIsIn(path)}.`);
    return files;
  });
  const seen = new Set<string>();
  return paths.filter((path) => !seen.has(resolve(path)) && seen.add(resolve(path)));
}

function tenantFile(path: string): string {
  const name = basename(path);
  if (!isYaml(name)) throw usage(`${path} is not a YAML file: the name of a tenant's file ends with .yaml or .yml.`);
  if (isTenantFile(name)) return join(path);
  throw usage(`${path} is not a tenant: files whose names begin with "${name[0]}" are bases.`);
}

function usage(what: string): CommandError {
  return new CommandError(`${what} Name tenants' files, or the folder that they are in.`, exitCode.usage);
}

/** The content of a folder without tenants, in words. */
function whatIsIn(folder: string): string {
  const below = foldersWithTenants(folder, deepest);
  if (below.length > 0)
    return `folders are not searched, and ${below.slice(0, 5).join(", ")}${below.length > 5 ? " and others" : ""}`;
  const names = readdirSync(folder);
  if (names.some(isYaml)) return "it holds bases alone, files whose names begin with _";
  return names.length === 0 ? "it is empty" : "it holds no YAML file";
}

function foldersWithTenants(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === "node_modules" || entry.name.startsWith(".")) return [];
    const inside = join(folder, entry.name);
    const { length } = tenantFilesIn(inside);
    return [
      ...(length > 0 ? [`${inside}${sep} has ${length === 1 ? "one" : length}`] : []),
      ...foldersWithTenants(inside, depth - 1),
    ];
  });
}
