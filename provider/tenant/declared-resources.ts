import { type TenantArgs, type TenantLink, type TenantPart } from "./tenant-args";
import { linkedKey } from "./tenant-problems";

/** Name of the Pulumi resource of a part: its own, else that of the tenant with the keys that lead to it. */
export function partName(tenant: string, part: TenantPart | TenantLink, ...keys: string[]): string {
  return (typeof part === "string" ? undefined : part.resourceName) ?? [tenant, ...keys].join("-");
}

/** Every resource that a tenant of these args registers, as the state knows it, without a program and without an engine. */
export function declaredResources(tenant: string, args: TenantArgs): { kind: string; name: string }[] {
  const parts = (kind: string, map: Readonly<Record<string, TenantPart>> = {}) =>
    Object.entries(map).map(([key, part]) => ({ kind, name: partName(tenant, part, key) }));
  const workspaces = Object.entries(args.workspaces ?? {}).flatMap(([key, { tools = [], voice }]) => [
    ...tools.map((link) => ({ kind: "ToolAttachment", name: partName(tenant, link, key, linkedKey(link)) })),
    ...(voice ? [{ kind: "VoiceConfig", name: partName(tenant, voice, key) }] : []),
  ]);
  const documents = Object.entries(args.documents ?? {}).flatMap(([key, { workspaces: links = [] }]) =>
    links.map((link) => ({ kind: "DocumentEmbedding", name: partName(tenant, link, linkedKey(link), key) })),
  );
  return [
    { kind: "Organization", name: partName(tenant, args.organization ?? {}) },
    ...parts("OrganizationTool", args.tools),
    ...parts("Folder", args.folders),
    ...parts("NumberRequest", args.numbers),
    ...parts("Workspace", args.workspaces),
    ...parts("Document", args.documents),
    ...workspaces,
    ...documents,
  ];
}
