import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Contract, releasedContract } from "../../client/contract/contract";
import { loadContract } from "../../client/contract/overlay/load-contract";
import { variableOf } from "../../client/settings-table";
import { isObject } from "../../client/is-object";

const key = "lumenone:contract";

/**
 * The contract that the resources of a stack use, as far as files and the environment have it: the stack's configuration, then the
 * project's, then the environment.
 * @param overlay in place of the environment's
 * @throws {OverlayError} it cannot be used
 */
export function contractOfStack(project: string, stack: string, overlay?: string): Contract {
  const file =
    settingIn(join(project, `Pulumi.${stack}.yaml`)) ??
    settingIn(join(project, "Pulumi.yaml")) ??
    overlay ??
    process.env[variableOf("contract") ?? ""];
  return file ? loadContract(file, project) : releasedContract();
}

function settingIn(file: string): string | undefined {
  let content: unknown;
  try {
    content = parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // It is not there, or it is for the engine to refuse.
  }
  const config = isObject(content) ? content["config"] : undefined;
  const setting = isObject(config) ? config[key] : undefined;
  const value = isObject(setting) ? (setting["value"] ?? setting["default"]) : setting;
  return typeof value === "string" ? value : undefined;
}
