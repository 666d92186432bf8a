import { ApiError } from "../errors/api-error";
import { type Context } from "../lifecycle/process/context";
import { type Dependent } from "../lifecycle/ownership/dependents";
import { accountOf } from "../lifecycle/object/scope";
import { isObject, type Values } from "../lifecycle/state/values";
import { defaultFolder } from "./document/docpath";
import { documentsIn, foldersIn } from "./document/folders-in";

type Call = (operation: Parameters<Context["api"]["call"]>[0], parameters: Values) => Promise<unknown>;

/**
 * Calls operations for the account of `state`. What is asked for twice is read once in a process: what the process itself removed
 * since then is known.
 */
function callOnce(context: Context, state: Values): Call {
  const accountId = accountOf(context, state);
  return async (operation, parameters) => {
    const key = `dependents ${JSON.stringify([operation, accountId, parameters])}`;
    const answer = await context.session.remember(key, async () => [
      { answer: await context.api.call(operation, { parameters, ...(accountId === undefined ? {} : { accountId }) }) },
    ]);
    return answer[0]?.["answer"];
  };
}

/** @throws when it is no list: read as "there are none", it would let them go */
function items(operation: string, answer: unknown): Values[] {
  if (Array.isArray(answer)) return answer.filter(isObject);
  throw new Error(`${operation} was answered with something that is no list.`);
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
async function slugsIn(call: Call, orgSlug: string): Promise<string[] | undefined> {
  const answer = await ifThere(call("listOrganizationWorkspaces", { orgSlug }).then((list) => ({ list })));
  return answer && items("listOrganizationWorkspaces", answer.list).map(({ slug }) => String(slug));
}

async function attachmentsOf(call: Call, slug: string): Promise<Dependent[]> {
  const tools = items("listWorkspaceTools", await call("listWorkspaceTools", { slug }));
  return tools.map(({ id }) => ({ kind: "ToolAttachment", id: `${slug}/${String(id)}` }));
}

function embeddingsIn(slug: string, workspace: unknown): Dependent[] {
  const documents = items("getWorkspace", isObject(workspace) ? workspace["documents"] : undefined);
  return documents.map(({ docpath }) => ({ kind: "DocumentEmbedding", id: `${slug}/${String(docpath)}` }));
}

/** What a workspace takes along: its attachments, what is embedded in it, its voice assistant. */
export async function dependentsOfWorkspace(context: Context, slug: string, state: Values): Promise<Dependent[]> {
  const call = callOnce(context, state);
  const workspace = await ifThere(call("getWorkspace", { slug }));
  // The deletion finds out whether it is gone.
  if (!isObject(workspace) || Object.keys(workspace).length === 0) return [];
  const voice = await ifThere(call("getVoiceAssistantConfig", { slug }));
  return [
    ...(await attachmentsOf(call, slug)),
    ...embeddingsIn(slug, workspace),
    ...(isObject(voice) && Object.keys(voice).length > 0 ? [{ kind: "VoiceConfig", id: slug }] : []),
  ];
}

/** Where a document is embedded. Only workspaces tell that, each for itself. */
export async function dependentsOfDocument(context: Context, docpath: string, state: Values): Promise<Dependent[]> {
  const call = callOnce(context, state);
  const slugs = (await slugsIn(call, String(state["organization"]))) ?? [];
  const all = await Promise.all(slugs.map(async (slug) => embeddingsIn(slug, await call("getWorkspace", { slug }))));
  return all.flat().filter(({ id }) => id.endsWith(`/${docpath}`));
}

/** Where a tool is attached. Only workspaces tell that, each for itself. */
export async function dependentsOfTool(context: Context, id: string, state: Values): Promise<Dependent[]> {
  const call = callOnce(context, state);
  const slugs = (await slugsIn(call, String(state["organization"]))) ?? [];
  const all = await Promise.all(slugs.map((slug) => attachmentsOf(call, slug)));
  return all.flat().filter((attachment) => attachment.id.endsWith(`/${id.slice(id.lastIndexOf("/") + 1)}`));
}

async function documentsOf(call: Call, orgSlug: string, within?: string): Promise<[folder: string, Dependent[]][]> {
  const answer = await ifThere(call("listDocuments", { orgSlug }).then((tree) => ({ tree })));
  return (answer ? foldersIn(answer.tree) : [])
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
export async function dependentsOfFolder(context: Context, _id: string, state: Values): Promise<Dependent[]> {
  const call = callOnce(context, state);
  const folders = await documentsOf(call, String(state["organization"]), String(state["name"]));
  return folders.flatMap(([, documents]) => documents);
}

/** All that an organization holds. A folder counts while no document in it does: LumenOne makes folders for documents. */
export async function dependentsOfOrganization(context: Context, orgSlug: string, state: Values): Promise<Dependent[]> {
  const call = callOnce(context, state);
  const workspaces = await slugsIn(call, orgSlug);
  if (!workspaces) return [];
  const [tools, requests, folders] = await Promise.all([
    call("listOrganizationTools", { orgSlug }).then((answer) => items("listOrganizationTools", answer)),
    call("listNumberRequests", { orgSlug }).then((answer) => items("listNumberRequests", answer)),
    documentsOf(call, orgSlug),
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
