import { type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { isObject } from "../../client/is-object";
import { functionOf } from "../../functions/ask/registry";
import { type Values } from "../../lifecycle/state/values";
import { type ProviderInstance } from "../provider-instance";
import { bagOf, structOf } from "../wire/bag";
import { envelope, holdsSecret, opened } from "../wire/secrets";

/** Calls a data function: `lumenone:index:getWorkspaces`. A result that came of a secret is one, too. */
export async function invoke(request: InvokeRequest, instance: ProviderInstance): Promise<InvokeResponse> {
  const [, name = ""] = /^lumenone:index:(\w+)$/.exec(request.getTok()) ?? [];
  const { ask, secret } = functionOf(name);
  const sent = bagOf(request.getArgs());
  const { accountId, ...args } = opened(sent);
  const options = typeof accountId === "string" ? { accountId } : {};
  // What a program leaves out may arrive as null.
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
  const asked = await ask(instance.client, given, options);
  const result = typed(asked, schema().functions[`lumenone:index:${name}`]?.outputs) as Values;
  if (!secret && !holdsSecret(sent)) return new InvokeResponse().setReturn(structOf(result));
  const sealed = Object.entries(result).map(([key, value]) => [key, envelope(value)] as const);
  return new InvokeResponse().setReturn(structOf(Object.fromEntries(sealed)));
}

/** The parts of a type in the schema that say how a value is sent. */
interface Typed {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Typed;
  readonly properties?: Readonly<Record<string, Typed>>;
}

interface Schema {
  readonly types: Readonly<Record<string, Typed>>;
  readonly functions: Readonly<Record<string, { readonly outputs: Typed }>>;
}

const schema = (): Schema => require("pulumi-lumenone/schema.json") as Schema;

/**
 * The result of a data function, in the types of the schema: LumenOne has some ids as numbers and some as texts, and SDKs
 * refuse a value of another type.
 */
function typed(value: unknown, expected: Typed = {}): unknown {
  const { $ref = "" } = expected;
  const type = $ref.startsWith("#/types/") ? schema().types[$ref.slice("#/types/".length)] : expected;
  if (Array.isArray(value)) return value.map((item) => typed(item, type?.items));
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, typed(inner, type?.properties?.[key])]);
    return Object.fromEntries(entries);
  }
  if (type?.type === "string" && typeof value === "number") return String(value);
  const isNumber = type?.type === "integer" || type?.type === "number";
  return isNumber && typeof value === "string" && Number.isFinite(Number(value || NaN)) ? Number(value) : value;
}
