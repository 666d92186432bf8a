import * as pulumi from "@pulumi/pulumi";
import { type Client } from "../client/client";
import { type Provider, providerSettings } from "../dynamic/program/provider";
import { type Ask } from "./ask/ask";

/** How a data function sends its requests. */
export interface InvokeOptions {
  /** Default: one made from the stack's configuration and the environment. */
  client?: Client;
  /** UUID of the account that is asked about. Default: the client's. */
  accountId?: string;
}

/** How the `Output` form of a data function sends its requests, and what it waits for. */
export interface InvokeOutputOptions {
  /** Asks with this provider's key, host and account. */
  provider?: Provider;
  /** Default: one made from the provider, or from the stack's configuration and the environment. */
  client?: Client;
  /** UUID of the account that is asked about. Default: the provider's. */
  accountId?: pulumi.Input<string>;
  /** Asks only when these are there, and not in a preview in which they are not. */
  dependsOn?: pulumi.Input<pulumi.Resource> | pulumi.Input<pulumi.Input<pulumi.Resource>[]>;
}

/** Loads the HTTP side only when a program asks for data. */
function clientOf(get: (key: string) => string | undefined): Client {
  const { clientFrom } = require("../client/client") as typeof import("../client/client");
  const { settingsFrom } = require("../client/settings") as typeof import("../client/settings");
  // Programs of the Automation API run in a folder of their own.
  return clientFrom(settingsFrom(get, process.env, pulumi.getRootDirectory() || process.cwd()));
}

/** Asks LumenOne from a program: runs when it is called, in preview too. */
export async function invoke<A, R>(options: InvokeOptions | undefined, ask: Ask<A, R>, args: A): Promise<R> {
  try {
    const config = new pulumi.Config("lumenone");
    const client = options?.client ?? clientOf((key) => config.get(key.slice(key.indexOf(":") + 1)));
    return await ask(client, args, { accountId: options?.accountId });
  } catch (error) {
    // Makes Pulumi show the error without its stack. A program that catches it gets the same error.
    throw error instanceof Error ? Object.assign(error, { ...new pulumi.RunError(error.message) }) : error;
  }
}

/** The args of a data function, of which any may be an output, or the resource in place of its slug. */
export type InputsOf<A> = { [K in keyof A]: pulumi.Input<A[K]> | pulumi.CustomResource };

/** Makes the form of a data function that takes and gives outputs. It waits for its args and for `dependsOn`. */
export function outputForm<A extends object, R>(
  ask: (args: A, options?: InvokeOptions) => Promise<R>,
  { secret = false }: { readonly secret?: boolean } = {},
): (args?: InputsOf<A>, options?: InvokeOutputOptions) => pulumi.Output<R> {
  return (args = {} as InputsOf<A>, options = {}) => {
    const known = Object.entries(args).map(([name, value]) => [
      name,
      pulumi.CustomResource.isInstance(value) ? value.id : value,
    ]);
    // The key is secret, and must not make every result secret.
    const settings =
      options.provider && !options.client ? pulumi.unsecret(providerSettings(options.provider)) : undefined;
    const ready = pulumi.output({
      args: Object.fromEntries(known) as Record<string, unknown>,
      accountId: options.accountId,
      settings,
      // The URNs of resources are known at their registration, their ids when they exist.
      after: pulumi.output(options.dependsOn ?? []).apply((resources) => identities(resources)),
    });
    const response = ready.apply(async (values) => {
      const { accountId, settings: found } = values;
      return ask(values.args as A, { client: options.client ?? (found && clientOf((key) => found[key])), accountId });
    });
    return secret ? (pulumi.secret(response) as pulumi.Output<R>) : response;
  };
}

function identities(resources: unknown): pulumi.Output<unknown>[] {
  const list: unknown[] = Array.isArray(resources) ? resources : [resources];
  return list.map((item) => (pulumi.CustomResource.isInstance(item) ? item.id : pulumi.output(undefined)));
}
