import type * as pulumi from "@pulumi/pulumi";
import { type Settings, settingsFrom } from "../../client/settings";
import { aroundCalls } from "../../lifecycle/process/api";
import { type BaseContext, baseContext } from "../../lifecycle/process/base-context";
import { type Context } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { noticing } from "../../lifecycle/process/waiting-notice";
import { tell } from "./engine-log";

/** One host process serves one configuration, so all kinds share what depends on it. */
const hosts = new Map<string, BaseContext>();
const ofConfig = new WeakMap<object, BaseContext>();

/** What a step of the lifecycle needs, from the host's configuration and then the environment. */
export function hostContext(
  config: pulumi.dynamic.Config | undefined,
  told: Promise<void>[],
  signal: AbortSignal,
): Context {
  const host = (config && ofConfig.get(config)) ?? hostFor(settingsFrom((key) => config?.get(key)));
  if (config) ofConfig.set(config, host);
  const telling = (severity: "warn" | "info") => (message: string) => void told.push(tell(severity, message));
  const info = telling("info");
  const api = noticing(host.api, info);
  // All calls of one step end when its time is over.
  const ending = aroundCalls(api, (_operationId, request, send) => send({ ...request, signal }));
  return { ...host, api: ending, sharedApi: api, signal, warn: telling("warn"), info };
}

function hostFor(settings: Settings): BaseContext {
  const key = JSON.stringify(settings);
  const host = hosts.get(key) ?? baseContext(settings, new Session());
  hosts.set(key, host);
  return host;
}
