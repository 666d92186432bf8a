import { type Contract, releasedContract } from "../../client/contract/contract";
import { loadContract } from "../../client/contract/overlay/load-contract";
import { variableOf } from "../../client/settings-table";
import { projectFile } from "../../client/contract/overlay/project-folder";
import { settingIn, stackFile, yamlContent } from "./project-yaml";

const key = "lumenone:contract";

/**
 * The contract that the resources of a stack use, as far as files and the environment have it: the stack's configuration, then the
 * project's, then the environment.
 * @param overlay in place of the environment's
 * @throws {OverlayError} it cannot be used
 */
export function contractOfStack(project: string, stack: string, overlay?: string): Contract {
  const content = yamlContent(projectFile(project));
  const configured = settingIn(yamlContent(stackFile(project, stack, content)), key) ?? settingIn(content, key);
  const given = overlay ?? process.env[variableOf("contract") ?? ""];
  const file = typeof configured === "string" ? configured : given;
  return file ? loadContract(file, project) : releasedContract();
}
