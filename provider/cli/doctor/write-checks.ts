import { Readable } from "node:stream";
import { type OperationId, operationOf, type OperationOverride } from "../../client/contract/contract";
import { isObject, type Values } from "../../lifecycle/state/values";
import { defaultFolder } from "../../definitions/document/docpath";
import { provenanceOf } from "../contract/answer-schema";
import { otherWrites } from "./alternatives";
import { compareAnswer } from "./compare-answer";
import { type Verdict } from "./verdict";
import { type Answer, type Wire } from "./wire";

/** What has been made so far, by what it is called in paths and bodies. */
type Made = Record<string, string>;

interface Step {
  readonly operationId: OperationId;
  /** Undefined when what it needs was not made. */
  readonly request: (made: Made) => { parameters: Values; body?: unknown } | undefined;
  readonly keep?: (entity: Values, made: Made) => void;
}

const content = Buffer.from("A document of pulumi-lumenone doctor.");

const needs = (made: Made, ...names: string[]) => names.every((name) => made[name] !== undefined);

const file = () => ({ file: { name: "doctor.txt", size: content.length, open: () => Readable.from([content]) } });

const keepDocument = (entity: Values, made: Made) => {
  if (typeof entity["location"] === "string") made["docpath"] = entity["location"];
};
const keepId = (entity: Values, made: Made) => {
  const { id } = entity;
  if (typeof id === "string" || typeof id === "number") made["toolId"] = String(id);
};

/** Every write that can be taken back, in an order in which each finds what it needs. */
const steps: readonly Step[] = [
  { operationId: "updateOrganization", request: ({ orgSlug, name }) => ({ parameters: { orgSlug }, body: { name } }) },
  {
    operationId: "createWorkspace",
    request: ({ orgSlug }) => ({ parameters: { orgSlug }, body: { name: "Doctor" } }),
    keep: (entity, made) => {
      const slug = slugOf(entity);
      if (slug !== undefined) made["slug"] = slug;
    },
  },
  {
    operationId: "updateWorkspace",
    request: (made) => (needs(made, "slug") ? { parameters: { slug: made["slug"] }, body: { topN: 5 } } : undefined),
  },
  {
    operationId: "createOrganizationTool",
    request: ({ orgSlug }) => ({ parameters: { orgSlug }, body: { name: "doctor", type: "function" } }),
    keep: keepId,
  },
  {
    operationId: "updateOrganizationTool",
    request: (made) =>
      needs(made, "toolId")
        ? { parameters: { orgSlug: made["orgSlug"], toolId: made["toolId"] }, body: { enabled: false } }
        : undefined,
  },
  {
    operationId: "attachWorkspaceTool",
    request: (made) =>
      needs(made, "slug", "toolId")
        ? { parameters: { slug: made["slug"] }, body: { toolId: Number(made["toolId"]) || made["toolId"] } }
        : undefined,
  },
  {
    operationId: "detachWorkspaceTool",
    request: (made) =>
      needs(made, "slug", "toolId") ? { parameters: { slug: made["slug"], toolId: made["toolId"] } } : undefined,
  },
  {
    operationId: "deleteOrganizationTool",
    request: (made) =>
      needs(made, "toolId") ? { parameters: { orgSlug: made["orgSlug"], toolId: made["toolId"] } } : undefined,
  },
  { operationId: "createFolder", request: ({ orgSlug }) => ({ parameters: { orgSlug }, body: { name: "doctor" } }) },
  {
    operationId: "uploadDocumentIntoFolder",
    request: ({ orgSlug }) => ({ parameters: { orgSlug, folderName: "doctor" }, body: file() }),
    keep: keepDocument,
  },
  {
    operationId: "moveDocuments",
    request: ({ orgSlug, docpath }) => {
      if (docpath === undefined) return undefined;
      const to = [docpath.split("/")[0], defaultFolder, docpath.split("/").at(-1)].join("/");
      return { parameters: { orgSlug }, body: { files: [{ from: docpath, to }] } };
    },
  },
  {
    operationId: "uploadDocument",
    request: ({ orgSlug }) => ({ parameters: { orgSlug }, body: file() }),
    keep: keepDocument,
  },
  {
    operationId: "updateWorkspaceEmbeddings",
    request: (made) =>
      needs(made, "slug", "docpath")
        ? { parameters: { slug: made["slug"] }, body: { adds: [made["docpath"]], deletes: [] } }
        : undefined,
  },
  {
    operationId: "deleteDocuments",
    request: (made) =>
      needs(made, "docpath")
        ? { parameters: { orgSlug: made["orgSlug"] }, body: { files: [made["docpath"]] } }
        : undefined,
  },
  { operationId: "deleteFolder", request: ({ orgSlug }) => ({ parameters: { orgSlug }, body: { name: "doctor" } }) },
  {
    operationId: "provisionVoiceIntegration",
    request: (made) => (needs(made, "slug") ? { parameters: { slug: made["slug"] }, body: {} } : undefined),
  },
  {
    operationId: "updateVoiceAssistantConfig",
    request: (made) =>
      needs(made, "slug") ? { parameters: { slug: made["slug"] }, body: { firstMessage: "Hello" } } : undefined,
  },
  {
    operationId: "deleteWorkspace",
    request: (made) => (needs(made, "slug") ? { parameters: { slug: made["slug"] } } : undefined),
  },
  { operationId: "deleteOrganization", request: ({ orgSlug }) => ({ parameters: { orgSlug } }) },
];

/**
 * Tries every write that can be taken back, on an organization of its own.
 * @param name of that organization; nothing else is touched
 * @returns verdicts, and the slug of the organization if it could not be removed
 */
export async function writeChecks(
  wire: Wire,
  name: string,
  onCheck: (operationId: string) => void,
): Promise<{ verdicts: Verdict[]; left?: string }> {
  const verdicts: Verdict[] = [];
  const made: Made = { name };
  const create: Step = {
    operationId: "createOrganization",
    request: () => ({ parameters: {}, body: { name } }),
    keep: (entity) => {
      const slug = slugOf(entity);
      // Of nobody else: everything below is done to this organization.
      if (slug !== undefined && entity["name"] === name) made["orgSlug"] = slug;
    },
  };
  for (const step of [create, ...steps]) {
    onCheck(step.operationId);
    if (step !== create && made["orgSlug"] === undefined) continue;
    verdicts.push(await attempt(wire, step, made));
  }
  const { orgSlug } = made;
  if (orgSlug === undefined) return { verdicts };
  const left = await wire.send("getOrganization", { parameters: { orgSlug } });
  return left.status === 200 ? { verdicts, left: orgSlug } : { verdicts };
}

async function attempt(wire: Wire, { operationId, request, keep }: Step, made: Made): Promise<Verdict> {
  const { method, path } = { ...operationOf(operationId), ...wire.settings.operations[operationId] };
  const about = { operationId, method, path, provenance: provenanceOf(operationId) };
  const asked = request(made);
  if (!asked) return { ...about, result: "notChecked", details: ["what it needs was not made"] };
  const answer = await wire.send(operationId, asked);
  if (isGood(answer)) return { ...about, ...judge(operationId, answer, keep, made) };
  if (answer.status !== 404 && answer.status !== 405) {
    return { ...about, result: "differs", details: [`answered ${answer.status || (answer.error?.code ?? "nothing")}`] };
  }
  for (const at of otherWrites({ method, path })) {
    if (!wire.hasTime) break;
    const other = await wire.send(operationId, { ...asked, at });
    if (!isGood(other) || judge(operationId, other, keep, made).result !== "confirmed") continue;
    const details = [`answered ${answer.status}`, `found at ${at.method.toUpperCase()} ${at.path}`];
    return { ...about, result: "wrong", details, suggestion: at satisfies OperationOverride };
  }
  return { ...about, result: "wrong", details: [`answered ${answer.status}`] };
}

function isGood({ status, value }: Answer): boolean {
  return status >= 200 && status < 300 && !(isObject(value) && value["success"] === false);
}

function judge(
  operationId: OperationId,
  answer: Answer,
  keep: Step["keep"],
  made: Made,
): Pick<Verdict, "result" | "details"> {
  if (operationOf(operationId).envelope.length === 0) return { result: "confirmed", details: [] };
  const show = (name: string) => (/^[A-Za-z_]\w{0,40}$/.test(name) ? name : "(a name that is not shown)");
  const { entities, differences } = compareAnswer(operationId, answer.value, show);
  if (entities[0]) keep?.(entities[0], made);
  return { result: differences.length > 0 ? "differs" : "confirmed", details: differences };
}

function slugOf(entity: Values): string | undefined {
  const { originalSlug, slug } = entity;
  if (typeof originalSlug === "string") return originalSlug;
  return typeof slug === "string" ? Buffer.from(slug, "hex").toString("utf8") : undefined;
}
