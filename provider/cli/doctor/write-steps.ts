import { Readable } from "node:stream";
import { type OperationId } from "../../client/contract/contract";
import { type Values } from "../../lifecycle/state/values";
import { defaultFolder, documentName, documentsInTree, fullDocpath } from "../../definitions/document/docpath";
import { slugOf } from "./samples";

/** What the writes create. `folderName` is the name, too; `folder` is set once that folder exists. */
type Thing = "name" | "orgSlug" | "slug" | "toolId" | "folderName" | "folder" | "docpath" | "inFolder";

/** The ids of the objects created so far, by their names in paths and bodies. */
export type Made = Partial<Record<Thing, string>>;

/** One write: what it sends beside the parameters of its path, and what later ones need of its response. */
export interface WriteStep {
  readonly operationId: OperationId;
  /** What its body needs beside the name and the organization. */
  readonly needs?: readonly Thing[];
  /** Is called once all that it needs is made. */
  readonly body?: (made: Readonly<Record<Thing, string>>) => unknown;
  /** Keeps what it made, if this object of a response is that. */
  readonly keep?: (entity: Values, made: Made) => void;
  /** The key that `keep` sets, and the list that shows the object where the response does not. */
  readonly makes?: { readonly key: Thing; readonly list: OperationId };
  /** The objects that it removes. */
  readonly removes?: readonly Thing[];
  /** It changes or removes the organization, and is tried on one of doctor's own alone. */
  readonly ownOnly?: boolean;
}

const content = Buffer.from("A document of pulumi-lumenone doctor.");

const named: WriteStep["body"] = ({ name }) => ({ name });

const file: WriteStep["body"] = ({ name }) => ({
  file: { name: `${name}.txt`, size: content.length, open: () => Readable.from([content]) },
});

/** The slug of a returned organization or workspace of this name. */
const keepSlug =
  (key: "orgSlug" | "slug"): WriteStep["keep"] =>
  (entity, made) => {
    const slug = slugOf(entity);
    // It has to be ours: every later write changes it.
    if (entity["name"] === made.name && slug !== undefined) made[key] = slug;
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
  body: named,
  keep: keepSlug("orgSlug"),
  makes: { key: "orgSlug", list: "listOrganizations" },
};

/** Every other write that can be taken back, in an order in which each finds what it needs. */
export const writeSteps: readonly WriteStep[] = [
  { operationId: "updateOrganization", body: named, ownOnly: true },
  {
    operationId: "createWorkspace",
    body: named,
    keep: keepSlug("slug"),
    makes: { key: "slug", list: "listOrganizationWorkspaces" },
  },
  { operationId: "updateWorkspace", body: () => ({ topN: 5 }) },
  {
    operationId: "createOrganizationTool",
    body: ({ name }) => ({ name, type: "function" }),
    keep: keepTool,
    makes: { key: "toolId", list: "listOrganizationTools" },
  },
  { operationId: "updateOrganizationTool", body: () => ({ enabled: false }) },
  {
    operationId: "attachWorkspaceTool",
    needs: ["toolId"],
    body: ({ toolId }) => ({ toolId: Number(toolId) || toolId }),
  },
  { operationId: "detachWorkspaceTool" },
  { operationId: "deleteOrganizationTool", removes: ["toolId"] },
  { operationId: "createFolder", body: named },
  {
    operationId: "uploadDocumentIntoFolder",
    body: file,
    keep: keepDocument("inFolder"),
    makes: { key: "inFolder", list: "listDocuments" },
  },
  {
    operationId: "uploadDocument",
    body: file,
    keep: keepDocument("docpath"),
    makes: { key: "docpath", list: "listDocuments" },
  },
  {
    operationId: "moveDocuments",
    needs: ["inFolder"],
    // Within the folder, so that it goes with it: a document is moved by its name, too.
    body: ({ orgSlug, name, inFolder }) => ({
      files: [{ from: inFolder, to: [orgSlug, name, `moved-${documentName(inFolder)}`].join("/") }],
    }),
  },
  {
    operationId: "updateWorkspaceEmbeddings",
    needs: ["docpath"],
    body: ({ docpath }) => ({ adds: [docpath], deletes: [] }),
  },
  {
    operationId: "deleteDocuments",
    needs: ["docpath"],
    body: ({ docpath }) => ({ files: [docpath] }),
    removes: ["docpath"],
  },
  { operationId: "deleteFolder", body: named, removes: ["folder", "inFolder"] },
  { operationId: "provisionVoiceIntegration", body: () => ({}) },
  { operationId: "updateVoiceAssistantConfig", body: () => ({ firstMessage: "Hello" }) },
  { operationId: "deleteWorkspace", removes: ["slug"] },
  { operationId: "deleteOrganization", removes: ["orgSlug"], ownOnly: true },
];

/** The objects that are left, in words: those whose removal did not succeed. */
export function leftOf(made: Made, removed: ReadonlySet<Thing>): string[] {
  const words = [
    ["slug", "workspace"],
    ["toolId", "tool"],
    ["folder", "folder"],
    ["docpath", "document"],
    ["inFolder", "document"],
  ] as const;
  return words.flatMap(([key, word]) => (made[key] === undefined || removed.has(key) ? [] : [`${word} ${made[key]}`]));
}
