import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { typeOf } from "../host";
import { type Simulator } from "lumenone-simulator";
import { kinds } from "../../../provider/definitions/registry";
import { remotesOf, remotesOfKind } from "../scenarios/remote";
import { type Program, type TestStack } from "../stack";

type Args = Record<string, unknown>;
type AnyClass = new (name: string, args: Args, opts?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** The resources of the program so far, by kind; `Elsewhere` is a second organization, `Other` a workspace in it. */
export type Made = Readonly<Record<string, pulumi.CustomResource>>;

/** What differs in a program from the plain one, by kind. */
export interface Changes {
  readonly args?: Readonly<Record<string, Args | ((made: Made) => Args)>>;
  readonly opts?: Readonly<Record<string, (made: Made) => pulumi.CustomResourceOptions>>;
  /** The option of every kind. */
  readonly every?: pulumi.CustomResourceOptions | ((kind: string, made: Made) => pulumi.CustomResourceOptions);
  /** Put before each logical name. */
  readonly prefix?: string;
  readonly without?: readonly string[];
}

const plain: Readonly<Record<string, (made: Made) => Args>> = {
  Account: () => ({ name: "customer" }),
  Elsewhere: () => ({ name: "elsewhere", forceDestroy: true }),
  Organization: () => ({ name: "home", forceDestroy: true }),
  Workspace: ({ Organization }) => ({ organization: Organization, name: "desk", openAiPrompt: "one" }),
  Other: ({ Elsewhere }) => ({ organization: Elsewhere, name: "other" }),
  OrganizationTool: ({ Organization }) => ({ organization: Organization, name: "hammer", type: "function" }),
  ToolAttachment: ({ Workspace, OrganizationTool }) => ({ workspace: Workspace, tool: OrganizationTool }),
  Folder: ({ Organization }) => ({ organization: Organization, name: "papers", forceDestroy: true }),
  Document: ({ Organization, Folder }) => ({
    organization: Organization,
    folder: Folder,
    title: "Handbook",
    source: new pulumi.asset.StringAsset("# One"),
  }),
  DocumentEmbedding: ({ Workspace, Document }) => ({ workspace: Workspace, document: Document }),
  VoiceConfig: ({ Workspace }) => ({ workspace: Workspace, prompt: "one" }),
  NumberRequest: ({ Organization }) => ({ organization: Organization, country: "US", numberType: "local" }),
};

const kindOf = (key: string) => ({ Elsewhere: "Organization", Other: "Workspace" })[key] ?? key;

/** One resource of each kind, which hang together as they do in a tenant. */
export function world({ args = {}, opts = {}, every = {}, prefix = "", without = [] }: Changes = {}): Program {
  return () => {
    const made: Record<string, pulumi.CustomResource> = {};
    for (const [key, argsOf] of Object.entries(plain)) {
      if (without.includes(key)) continue;
      const Class = lumenone[kindOf(key) as keyof typeof lumenone] as unknown as AnyClass;
      const more = args[key] ?? {};
      made[key] = new Class(
        `${prefix}${key}`,
        { ...argsOf(made), ...(typeof more === "function" ? more(made) : more) },
        { ...(typeof every === "function" ? every(key, made) : every), ...opts[key]?.(made) },
      );
    }
    return Promise.resolve({});
  };
}

/** The URN of a resource of that program. */
export async function urnOf(stack: TestStack, name: string): Promise<string> {
  const { resources = [] } = await stack.export();
  const found = resources.find(({ urn, delete: pending }) => urn.endsWith(`::${name}`) && !pending);
  if (!found) throw new Error(`the state has no ${name}`);
  return found.urn;
}

/** What state and LumenOne do not have alike. */
export interface Account {
  /** In the state, and not at LumenOne exactly once. */
  readonly missing: string[];
  /** At LumenOne, and in no state. */
  readonly left: string[];
  /** In the state as something that is still to be deleted. */
  readonly pending: string[];
}

/** Compares what the state has with what LumenOne has beside the seed. */
export async function account(stack: TestStack, simulator: Simulator, seed: ReturnType<Simulator["snapshot"]>) {
  const result: Account = { missing: [], left: [], pending: [] };
  const { resources = [] } = await stack.export();
  const own = resources.flatMap((resource) => {
    const kind = resource.type.startsWith(typeOf("")) ? resource.type.slice(typeOf("").length) : undefined;
    return kind ? [{ ...resource, pending: resource["delete"] === true, kind, id: resource.id ?? "" }] : [];
  });
  const known = new Set<string>();
  for (const { kind, id, urn, pending } of own) {
    const remotes = remotesOf(simulator, kind, id);
    for (const remote of remotes) known.add(`${kind} ${JSON.stringify(remote.id)}`);
    if (pending) result.pending.push(kind);
    else if (remotes.length !== 1) result.missing.push(`${urn.split("::").at(-1)} is there ${remotes.length} times`);
  }
  for (const kind of kinds) {
    const seeded = remotesOfKind({ snapshot: () => seed } as Simulator, kind).map(({ id }) => id);
    for (const { id } of remotesOfKind(simulator, kind)) {
      if (!seeded.includes(id) && !known.has(`${kind} ${JSON.stringify(id)}`)) result.left.push(kind);
    }
  }
  return result;
}
