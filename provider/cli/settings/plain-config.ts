import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { CommandError } from "../exit-code";

/** The plain values of a stack's file, and the keys whose values only the Pulumi CLI can decrypt. */
export interface PlainConfig {
  readonly file: string;
  readonly values: ReadonlyMap<string, string>;
  readonly secure: readonly string[];
}

/**
 * The configuration of a stack without the Pulumi CLI: from `Pulumi.STACK.yaml` of the project around a folder.
 * @returns undefined where there is no such file
 */
export function plainConfig(stack: string, cwd: string): PlainConfig | undefined {
  const project = projectAround(cwd);
  if (project === undefined) return undefined;
  const { stackConfigDir } = yamlOf(join(project, "Pulumi.yaml"));
  const folder = typeof stackConfigDir === "string" ? resolve(project, stackConfigDir) : project;
  const file = join(folder, `Pulumi.${stack.split("/").at(-1) ?? stack}.yaml`);
  if (!existsSync(file)) return undefined;
  const { config } = yamlOf(file);
  const entries = Object.entries(isObject(config) ? config : {});
  const plain = entries.filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
  return {
    file,
    values: new Map(plain.map(([key, value]) => [key, String(value)])),
    secure: entries.flatMap(([key, value]) => (isObject(value) && "secure" in value ? [key] : [])),
  };
}

/** The folder of the project that a folder belongs to. */
export function projectAround(folder: string): string | undefined {
  if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
  const above = dirname(resolve(folder));
  return above === resolve(folder) ? undefined : projectAround(above);
}

function yamlOf(file: string): Values {
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    return isObject(content) ? content : {};
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
