import { type Simulator } from "lumenone-simulator";
import { parseId } from "../../../provider/lifecycle/object/identity";
import { definitionOf } from "../../../provider/definitions/registry";

type Snapshot = ReturnType<Simulator["snapshot"]>;
type Entity = Record<string, unknown> & { id: number | string };
type Parts = Record<string, string>;

/** Where the simulator keeps the objects of a kind, and how the parts of its id identify one. */
interface Place {
  readonly collection:
    | "organizations"
    | "workspaces"
    | "tools"
    | "toolAttachments"
    | "folders"
    | "voiceIntegrations"
    | "documents"
    | "embeddings"
    | "accounts"
    | "numberRequests";
  readonly matches: (snapshot: Snapshot, entity: Entity, parts: Parts) => boolean;
}

const organizationId = ({ organizations }: Snapshot, slug: string | undefined) =>
  organizations.find((organization) => organization.slug === slug)?.id;
const workspaceId = ({ workspaces }: Snapshot, slug: string | undefined) =>
  workspaces.find((workspace) => workspace.slug === slug)?.id;

const places: Readonly<Record<string, Place>> = {
  Document: {
    collection: "documents",
    matches: (snapshot, document, parts) =>
      document["organizationId"] === organizationId(snapshot, parts["orgSlug"]) &&
      document["folder"] === parts["folderName"] &&
      document["name"] === parts["docName"],
  },
  DocumentEmbedding: {
    collection: "embeddings",
    matches: (snapshot, embedding, parts) => {
      const name = parts["docpath"]?.split("/").at(-1);
      const document = snapshot.documents.find(({ id }) => id === embedding["documentId"]);
      return embedding["workspaceId"] === workspaceId(snapshot, parts["slug"]) && document?.name === name;
    },
  },
  Account: { collection: "accounts", matches: (_, { id }, parts) => id === parts["accountId"] },
  NumberRequest: {
    collection: "numberRequests",
    matches: (snapshot, request, parts) =>
      request["organizationId"] === organizationId(snapshot, parts["orgSlug"]) && String(request.id) === parts["id"],
  },
  Organization: { collection: "organizations", matches: (_, { slug }, parts) => slug === parts["orgSlug"] },
  Workspace: { collection: "workspaces", matches: (_, { slug }, parts) => slug === parts["slug"] },
  OrganizationTool: {
    collection: "tools",
    matches: (snapshot, tool, parts) =>
      tool["organizationId"] === organizationId(snapshot, parts["orgSlug"]) && String(tool.id) === parts["toolId"],
  },
  ToolAttachment: {
    collection: "toolAttachments",
    matches: (snapshot, edge, parts) =>
      edge["workspaceId"] === workspaceId(snapshot, parts["slug"]) && String(edge["toolId"]) === parts["toolId"],
  },
  Folder: {
    collection: "folders",
    matches: (snapshot, folder, parts) =>
      folder["organizationId"] === organizationId(snapshot, parts["orgSlug"]) && folder["name"] === parts["folderName"],
  },
  VoiceConfig: {
    collection: "voiceIntegrations",
    matches: (snapshot, integration, parts) => integration["workspaceId"] === workspaceId(snapshot, parts["slug"]),
  },
};

function placeOf(kind: string): Place {
  const place = places[kind];
  if (!place) throw new Error(`The scenarios do not know where the simulator keeps a ${kind}`);
  return place;
}

/** Every object of a kind at the simulator. */
export function remotesOfKind(simulator: Simulator, kind: string): Entity[] {
  return simulator.snapshot()[placeOf(kind).collection] as unknown as Entity[];
}

/** The simulator's collection of the objects of a kind. */
export function collectionOf(kind: string): Place["collection"] {
  return placeOf(kind).collection;
}

/** Every object at the simulator that has this id. */
export function remotesOf(simulator: Simulator, kind: string, id: string): Entity[] {
  const { collection, matches } = placeOf(kind);
  const snapshot = simulator.snapshot();
  const parts = parseId(definitionOf(kind), id);
  return (snapshot[collection] as unknown as Entity[]).filter((entity) => matches(snapshot, entity, parts));
}

/** The one object at the simulator that has this id, or undefined. */
export function remoteOf(simulator: Simulator, kind: string, id: string): Entity | undefined {
  const [remote, ...more] = remotesOf(simulator, kind, id);
  if (more.length > 0) throw new Error(`${more.length + 1} objects are ${kind} ${id}`);
  return remote;
}

/** Changes an object behind everybody's back. */
export function change(simulator: Simulator, kind: string, id: string, patch: Record<string, unknown>): void {
  const remote = remoteOf(simulator, kind, id);
  if (!remote) throw new Error(`There is no ${kind} ${id} to change`);
  simulator.person.change(placeOf(kind).collection, remote.id, patch);
}

/** Removes an object behind everybody's back. */
export function vanish(simulator: Simulator, kind: string, id: string): void {
  const remote = remoteOf(simulator, kind, id);
  if (!remote) throw new Error(`There is no ${kind} ${id} to remove`);
  simulator.person.remove(placeOf(kind).collection, remote.id);
}
