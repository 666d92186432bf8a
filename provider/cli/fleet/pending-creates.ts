import { type Stack } from "@pulumi/pulumi/automation";
import { definitionOf, kinds } from "../../definitions/registry";
import { assetIn, fileNameOf } from "../../lifecycle/engine/asset";
import { type Definition } from "../../lifecycle/definition/definition";
import { isObject, type Values } from "../../lifecycle/state/values";

interface Resource {
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Values;
  readonly outputs?: Values;
}

interface Operation {
  readonly type: string;
  readonly resource: Resource;
}

interface Deployment {
  readonly resources?: readonly Resource[];
  readonly pending_operations?: readonly Operation[];
}

/**
 * Takes what a killed run had begun to make out of the list of its open ends: LumenOne may have it, and the state does
 * not. The next `up` that adopts finds what is there, and makes the rest. What cannot be adopted comes into the state as
 * unconfirmed, as after a lost answer: then, too, the next `up` looks before it makes.
 * @returns how many there were
 * @throws an organization is among them, and another tenant's has the same name, which is all to find it by
 */
export async function clearPendingCreates(stack: Stack, sharesName: boolean): Promise<number> {
  const exported = await stack.exportStack();
  const deployment = (exported.deployment ?? {}) as Deployment;
  const { resources = [], pending_operations: pending = [] } = deployment;
  const creates = pending.filter(({ type }) => type === "creating");
  if (creates.length === 0) return 0;
  if (sharesName && creates.some(({ resource }) => resource.type.endsWith(":Organization"))) {
    throw new Error(
      `error: A run was killed while it made the organization of ${stack.name}, and another tenant's organization has the ` +
        "same name. Look at LumenOne for one that belongs to nobody: delete it, or adopt it under a name of its own. Then " +
        `\`pulumi refresh --clear-pending-creates --stack ${stack.name}\`.`,
    );
  }
  const open = creates.flatMap(({ resource }) => unconfirmedResource(resource, resources) ?? []);
  const rest = pending.filter(({ type }) => type !== "creating");
  await stack.importStack({
    ...exported,
    deployment: { ...deployment, resources: [...resources, ...open], pending_operations: rest },
  });
  return creates.length;
}

/** The kind of a resource of ours that may be made twice and cannot be adopted. */
function unadoptable({ type }: Resource): Definition | undefined {
  const kind = /^pulumi-nodejs:dynamic\/lumenone:(\w+)$/.exec(type)?.[1];
  if (kind === undefined || !kinds.includes(kind)) return undefined;
  const definition = definitionOf(kind);
  return definition.names === "repeat" && !("adopt" in definition.fields) ? definition : undefined;
}

/** As the provider itself leaves it where an answer was lost; those that the state has already are not it. */
function unconfirmedResource(resource: Resource, known: readonly Resource[]): Resource | undefined {
  const definition = unadoptable(resource);
  if (!definition) return undefined;
  const outputs: Record<string, unknown> = { ...resource.inputs };
  for (const [name, { hashAs, nameAs }] of Object.entries(definition.fields)) {
    const file = hashAs === undefined ? undefined : assetIn(isObject(outputs[name]) ? outputs[name] : undefined);
    if (hashAs === undefined || !file) continue;
    delete outputs[name];
    outputs[hashAs] = file.hash;
    if (nameAs !== undefined) outputs[nameAs] = fileNameOf(file);
  }
  const before = known.flatMap(({ type, id }) => (type === resource.type && id !== undefined ? [id] : []));
  return { ...resource, id: "unconfirmed", outputs: { ...outputs, unconfirmed: before } };
}
