import * as pulumi from "@pulumi/pulumi";
import { clientFrom } from "../../client/client";
import { settingsFrom } from "../../client/settings";
import { definitionOf } from "../../definitions/registry";
import { type BaseContext, baseContext } from "../../lifecycle/process/base-context";
import { type Context, type MessageKind } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { stepContext } from "../../lifecycle/process/step-context";
import { handlerOf } from "./handler-of";

/**
 * The provider of one kind. The text `__provider` of every resource in every state requires `pulumi-lumenone/dynamic` and calls
 * this, so its name and its argument are a contract that does not change.
 */
export function handler(kind: string): Required<pulumi.dynamic.ResourceProvider> {
  return handlerOf(definitionOf(kind), hostContext);
}

/** One host process serves one configuration, so all kinds share what depends on it. */
const hosts = new Map<string, BaseContext>();
const ofConfig = new WeakMap<object, BaseContext>();

/** What a step of the lifecycle needs, from the host's configuration and then the environment. */
function hostContext(
  config: pulumi.dynamic.Config | undefined,
  pending: Promise<void>[],
  signal: AbortSignal,
): Context {
  const host = (config && ofConfig.get(config)) ?? hostFor(config);
  if (config) ofConfig.set(config, host);
  return stepContext(host, { log, pending, signal });
}

function hostFor(config: pulumi.dynamic.Config | undefined): BaseContext {
  const settings = settingsFrom((key) => config?.get(key));
  const key = JSON.stringify(settings);
  const host = hosts.get(key) ?? baseContext(settings, clientFrom(settings), new Session());
  hosts.set(key, host);
  return host;
}

let connected = false;

/** Shows a line of a host process as the engine's own. Resolves when it is delivered. */
function log(kind: MessageKind, message: string): Promise<void> {
  // The host process gets the engine's address as its first argument, but does not hand it to the SDK's log.
  const address = process.argv[2];
  if (!connected && address !== undefined) pulumi.runtime.resetOptions("", "", -1, address, "", false, "");
  connected = true;
  return kind === "status" ? pulumi.log.info(message, undefined, undefined, true) : pulumi.log[kind](message);
}
