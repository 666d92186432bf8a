import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { definitionOf } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { sha256 } from "../sample-files";
import { type Program } from "../stack";
import { changeableFields } from "./kind-fields";
import { sampleValues } from "./sample-values";
import { seededOrganization } from "./seed";

type Args = Record<string, unknown>;
type AnyClass = new (name: string, args: Args, opts?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** What the resources under test are declared below. */
export interface Parents {
  /** Slug of an organization that the program does not manage. */
  readonly organization: string;
  readonly otherOrganization: lumenone.Organization;
  readonly workspace: lumenone.Workspace;
  readonly otherWorkspace: lumenone.Workspace;
  readonly tool: lumenone.OrganizationTool;
  readonly otherTool: lumenone.OrganizationTool;
}

/** How one kind stands in the scenarios. Its fields come from its definition. */
export interface Row {
  readonly kind: string;
  /** What it cannot be without. */
  readonly minimal: (parents: Parents) => Args;
  /** Those args that a host process is handed in another form than the program gives them. */
  readonly converted?: Args;
  /** Another value for each field whose change makes a new object, `accountId` excepted. */
  readonly swaps: Readonly<Record<string, (parents: Parents) => unknown>>;
}

/** Every kind of resource has its row: a test fails for one that has none. */
export const rows: readonly Row[] = [
  { kind: "Organization", minimal: () => ({}), swaps: {} },
  {
    kind: "Workspace",
    minimal: ({ organization }) => ({ organization }),
    swaps: { organization: ({ otherOrganization }) => otherOrganization },
  },
  {
    kind: "OrganizationTool",
    minimal: ({ organization }) => ({ organization, type: "function" }),
    swaps: { organization: ({ otherOrganization }) => otherOrganization },
  },
  {
    kind: "ToolAttachment",
    minimal: ({ workspace, tool }) => ({ workspace, tool }),
    swaps: { workspace: ({ otherWorkspace }) => otherWorkspace, tool: ({ otherTool }) => otherTool },
  },
  {
    kind: "Folder",
    minimal: ({ organization }) => ({ organization }),
    swaps: { organization: ({ otherOrganization }) => otherOrganization, name: () => "another-folder" },
  },
  {
    kind: "VoiceConfig",
    minimal: ({ workspace }) => ({ workspace }),
    swaps: { workspace: ({ otherWorkspace }) => otherWorkspace },
  },
  {
    kind: "Document",
    minimal: ({ organization }) => ({ organization, source: new pulumi.asset.StringAsset("# One") }),
    converted: { source: { ...assetOfHash(sha256("# One")), text: "# One" } },
    swaps: {
      organization: ({ otherOrganization }) => otherOrganization,
      folder: () => "papers",
      source: () => new pulumi.asset.StringAsset("# Two"),
      title: () => "Another title",
      docAuthor: () => "Somebody",
      description: () => "What it is about",
      docSource: () => "wiki",
    },
  },
  {
    kind: "DocumentEmbedding",
    minimal: ({ workspace }) => ({ workspace, document: "seeded/papers/one.json" }),
    swaps: { workspace: ({ otherWorkspace }) => otherWorkspace, document: () => "seeded/papers/two.json" },
  },
  { kind: "Account", minimal: () => ({}), swaps: {} },
  {
    kind: "NumberRequest",
    minimal: ({ organization }) => ({ organization, country: "US", numberType: "local" }),
    swaps: {
      organization: ({ otherOrganization }) => otherOrganization,
      country: () => "DE",
      numberType: () => "mobile",
    },
  },
];

/** Logical name of every resource under test. */
export const subject = "subject";

/** Args of a kind beside the minimal ones. */
export type ExtraArgs = Readonly<Record<string, Args | ((parents: Parents) => Args)>>;

/** A value for every field that can be changed in place. */
export function fullArgs(kind: string, variant: 0 | 1): Args {
  return Object.fromEntries(
    changeableFields(kind).map(([name, field]) => [name, sampleValues(kind, name, field)[variant]]),
  );
}

/** A program with the parents, and one resource of each kind. */
export function tenantProgram(extra: ExtraArgs = {}, leaveOut: readonly string[] = []): Program {
  return () => {
    const organization = seededOrganization;
    const otherOrganization = new lumenone.Organization("other-organization");
    const parents: Parents = {
      organization,
      otherOrganization,
      workspace: new lumenone.Workspace("workspace", { organization }),
      otherWorkspace: new lumenone.Workspace("other-workspace", { organization }),
      tool: new lumenone.OrganizationTool("tool", { organization, type: "function" }),
      otherTool: new lumenone.OrganizationTool("other-tool", { organization, type: "function" }),
    };
    const ids: Record<string, pulumi.Output<string>> = {};
    for (const { kind, minimal } of rows) {
      if (leaveOut.includes(kind)) continue;
      const more = extra[kind] ?? {};
      const Class = lumenone[kind as keyof typeof lumenone] as unknown as AnyClass;
      const args = { ...minimal(parents), ...(typeof more === "function" ? more(parents) : more) };
      ids[kind] = new Class(subject, args).id;
    }
    return Promise.resolve({ ids });
  };
}

/** Operations that write objects of a kind. */
export function writesOf(kind: string): string[] {
  const { create, update, delete: remove } = definitionOf(kind).operations;
  return [create, update, remove].filter((operation) => operation !== undefined);
}
