import { createHash } from "node:crypto";
import type { Entities, Kind, Organization, Workspace } from "../entities";
import { defaultWorkspace } from "../rules/workspace-fields";
import { defaultAssistant, defaultCompany, defaultFolder } from "./defaults";
import { findByDocpath } from "./names";
import type { SeedEntities } from "./seed";
import { makeSlug } from "./slugs";
import type { Store } from "./store";

/** Completes the entities of a seed, by kind. */
export const complete: { [K in Kind]: (seed: SeedEntities[K], store: Store, now: string) => Entities[K] } = {
  apiKeys: (seed) => ({ company: defaultCompany, ...(typeof seed === "string" ? { key: seed } : seed) }),

  accounts: (seed, store, now) => ({
    company: defaultCompany,
    name: "Customer",
    createdAt: now,
    ...seed,
    id: seed.id ?? makeUuid(`account ${store.nextId("accounts")}`),
  }),

  organizations(seed, store, now) {
    const id = idFor(store, "organizations", seed.id);
    const name = seed.name ?? "Organization";
    const slug = makeSlug(name, id, (slug) => !!store.find("organizations", { slug }));
    const account = store.all("accounts")[0]?.id ?? "";
    return { id, account, name, slug, createdAt: now, lastUpdatedAt: now, ...seed };
  },

  workspaces({ organization, ...seed }, store, now) {
    const id = idFor(store, "workspaces", seed.id);
    const name = seed.name ?? defaultWorkspace.name;
    const slug = makeSlug(name, id, (slug) => !!store.find("workspaces", { slug }));
    const organizationId = seed.organizationId ?? organizationOf(store, organization).id;
    return { ...defaultWorkspace, id, organizationId, slug, createdAt: now, lastUpdatedAt: now, ...seed, name };
  },

  tools: ({ organization, ...seed }, store) => ({
    id: idFor(store, "tools", seed.id),
    organizationId: seed.organizationId ?? organizationOf(store, organization).id,
    name: "tool",
    description: null,
    type: "function",
    config: null,
    enabled: true,
    ...seed,
  }),

  toolAttachments({ workspace, tool, ...seed }, store) {
    const workspaceId = seed.workspaceId ?? workspaceOf(store, workspace).id;
    const home = store.find("workspaces", { id: workspaceId })?.organizationId;
    const found = store.find("tools", { name: tool, organizationId: home });
    const toolId = seed.toolId ?? mustBe(found, `a tool ${tool ?? ""} in the workspace's organization`).id;
    return { id: idFor(store, "toolAttachments", seed.id), workspaceId, toolId };
  },

  folders: ({ organization, ...seed }, store) => ({
    id: idFor(store, "folders", seed.id),
    organizationId: seed.organizationId ?? organizationOf(store, organization).id,
    name: "folder",
    ...seed,
  }),

  documents({ organization, ...seed }, store, now) {
    const id = seed.id ?? makeUuid(`document ${store.nextId("documents")}`);
    const title = seed.title ?? "document.txt";
    const text = seed.pageContent ?? "";
    return {
      id,
      organizationId: seed.organizationId ?? organizationOf(store, organization).id,
      folder: defaultFolder,
      name: `${title}-${id}.json`,
      title,
      url: `file:///${title}`,
      docAuthor: null,
      description: null,
      docSource: null,
      published: now,
      wordCount: text.split(/\s+/u).filter(Boolean).length,
      tokenCount: Math.ceil(text.length / 4),
      pageContent: text,
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
      ...seed,
    };
  },

  embeddings({ workspace, document, ...seed }, store, now) {
    const found = findByDocpath(store, document ?? "");
    return {
      id: idFor(store, "embeddings", seed.id),
      workspaceId: seed.workspaceId ?? workspaceOf(store, workspace).id,
      documentId: seed.documentId ?? mustBe(found, `a document ${document ?? ""}`).id,
      createdAt: seed.createdAt ?? now,
    };
  },

  numbers({ organization, ...seed }, store) {
    const id = idFor(store, "numbers", seed.id);
    return {
      id,
      organizationId: seed.organizationId ?? organizationOf(store, organization).id,
      number: `+1555${String(id).padStart(7, "0")}`,
      country: "US",
      numberType: "local",
      ...seed,
    };
  },

  numberRequests: ({ organization, ...seed }, store, now) => ({
    id: idFor(store, "numberRequests", seed.id),
    organizationId: seed.organizationId ?? organizationOf(store, organization).id,
    country: "US",
    numberType: "local",
    status: "pending",
    numberId: null,
    createdAt: now,
    ...seed,
  }),

  voiceIntegrations({ workspace, ...seed }, store) {
    const id = idFor(store, "voiceIntegrations", seed.id);
    const workspaceId = seed.workspaceId ?? workspaceOf(store, workspace).id;
    return { id, workspaceId, assistant: `asst_${id}`, ...defaultAssistant(), ...seed };
  },

  callLogs({ workspace, ...seed }, store, now) {
    const id = idFor(store, "callLogs", seed.id);
    const workspaceId = seed.workspaceId ?? workspaceOf(store, workspace).id;
    return {
      id,
      company: companyOf(store, workspaceId),
      workspaceId,
      costTotal: 0.12,
      stt: 0.01,
      llm: 0.05,
      tts: 0.03,
      vapi: 0.03,
      durationSeconds: 45,
      customerNumber: "+15551234567",
      assistant: store.find("voiceIntegrations", { workspaceId })?.assistant ?? "asst_0",
      summary: "The customer asked for the opening hours.",
      vapiCallId: makeUuid(`call ${id}`),
      createdAt: now,
      ...seed,
    };
  },

  whatsAppConnections({ workspace, ...seed }, store, now) {
    const id = idFor(store, "whatsAppConnections", seed.id);
    const workspaceId = seed.workspaceId ?? workspaceOf(store, workspace).id;
    return { id, workspaceId, token: makeUuid(`whatsapp ${id}`), expiresAt: now, connected: true, ...seed };
  },
};

/** Returns the id that the seed gives, or the next one. */
function idFor(store: Store, kind: Kind, wanted?: number): number {
  if (wanted === undefined) return store.nextId(kind);
  store.state.lastIds[kind] = Math.max(store.state.lastIds[kind] ?? 0, wanted);
  return wanted;
}

function organizationOf(store: Store, slug?: string): Organization {
  const found = store.find("organizations", slug === undefined ? {} : { slug });
  return mustBe(found, `an organization ${slug ?? ""}`);
}

function workspaceOf(store: Store, slug?: string): Workspace {
  const found = store.find("workspaces", slug === undefined ? {} : { slug });
  return mustBe(found, `a workspace ${slug ?? ""}`);
}

function companyOf(store: Store, workspaceId: number): string {
  const workspace = store.find("workspaces", { id: workspaceId });
  const organization = store.find("organizations", { id: workspace?.organizationId });
  return store.find("accounts", { id: organization?.account })?.company ?? defaultCompany;
}

function mustBe<T>(found: T | undefined, what: string): T {
  if (found === undefined)
    throw new Error(`lumenone-simulator: the seed needs ${what.trim()}, which does not exist. Add it to the seed`);
  return found;
}

/** Returns a UUID (in the form of version 4) that depends on the seed only, so that runs are repeatable. */
function makeUuid(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
