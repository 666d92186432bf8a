import { Readable } from "node:stream";
import { type OperationId } from "../../client/contract/contract";
import { fromHexSlug } from "../../client/contract/slug";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { defaultFolder, documentName, documentsInTree, fullDocpath } from "../../definitions/document/docpath";

/** The ids of the objects created so far, by their names in paths and bodies. */
export type Made = Partial<Record<"name" | "orgSlug" | "slug" | "toolId" | "folder" | "docpath" | "inFolder", string>>;

/** One write: what it sends, and what later ones need of its response. */
export interface WriteStep {
  readonly operationId: OperationId;
  /** Undefined when what it needs was not made. */
  readonly request: (made: Made) => { readonly parameters: Values; readonly body?: unknown } | undefined;
  /** Keeps what it made, if this object of a response is that. */
  readonly keep?: (entity: Values, made: Made) => void;
  /** The key that `keep` sets, and the list that shows the object where the response does not. */
  readonly makes?: { readonly key: keyof Made; readonly list: OperationId };
  /** The objects that it removes. */
  readonly removes?: readonly (keyof Made)[];
  /** It changes or removes the organization, and is tried on one of doctor's own alone. */
  readonly ownOnly?: boolean;
}

const content = Buffer.from("A document of pulumi-lumenone doctor.");

const file = (name: string) => ({
  file: { name: `${name}.txt`, size: content.length, open: () => Readable.from([content]) },
});

/** Sends what `body` makes of these, once all of them are made. */
function once<K extends keyof Made>(
  keys: readonly K[],
  request: (made: Readonly<Record<K | "name" | "orgSlug", string>>) => { parameters: Values; body?: unknown },
): WriteStep["request"] {
  return (made) =>
    keys.every((key) => made[key] !== undefined)
      ? request(made as Readonly<Record<K | "name" | "orgSlug", string>>)
      : undefined;
}

/** The slug of a returned organization or workspace of this name. */
const keepSlug =
  (key: "orgSlug" | "slug"): WriteStep["keep"] =>
  ({ originalSlug, slug, name }, made) => {
    // It has to be ours: every later write changes it.
    if (name !== made.name) return;
    if (typeof originalSlug === "string") made[key] = originalSlug;
    else if (typeof slug === "string") made[key] = fromHexSlug(slug) ?? slug;
  };

const keepTool: WriteStep["keep"] = ({ id, name }, made) => {
  if (name === made.name && (typeof id === "string" || typeof id === "number")) made.toolId = String(id);
};

/** The docpath of a returned document, or of the one in a tree of all of them that has the name of the file. */
const keepDocument =
  (key: "docpath" | "inFolder"): WriteStep["keep"] =>
  (entity, made) => {
    const { orgSlug = "", name = "" } = made;
    if (typeof entity["location"] === "string") made[key] = fullDocpath(orgSlug, entity["location"]);
    if (!Array.isArray(entity["items"])) return;
    const wanted = key === "docpath" ? defaultFolder : name;
    const found = documentsInTree(entity).find(({ folder, title }) => folder === wanted && title === `${name}.txt`);
    if (found) made[key] = [orgSlug, wanted, String(found["name"])].join("/");
  };

/** The organization that everything else is done to. */
export const createOrganization: WriteStep = {
  operationId: "createOrganization",
  request: ({ name }) => ({ parameters: {}, body: { name } }),
  keep: keepSlug("orgSlug"),
  makes: { key: "orgSlug", list: "listOrganizations" },
};

/** Every other write that can be taken back, in an order in which each finds what it needs. */
export const writeSteps: readonly WriteStep[] = [
  {
    operationId: "updateOrganization",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name } })),
    ownOnly: true,
  },
  {
    operationId: "createWorkspace",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name } })),
    keep: keepSlug("slug"),
    makes: { key: "slug", list: "listOrganizationWorkspaces" },
  },
  {
    operationId: "updateWorkspace",
    request: once(["slug"], ({ slug }) => ({ parameters: { slug }, body: { topN: 5 } })),
  },
  {
    operationId: "createOrganizationTool",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name, type: "function" } })),
    keep: keepTool,
    makes: { key: "toolId", list: "listOrganizationTools" },
  },
  {
    operationId: "updateOrganizationTool",
    request: once(["toolId"], ({ orgSlug, toolId }) => ({ parameters: { orgSlug, toolId }, body: { enabled: false } })),
  },
  {
    operationId: "attachWorkspaceTool",
    request: once(["slug", "toolId"], ({ slug, toolId }) => ({
      parameters: { slug },
      body: { toolId: Number(toolId) || toolId },
    })),
  },
  {
    operationId: "detachWorkspaceTool",
    request: once(["slug", "toolId"], ({ slug, toolId }) => ({ parameters: { slug, toolId } })),
  },
  {
    operationId: "deleteOrganizationTool",
    request: once(["toolId"], ({ orgSlug, toolId }) => ({ parameters: { orgSlug, toolId } })),
    removes: ["toolId"],
  },
  {
    operationId: "createFolder",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name } })),
  },
  {
    operationId: "uploadDocumentIntoFolder",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({
      parameters: { orgSlug, folderName: name },
      body: file(name),
    })),
    keep: keepDocument("inFolder"),
    makes: { key: "inFolder", list: "listDocuments" },
  },
  {
    operationId: "uploadDocument",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: file(name) })),
    keep: keepDocument("docpath"),
    makes: { key: "docpath", list: "listDocuments" },
  },
  {
    operationId: "moveDocuments",
    // Within the folder, so that it goes with it: a document is moved by its name, too.
    request: once(["inFolder"], ({ orgSlug, name, inFolder }) => ({
      parameters: { orgSlug },
      body: { files: [{ from: inFolder, to: [orgSlug, name, `moved-${documentName(inFolder)}`].join("/") }] },
    })),
  },
  {
    operationId: "updateWorkspaceEmbeddings",
    request: once(["slug", "docpath"], ({ slug, docpath }) => ({
      parameters: { slug },
      body: { adds: [docpath], deletes: [] },
    })),
  },
  {
    operationId: "deleteDocuments",
    request: once(["docpath"], ({ orgSlug, docpath }) => ({ parameters: { orgSlug }, body: { files: [docpath] } })),
    removes: ["docpath"],
  },
  {
    operationId: "deleteFolder",
    request: once(["orgSlug"], ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name } })),
    removes: ["folder", "inFolder"],
  },
  {
    operationId: "provisionVoiceIntegration",
    request: once(["slug"], ({ slug }) => ({ parameters: { slug }, body: {} })),
  },
  {
    operationId: "updateVoiceAssistantConfig",
    request: once(["slug"], ({ slug }) => ({ parameters: { slug }, body: { firstMessage: "Hello" } })),
  },
  {
    operationId: "deleteWorkspace",
    request: once(["slug"], ({ slug }) => ({ parameters: { slug } })),
    removes: ["slug"],
  },
  {
    operationId: "deleteOrganization",
    request: once(["orgSlug"], ({ orgSlug }) => ({ parameters: { orgSlug } })),
    removes: ["orgSlug"],
    ownOnly: true,
  },
];

/** The objects that are left, in words: those whose removal did not succeed. */
export function leftOf(made: Made, removed: ReadonlySet<keyof Made>): string[] {
  const words: Partial<Record<keyof Made, string>> = {
    slug: "workspace",
    toolId: "tool",
    folder: "folder",
    docpath: "document",
    inFolder: "document",
  };
  return (Object.keys(words) as (keyof Made)[]).flatMap((key) =>
    made[key] === undefined || removed.has(key) ? [] : [`${words[key]} ${made[key]}`],
  );
}

/** Whether a response is good: 2xx, and not in words that it failed. */
export function saysDone(status: number, value: unknown): boolean {
  return status >= 200 && status < 300 && !(isObject(value) && value["success"] === false);
}
