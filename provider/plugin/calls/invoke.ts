import { type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { functionOf } from "../../functions/ask/registry";
import { type Values } from "../../lifecycle/state/values";
import { type ProviderInstance } from "../provider-instance";
import { bagOf, structOf } from "../wire/bag";
import { resultAsTyped } from "../wire/result-as-typed";
import { envelope, holdsSecret, opened } from "../wire/secrets";

/** Calls a data function: `lumenone:index:getWorkspaces`. A result that came of a secret is one, too. */
export async function invoke(request: InvokeRequest, instance: ProviderInstance): Promise<InvokeResponse> {
  const [, name = ""] = /^lumenone:index:(\w+)$/.exec(request.getTok()) ?? [];
  const { ask, secret } = functionOf(name);
  const sent = bagOf(request.getArgs());
  const { accountId, ...args } = opened(sent);
  const options = typeof accountId === "string" ? { accountId } : {};
  const asked = (await ask(instance.client, withoutNulls(args), options)) as Values;
  const result = resultAsTyped(name, asked);
  const isSecret = secret || holdsSecret(sent);
  const sealed = isSecret
    ? Object.entries(result).map(([key, value]) => [key, envelope(value)])
    : Object.entries(result);
  return new InvokeResponse().setReturn(structOf(Object.fromEntries(sealed) as Values));
}

/** What a program leaves out may arrive as null. */
function withoutNulls(args: Values): Values {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}
