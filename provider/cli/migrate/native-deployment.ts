import { randomUUID } from "node:crypto";
import { withoutNamespace } from "../../client/settings-table";
import { definitionOf, kinds } from "../../definitions/registry";
import { dynamicType, kindOfType, nativeType } from "../../definitions/resource-type";
import { withoutProvider } from "../../lifecycle/state/bookkeeping";
import { unconfirmedSince } from "../../lifecycle/once/unconfirmed";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/** A resource of an exported state. */
interface Resource extends Values {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly provider?: string;
  readonly inputs?: Values;
  readonly outputs?: Values;
}

/** The part of an exported state that is read. */
export interface Deployment extends Values {
  readonly resources?: readonly Resource[];
  readonly pending_operations?: readonly unknown[];
}

const dynamicProvider = "pulumi:providers:pulumi-nodejs";
const nativeProvider = "pulumi:providers:lumenone";

/**
 * Rewrites a state of the dynamic provider for the native plugin: types and URNs, providers, and outputs. Asks LumenOne for nothing.
 * @returns also how many resources were changed: 0 where there was none of the dynamic provider
 * @throws {Error} something in the state has to be settled first
 */
export function nativeDeployment(deployment: Deployment): { deployment: Deployment; count: number } {
  const { resources = [], pending_operations: pending = [] } = deployment;
  const ours = resources.filter(isDynamic);
  if (ours.length === 0) return { deployment, count: 0 };
  if (pending.length > 0) {
    throw new Error("The state has pending operations. Run `pulumi refresh` or `pulumi up`, so that nothing is open.");
  }
  const unsettled = ours.filter(({ outputs, ...rest }) => unconfirmedSince(outputs ?? {}) || rest["delete"] === true);
  if (unsettled.length > 0) {
    const names = unsettled.map(({ urn }) => urn.split("::").at(-1)).join(", ");
    throw new Error(
      `Nobody knows yet whether these were made or deleted: ${names}. Run \`pulumi up\` first, and then migrate.`,
    );
  }
  const providers = providersFor(resources, ours);
  const moved = resources.flatMap((resource): Resource[] => {
    const provider = providers.get(referenceOf(resource));
    if (provider) return provider.isShared ? [resource, provider.resource] : [provider.resource];
    return [isDynamic(resource) ? nativeResource(resource, providers) : resource];
  });
  return { deployment: { ...deployment, resources: withNativeUrns(moved) as Resource[] }, count: ours.length };
}

function isDynamic({ type }: Resource): boolean {
  const kind = kindOfType(type);
  return kind !== undefined && kinds.includes(kind) && type === dynamicType(kind);
}

/** How resources name a provider: its URN and its id. */
const referenceOf = ({ urn, id }: Resource) => `${urn}::${id}`;

/** The native provider in place of each dynamic one that our resources use. Others' resources may use the old one, too. */
function providersFor(resources: readonly Resource[], ours: readonly Resource[]) {
  const used = new Set(ours.map(({ provider }) => provider));
  const found = resources.filter((resource) => resource.type === dynamicProvider && used.has(referenceOf(resource)));
  return new Map(
    found.map((old): [string, { resource: Resource; isShared: boolean }] => {
      const isShared = resources.some((each) => each.provider === referenceOf(old) && !isDynamic(each));
      const resource = {
        ...old,
        ...(isShared && { id: randomUUID() }),
        urn: old.urn.replace(dynamicProvider, nativeProvider),
        type: nativeProvider,
        inputs: settingsIn(old.inputs),
        outputs: settingsIn(old.outputs),
      };
      return [referenceOf(old), { resource, isShared }];
    }),
  );
}

/** Settings of an explicit provider stand under their full keys there. */
function settingsIn({ version: _version, __internal: _internal, ...settings }: Values = {}): Values {
  return withoutNamespace(settings);
}

function nativeResource(resource: Resource, providers: ReturnType<typeof providersFor>): Resource {
  const kind = kindOfType(resource.type)!;
  const { derived = {} } = definitionOf(kind);
  const { inputs = {}, outputs = {}, id = "" } = resource;
  const provider = providers.get(resource.provider ?? "")?.resource;
  // Outputs that 0.1.0 did not write: TypeScript classes derive them, other languages do not.
  const missing = Object.entries(derived).filter(([name]) => outputs[name] === undefined && name !== "accountId");
  return {
    ...resource,
    type: nativeType(kind),
    inputs: withoutProvider(inputs),
    outputs: {
      ...withoutProvider(outputs),
      ...Object.fromEntries(missing.map(([name, derive]) => [name, derive(id)])),
    },
    ...(provider && { provider: referenceOf(provider) }),
  };
}

/** Every URN, wherever it stands, with the native types in it. */
function withNativeUrns(value: unknown): unknown {
  if (typeof value === "string") {
    return value.startsWith("urn:pulumi:")
      ? value.replace(/pulumi-nodejs:dynamic\/lumenone:(\w+)/g, (_, kind: string) => nativeType(kind))
      : value;
  }
  if (Array.isArray(value)) return value.map(withNativeUrns);
  if (!isObject(value)) return value;
  // Inputs and outputs are the program's.
  const isProgram = (key: string) => key === "inputs" || key === "outputs";
  const entries = Object.entries(value).map(([key, inner]) => [key, isProgram(key) ? inner : withNativeUrns(inner)]);
  return Object.fromEntries(entries);
}
