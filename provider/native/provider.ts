import * as pulumi from "@pulumi/pulumi";
import { keepSettings, type ProviderArgs, settingsInputs } from "../dynamic/program/provider";
import { withoutNamespace } from "../client/settings-table";
import { version } from "../client/version";

/**
 * A second account, key or host in one stack, served by the plugin. Resources use it with the option `provider`, or by being
 * children of one that does.
 *
 * @example
 * const eu = new lumenone.Provider("eu", { apiKey, baseUrl: "https://eu.example.com", accountId });
 * new lumenone.Organization("acme", {}, { provider: eu });
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts: pulumi.ResourceOptions = {}) {
    const settings = settingsInputs(args);
    const dynamic = { type: "pulumi:providers:pulumi-nodejs" };
    const aliases = [...(opts.aliases ?? []), dynamic];
    super("lumenone", name, withoutNamespace(settings), { version, ...opts, aliases });
    keepSettings(this, settings);
  }
}
