import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { parse } from "yaml";
import { projectFile } from "../../client/contract/overlay/project-folder";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/** The content of a project's file, or of a stack's: empty where it cannot be read, which is for the engine to refuse. */
export function yamlContent(file: string | undefined): Values {
  try {
    const content: unknown = file === undefined ? undefined : parse(readFileSync(file, "utf8"));
    return isObject(content) ? content : {};
  } catch {
    return {};
  }
}

/**
 * The file of a stack's configuration, whether or not it exists: beside the project's file, or in its `stackConfigDir`.
 * @param content of the project's file, where it has been read
 */
export function stackFile(project: string, stack: string, content = yamlContent(projectFile(project))): string {
  const file = projectFile(project) ?? "Pulumi.yaml";
  const { stackConfigDir } = content;
  const folder = typeof stackConfigDir === "string" ? resolve(project, stackConfigDir) : project;
  return join(folder, `Pulumi.${stack}${extname(file)}`);
}

/** A plain value of the configuration in the content of such a file. Of a provider's setting, Pulumi allows no `default`. */
export function settingIn({ config }: Values, key: string): unknown {
  const setting = isObject(config) ? config[key] : undefined;
  return isObject(setting) ? setting["value"] : setting;
}
