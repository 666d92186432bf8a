import type * as pulumi from "@pulumi/pulumi";
import { clientFrom } from "../../client/client";
import { type Settings, settingsFrom } from "../../client/settings";
import { type BaseContext, baseContext } from "../../lifecycle/process/base-context";
import { type Context } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { stepContext } from "../../lifecycle/process/step-context";
import { log } from "./engine-log";

/** One host process serves one configuration, so all kinds share what depends on it. */
const hosts = new Map<string, BaseContext>();
const ofConfig = new WeakMap<object, BaseContext>();

/** What a step of the lifecycle needs, from the host's configuration and then the environment. */
export function hostContext(
  config: pulumi.dynamic.Config | undefined,
  pending: Promise<void>[],
  signal: AbortSignal,
): Context {
  const host = (config && ofConfig.get(config)) ?? hostFor(settingsFrom((key) => config?.get(key)));
  if (config) ofConfig.set(config, host);
  return stepContext(host, { log, pending, signal });
}

function hostFor(settings: Settings): BaseContext {
  const key = JSON.stringify(settings);
  const host = hosts.get(key) ?? baseContext(settings, clientFrom(settings), new Session());
  hosts.set(key, host);
  return host;
}
