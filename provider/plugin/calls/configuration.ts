import {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type DiffRequest,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { isObject } from "../../client/is-object";
import { type Settings, settingsFrom } from "../../client/settings";
import { withoutNamespace } from "../../client/settings-table";
import { containsUnknown } from "../../lifecycle/engine/unknown";
import { same } from "../../lifecycle/state/same";
import { type Values } from "../../lifecycle/state/values";
import { type ProviderInstance, type Surroundings } from "../provider-instance";
import { bagOf, structOf } from "../wire/bag";
import { opened, sealed } from "../wire/secrets";

const secretSettings: ReadonlySet<string> = new Set(["apiKey"]);

/** Looks at a provider's inputs. Settings that are not known yet are never wrong. */
export function checkConfig(request: CheckRequest, { surroundings }: ProviderInstance): CheckResponse {
  const sent = bagOf(request.getNews());
  const response = new CheckResponse().setInputs(structOf(sealed(opened(sent), [sent], secretSettings)));
  try {
    settingsOf(opened(sent), surroundings);
  } catch (error) {
    // Without its property: the engine would print the value.
    response.addFailures(new CheckFailure().setReason(error instanceof Error ? error.message : String(error)));
  }
  return response;
}

/**
 * How a provider's inputs changed. No change replaces the resources: another host is an error of each of them, which names both
 * hosts, and another account is a change of their own input.
 */
export function diffConfig(request: DiffRequest): DiffResponse {
  // A provider of a stack that was dynamic before has its settings under their full keys.
  const olds = withoutNamespace(opened(bagOf(request.getOldInputs() ?? request.getOlds())));
  const news = withoutNamespace(opened(bagOf(request.getNews())));
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  // The engine's own: the version of the plugin and where to get it.
  const changed = names.filter(
    (name) => !["version", "__internal", "pluginDownloadURL"].includes(name) && !same(olds[name], news[name]),
  );
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  return new DiffResponse().setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE).setDiffsList(changed);
}

/** Takes a provider's inputs over, before its first step. */
export function configure(request: ConfigureRequest, instance: ProviderInstance): ConfigureResponse {
  const given = withoutNamespace(opened(bagOf(request.getArgs())));
  // Refresh and destroy send what the state has. A default provider's settings are those of the stack, as they are now.
  const isDefault = /^default(?:_|$)/.test(request.getName() ?? "");
  const now = isDefault ? currentConfiguration(instance.surroundings.environment) : {};
  instance.configure(settingsOf({ ...given, ...now }, instance.surroundings));
  return new ConfigureResponse()
    .setAcceptsecrets(true)
    .setSupportspreview(true)
    .setSupportsAutonamingConfiguration(true);
}

/**
 * The stack's configuration of this operation, in which the engine starts the plugin: settings by their name without
 * `lumenone:`, secrets in clear. The state of a default provider can hold an older key. Empty where the engine gives none.
 */
function currentConfiguration({ PULUMI_CONFIG: text }: NodeJS.ProcessEnv): Values {
  const config: unknown = text ? JSON.parse(text) : {};
  return isObject(config) ? withoutNamespace(config) : {};
}

/** Settings that are not known yet count as not given. */
function settingsOf(values: Values, { environment, folder }: Surroundings): Settings {
  const get = (key: string) => {
    const value = values[key.slice("lumenone:".length)];
    return containsUnknown(value) ? undefined : (value as string | undefined);
  };
  return settingsFrom(get, environment, folder);
}
