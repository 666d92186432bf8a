import { type Definition } from "./definition";
import { type Values } from "../state/values";

/** Outputs as the current definition writes them, whatever release they were recorded by. */
export function upgrade(definition: Definition, outputs: Values): Values {
  const version = typeof outputs["stateVersion"] === "number" ? outputs["stateVersion"] : 1;
  if (version > definition.version) {
    throw new Error(
      `${definition.kind}: this state was written by a newer pulumi-lumenone (version ${version} of the kind, ` +
        `${definition.version} is known here). Update the package to at least that release.`,
    );
  }
  return version < definition.version && definition.upgrade ? definition.upgrade(outputs, version) : outputs;
}
