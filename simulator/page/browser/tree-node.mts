import type { Entity, Tables } from "./model.mjs";

/** A line of the tree: an entity, or a group of them. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  /** What it is, in a word. */
  readonly kind: string;
  readonly badge?: string;
  readonly entity?: Entity;
  readonly children: readonly TreeNode[];
}

type Of = (kind: string, field: string, value: unknown) => readonly Entity[];

/** Returns the tenants as a tree: accounts, their organizations, and what these have. */
export function treeOf(tables: Tables): readonly TreeNode[] {
  const indexes = new Map<string, Map<unknown, Entity[]>>();
  const of: Of = (kind, field, value) => {
    const name = `${kind} ${field}`;
    if (!indexes.has(name))
      indexes.set(
        name,
        Map.groupBy(tables[kind] ?? [], (entity) => entity[field]),
      );
    return indexes.get(name)?.get(value) ?? [];
  };
  return (tables["accounts"] ?? []).map((account) => {
    const organizations = of("organizations", "account", account["id"]).map((one) => organizationNode(one, of));
    return node("accounts", "account", account, text(account["name"]) || text(account["id"]), organizations);
  });
}

function organizationNode(entity: Entity, of: Of): TreeNode {
  const { id } = entity;
  const inside = (kind: string) => of(kind, "organizationId", id);
  const documents = Object.groupBy(inside("documents"), ({ folder }) => text(folder));
  const groups = [
    ["Workspaces", inside("workspaces").map((one) => workspaceNode(one, of))],
    ["Tools", inside("tools").map((one) => node("tools", "tool", one, one["name"]))],
    [
      "Folders",
      inside("folders").map((one) => {
        const files = documents[text(one["name"])] ?? [];
        return node(
          "folders",
          "folder",
          one,
          one["name"],
          files.map((file) => node("documents", "document", file, file["title"])),
        );
      }),
    ],
    ["Numbers", inside("numbers").map((one) => node("numbers", "number", one, one["number"]))],
    ["Number requests", inside("numberRequests").map(requestNode)],
  ] as const;
  return node("organizations", "organization", entity, entity["name"], groupNodes(`organizations/${text(id)}`, groups));
}

function requestNode(one: Entity): TreeNode {
  const label = `${text(one["country"])} ${text(one["numberType"])} (${text(one["id"])})`;
  return { ...node("numberRequests", "number request", one, label), badge: text(one["status"]) };
}

function workspaceNode(entity: Entity, of: Of): TreeNode {
  const inside = (kind: string) => of(kind, "workspaceId", entity["id"]);
  const attached = inside("toolAttachments").map((one) =>
    node("toolAttachments", "attached tool", one, of("tools", "id", one["toolId"])[0]?.["name"] ?? "tool"),
  );
  const embedded = inside("embeddings").map((one) =>
    node("embeddings", "embedded document", one, of("documents", "id", one["documentId"])[0]?.["title"] ?? "document"),
  );
  const single = [
    ...inside("voiceIntegrations").map((one) => node("voiceIntegrations", "voice assistant", one, "Voice assistant")),
    ...inside("whatsAppConnections").map((one) => ({
      ...node("whatsAppConnections", "WhatsApp", one, "WhatsApp"),
      badge: one["connected"] ? "connected" : "pending",
    })),
  ];
  const calls = inside("callLogs").map((one) => node("callLogs", "call", one, one["summary"] || one["createdAt"]));
  const groups = [
    ["Attached tools", attached],
    ["Embedded documents", embedded],
    ["Calls", calls],
  ] as const;
  const children = [...single, ...groupNodes(`workspaces/${text(entity["id"])}`, groups)];
  return node("workspaces", "workspace", entity, entity["name"], children);
}

function groupNodes(parent: string, groups: readonly (readonly [string, readonly TreeNode[]])[]): TreeNode[] {
  return groups
    .filter(([, children]) => children.length > 0)
    .map(([label, children]) => ({
      id: `${parent}/${label}`,
      label,
      kind: "group",
      badge: String(children.length),
      children,
    }));
}

function node(
  table: string,
  kind: string,
  entity: Entity,
  label: unknown,
  children: readonly TreeNode[] = [],
): TreeNode {
  return { id: `${table}/${text(entity["id"])}`, kind, label: text(label) || "(no name)", entity, children };
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
