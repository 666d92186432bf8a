import { ApiError } from "../errors/api-error";
import { type OperationId } from "../client/contract/contract";
import { type Dependent } from "../lifecycle/ownership/dependents";
import { type Subject } from "../lifecycle/object/subject";
import { isObject } from "../client/is-object";
import { type Values } from "../lifecycle/state/values";
import { defaultFolder } from "./document/docpath";
import { documentsIn, foldersIn } from "./document/folders-in";

/** Reads for the account of a subject, each object once in a process: its own deletions are known. */
interface Reader {
  list(operation: OperationId, parameters: Values): Promise<Values[]>;
  one(operation: OperationId, parameters: Values): Promise<Values>;
}

function readerFor(subject: Subject): Reader {
  const { session, accountId } = subject;
  const once = (operation: OperationId, parameters: Values, read: () => Promise<Values[]>) =>
    session.remember(`dependents ${JSON.stringify([operation, accountId, parameters])}`, read);
  return {
    list: (operation, parameters) => once(operation, parameters, () => subject.list(operation, { parameters })),
    async one(operation, parameters) {
      const [object = {}] = await once(operation, parameters, async () => [
        await subject.one(operation, { parameters }),
      ]);
      return object;
    },
  };
}

async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.reason === "notFound") return undefined;
    throw error;
  }
}

/** The workspaces of an organization; undefined when that is gone, which the deletion finds out for itself. */
async function slugsIn(reader: Reader, orgSlug: string): Promise<string[] | undefined> {
  const workspaces = await ifThere(reader.list("listOrganizationWorkspaces", { orgSlug }));
  return workspaces?.map(({ slug }) => String(slug));
}

async function attachmentsOf(reader: Reader, slug: string): Promise<Dependent[]> {
  const tools = await reader.list("listWorkspaceTools", { slug });
  return tools.map(({ id }) => ({ kind: "ToolAttachment", id: `${slug}/${String(id)}` }));
}

/** @throws the workspace does not show them: read as "there are none", it would let them go */
function embeddingsIn(slug: string, { documents }: Values): Dependent[] {
  if (!Array.isArray(documents)) throw new Error("getWorkspace does not show the workspace's documents.");
  return documents
    .filter(isObject)
    .map(({ docpath }) => ({ kind: "DocumentEmbedding", id: `${slug}/${String(docpath)}` }));
}

/** What a workspace takes along: its attachments, what is embedded in it, its voice assistant. */
export async function dependentsOfWorkspace(subject: Subject): Promise<Dependent[]> {
  const { id: slug } = subject;
  const reader = readerFor(subject);
  const workspace = await ifThere(reader.one("getWorkspace", { slug }));
  // The deletion finds out whether it is gone.
  if (!workspace || Object.keys(workspace).length === 0) return [];
  const voice = await ifThere(reader.one("getVoiceAssistantConfig", { slug }));
  return [
    ...(await attachmentsOf(reader, slug)),
    ...embeddingsIn(slug, workspace),
    ...(voice && Object.keys(voice).length > 0 ? [{ kind: "VoiceConfig", id: slug }] : []),
  ];
}

/** Where a document is embedded. Only workspaces report that, each for itself. */
export async function dependentsOfDocument(document: Subject): Promise<Dependent[]> {
  const reader = readerFor(document);
  const slugs = (await slugsIn(reader, String(document.values["organization"]))) ?? [];
  const all = await Promise.all(
    slugs.map(async (slug) => embeddingsIn(slug, await reader.one("getWorkspace", { slug }))),
  );
  return all.flat().filter(({ id }) => id.endsWith(`/${document.id}`));
}

/** Where a tool is attached. Only workspaces report that, each for itself. */
export async function dependentsOfTool(tool: Subject): Promise<Dependent[]> {
  const { id } = tool;
  const reader = readerFor(tool);
  const slugs = (await slugsIn(reader, String(tool.values["organization"]))) ?? [];
  const all = await Promise.all(slugs.map((slug) => attachmentsOf(reader, slug)));
  return all.flat().filter((attachment) => attachment.id.endsWith(`/${id.slice(id.lastIndexOf("/") + 1)}`));
}

async function documentsOf(reader: Reader, orgSlug: string, within?: string): Promise<[folder: string, Dependent[]][]> {
  const tree = await ifThere(reader.one("listDocuments", { orgSlug }));
  return (tree ? foldersIn(tree) : [])
    .filter(({ name }) => within === undefined || name === within)
    .map((folder) => [
      String(folder["name"]),
      documentsIn(folder).map((document) => ({
        kind: "Document",
        id: `${orgSlug}/${String(folder["name"])}/${String(document["name"])}`,
      })),
    ]);
}

/** The documents in a folder. */
export async function dependentsOfFolder(folder: Subject): Promise<Dependent[]> {
  const { organization, name } = folder.values;
  const folders = await documentsOf(readerFor(folder), String(organization), String(name));
  return folders.flatMap(([, documents]) => documents);
}

/** All that an organization holds. A folder counts if no document in it does: LumenOne creates folders for documents. */
export async function dependentsOfOrganization(organization: Subject): Promise<Dependent[]> {
  const { id: orgSlug } = organization;
  const reader = readerFor(organization);
  const workspaces = await slugsIn(reader, orgSlug);
  if (!workspaces) return [];
  const [tools, requests, folders] = await Promise.all([
    reader.list("listOrganizationTools", { orgSlug }),
    reader.list("listNumberRequests", { orgSlug }),
    documentsOf(reader, orgSlug),
  ]);
  return [
    ...workspaces.map((id) => ({ kind: "Workspace", id })),
    ...tools.map(({ id }) => ({ kind: "OrganizationTool", id: `${orgSlug}/${String(id)}` })),
    ...requests.map(({ id }) => ({ kind: "NumberRequest", id: `${orgSlug}/${String(id)}` })),
    ...folders.flatMap(([name, documents]) =>
      documents.length > 0 || name === defaultFolder ? documents : [{ kind: "Folder", id: `${orgSlug}/${name}` }],
    ),
  ];
}
