import * as pulumi from "@pulumi/pulumi";

/** How a {@link Provider} reaches LumenOne. Whatever is not given comes from the stack's configuration. */
export interface ProviderArgs {
  /** The company's API key. Kept encrypted. Default: `lumenone:apiKey`, then `LUMENONE_API_KEY`. */
  apiKey?: pulumi.Input<string>;
  /** `https://HOST`, with or without `/api/v1`; plain http only to this machine. Default: `lumenone:baseUrl`. */
  baseUrl?: pulumi.Input<string>;
  /** UUID of the account that resources belong to when they name none. Default: `lumenone:accountId`. */
  accountId?: pulumi.Input<string>;
  /** Whether resources that do not say take over existing objects of their name. Default: `lumenone:adopt`, then false. */
  adopt?: pulumi.Input<boolean>;
  /** Requests in flight at once, over all resources of this provider. Default: 10. */
  maxConcurrency?: pulumi.Input<number>;
  /** Requests a second, over all resources of this provider. Default: no limit. */
  requestsPerSecond?: pulumi.Input<number>;
  /** Seconds that one request may take, at most 90; an upload or an embedding 15 times that. Default: 60. */
  timeoutSeconds?: pulumi.Input<number>;
  /** How often a request is sent again after a passing fault. Default: 5. */
  maxRetries?: pulumi.Input<number>;
  /** The host was renamed, and the objects are the same. Default: false. */
  allowOriginChange?: pulumi.Input<boolean>;
  /** Corrects paths that differ on this host: operationId to method and path. Default: `lumenone:operations`. */
  operations?: pulumi.Input<Record<string, { method: string; path: string }>>;
  /**
   * Path, from the project's folder, of an OpenAPI Overlay 1.0 file that corrects the contract. Default: `lumenone:contract`, then
   * `LUMENONE_CONTRACT`.
   */
  contract?: pulumi.Input<string>;
}

const names = [
  "apiKey",
  "baseUrl",
  "accountId",
  "adopt",
  "maxConcurrency",
  "requestsPerSecond",
  "timeoutSeconds",
  "maxRetries",
  "allowOriginChange",
  "operations",
  "contract",
] as const satisfies readonly (keyof ProviderArgs)[];

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
  for (const key of names) {
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
