import { withoutNamespace } from "../client/settings-table";
import { isObject } from "../client/is-object";
import { type Values } from "../lifecycle/state/values";

/**
 * The stack's configuration of this operation, in which the engine starts the plugin: settings by their name without
 * `lumenone:`, secrets in clear. The state of a default provider can hold an older key. Empty where the engine gives none.
 */
export function currentConfiguration(environment: NodeJS.ProcessEnv = process.env): Values {
  const text = environment["PULUMI_CONFIG"];
  if (text === undefined || text === "") return {};
  const config: unknown = JSON.parse(text);
  return isObject(config) ? withoutNamespace(config) : {};
}
