import type * as pulumi from "@pulumi/pulumi";
import { clientFrom } from "../../client/client";
import { type Settings, settingsFrom } from "../../client/settings";
import { aroundCalls } from "../../lifecycle/process/api";
import { type Context } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { clientApi } from "../../lifecycle/process/client-api";
import { tell } from "./engine-log";
import { journalOfProcess } from "./file-journal";
import { noticing } from "./waiting-notice";

/** One host process serves one configuration, so all kinds share what depends on it. */
type Host = Omit<Context, "warn" | "info" | "signal" | "sharedApi">;

const hosts = new Map<string, Host>();
const ofConfig = new WeakMap<object, Host>();

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

function hostFor(settings: Settings): Host {
  const key = JSON.stringify(settings);
  const host = hosts.get(key) ?? {
    api: clientApi(clientFrom(settings)),
    session: new Session(),
    maxRetries: settings.maxRetries,
    journal: journalOfProcess(),
    accountId: settings.accountId,
    adopt: settings.adopt,
    allowOriginChange: settings.allowOriginChange,
  };
  hosts.set(key, host);
  return host;
}
