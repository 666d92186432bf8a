import * as pulumi from "@pulumi/pulumi";
import { settingNames } from "../../client/settings-table";
import { type ProviderArgs } from "./provider-args";

export { type ProviderArgs };

const settingsKey = Symbol.for("pulumi-lumenone.settings");

/**
 * A second account, key or host in one stack. Resources use it with the option `provider`, or by being children of one
 * that does.
 *
 * @example
 * const eu = new lumenone.Provider("eu", { apiKey, baseUrl: "https://eu.example.com", accountId });
 * new lumenone.Organization("acme", {}, { provider: eu });
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    const inputs = settingsInputs(args);
    super("pulumi-nodejs", name, inputs, opts);
    keepSettings(this, inputs);
  }
}

type SettingsInputs = Record<string, pulumi.Input<string> | undefined>;

/**
 * The settings of an explicit provider under their full keys. Its process is configured with these inputs alone, so the stack's
 * configuration fills in what is not given.
 */
export function settingsInputs(args: ProviderArgs): SettingsInputs {
  const config = new pulumi.Config("lumenone");
  const inputs: SettingsInputs = {};
  for (const key of settingNames) {
    const given: pulumi.Input<unknown> = args[key];
    inputs[`lumenone:${key}`] = given === undefined ? config.get(key) : pulumi.output(given).apply(asText);
  }
  const apiKey = inputs["lumenone:apiKey"];
  if (apiKey !== undefined) inputs["lumenone:apiKey"] = pulumi.secret(apiKey);
  return inputs;
}

/** Keeps the settings of a provider for data functions. */
export function keepSettings(provider: pulumi.ProviderResource, inputs: SettingsInputs): void {
  Object.defineProperty(provider, settingsKey, { value: pulumi.output(inputs) });
}

/** The settings of a provider under their full keys, for data functions, which run in the program. */
export function providerSettings(provider: pulumi.ProviderResource): pulumi.Output<Record<string, string | undefined>> {
  return (provider as unknown as { [settingsKey]: pulumi.Output<Record<string, string | undefined>> })[settingsKey];
}

/** A provider's inputs are texts, as in the stack's configuration. */
function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
