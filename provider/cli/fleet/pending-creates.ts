import { type Stack } from "@pulumi/pulumi/automation";

interface Operation {
  readonly type: string;
  readonly resource: { readonly type: string };
}

/**
 * Takes what a killed run had begun to make out of the state: LumenOne may have it, and the state does not. The next `up`
 * that adopts finds what is there, and makes the rest; left in the state, each would be warned of for ever.
 * @returns how many there were
 * @throws an organization is among them, and another tenant's has the same name, which is all to find it by
 */
export async function clearPendingCreates(stack: Stack, sharesName: boolean): Promise<number> {
  const exported = await stack.exportStack();
  const deployment = exported.deployment as { pending_operations?: Operation[] } | undefined;
  const pending = deployment?.pending_operations ?? [];
  const creates = pending.filter(({ type }) => type === "creating");
  if (creates.length === 0) return 0;
  if (sharesName && creates.some(({ resource }) => resource.type.endsWith(":Organization"))) {
    throw new Error(
      `error: A run was killed while it made the organization of ${stack.name}, and another tenant's organization has the ` +
        "same name. Look at LumenOne for one that belongs to nobody: delete it, or adopt it under a name of its own. Then " +
        `\`pulumi refresh --clear-pending-creates --stack ${stack.name}\`.`,
    );
  }
  const rest = pending.filter(({ type }) => type !== "creating");
  await stack.importStack({ ...exported, deployment: { ...exported.deployment, pending_operations: rest } });
  return creates.length;
}
