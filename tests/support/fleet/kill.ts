import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { createClient } from "../../../provider/client/index";
import { typeOf } from "../host";
import { pick, type Random } from "../seeded";
import { type FleetProject, fleetProject, type ReportedTenant } from "./fleet-project";
import { repairStates } from "./repair-states";

/** Operations that create what can be confused with somebody else's, and the simulator's name for it. */
export const creations = {
  createOrganization: "organizations",
  createWorkspace: "workspaces",
  createOrganizationTool: "tools",
  createFolder: "folders",
  uploadDocumentIntoFolder: "documents",
  createNumberRequest: "numberRequests",
} as const;

const kindOf = {
  organizations: "Organization",
  workspaces: "Workspace",
  tools: "OrganizationTool",
  folders: "Folder",
  documents: "Document",
  numberRequests: "NumberRequest",
} as const;

export type Creation = keyof typeof creations;

/** One kill of `fleet up`. */
export interface Kill {
  readonly operationId: Creation;
  /** Whether LumenOne had carried the creation out. */
  readonly when: "before" | "after";
  /** Whether the next run is on another machine, where the killed run has written nothing. */
  readonly elsewhere: boolean;
}

export function randomKill(random: Random): Kill {
  const operationId = pick(random, Object.keys(creations) as Creation[]);
  return { operationId, when: random() < 0.5 ? "before" : "after", elsewhere: random() < 0.4 };
}

const tenant = "tenants/acme.yaml";
const organizationOnly = "organization: { name: Acme }\n";
const whole = `${organizationOnly}
workspaces:
  support: { topN: 6, tools: [crm] }
tools:
  crm: { type: function }
folders:
  manuals:
documents:
  handbook: { source: ../docs/handbook.md, folder: manuals }
numbers:
  line: { country: US, numberType: local }
`;

/** A simulator, a fleet of one tenant, and what a colleague made by hand under the same names. */
export class KillSite {
  private constructor(
    readonly simulator: Simulator,
    readonly project: FleetProject,
  ) {}

  static async open(): Promise<KillSite> {
    const simulator = await createSimulator();
    const folder = fs.mkdtempSync(path.join(fs.realpathSync(process.env["TMPDIR"] ?? "/tmp"), "lumenone-kill-"));
    const project = await fleetProject(simulator, { XDG_STATE_HOME: folder, LOCALAPPDATA: folder });
    return new KillSite(simulator, project);
  }

  async close(): Promise<void> {
    this.project.dispose();
    await this.simulator.close();
  }

  /** Kills an `up`, runs it again, lets a person settle what it asks, and returns what is wrong then. */
  async run({ operationId, when, elsewhere }: Kill): Promise<string[]> {
    const { project, simulator } = this;
    const problems: string[] = [];
    const check = (isRight: boolean, what: string) => isRight || problems.push(what);
    simulator.reset();
    fs.rmSync(path.join(project.stack.folder, "backend", ".pulumi"), { recursive: true, force: true });
    await this.colleague(undefined);
    if (operationId !== "createOrganization") {
      project.write(tenant, organizationOnly);
      const { code } = await project.run("up");
      check(code === 0, "the organization was not created");
      await this.colleague(this.slugOfOurs());
    }
    const foreign = this.everything();
    project.write(tenant, whole);
    simulator.faults.add({ kind: "stall", when, operationId });
    await project.killed("up", () => simulator.journal.some(({ fault }) => fault === "stall"));
    // What a state that was cut off has lost, only the journal knows.
    const isWhole = repairStates(project.stack.folder).length === 0;
    const notes = project.stack.env["XDG_STATE_HOME"] ?? "";
    if (elsewhere && isWhole) fs.rmSync(path.join(notes, "pulumi-lumenone"), { recursive: true, force: true });

    let again = await project.run("up");
    // Resources are asked for as the engine comes to them.
    for (let round = 0; again.tenants[0]?.status === "held" && round < 5; round++) {
      again = await this.settle(again.tenants[0], foreign);
    }
    check(again.code === 0, `up ended with ${again.code}: ${again.tenants[0]?.problem} ${again.stderr}`);
    const state = fs.readFileSync(path.join(project.stack.folder, "backend/.pulumi/stacks/fleet/acme.json"), "utf8");
    check(state.includes(typeOf("Organization")), "the state has no resource of this host");
    const kept = this.everything();
    for (const [key, object] of foreign) check(kept.get(key) === object, `${key} of a colleague has changed`);
    for (const kind of Object.values(creations)) {
      const ours = [...kept].filter(([key]) => key.startsWith(`${kind} `) && !foreign.has(key));
      const wanted = kind === "organizations" && operationId !== "createOrganization" ? 0 : 1;
      check(ours.length === wanted, `${ours.length} ${kind} instead of ${wanted}`);
    }
    const preview = await project.run("preview", "--expect-no-changes");
    check(preview.code === 0, `the preview ended with ${preview.code}: ${preview.tenants[0]?.problem ?? ""}`);
    return problems;
  }

  /** Runs the commands that the message offers: a person knows what is a colleague's. */
  private async settle(held: ReportedTenant, foreign: Map<string, string>) {
    const [, leave = ""] = [...(held.remedy ?? "").matchAll(/`pulumi-lumenone (.*?)`/g)].map(([, words = ""]) => words);
    const ids = [...leave.matchAll(/--not-ours (\S+)/g)].map(([, id = ""]) => id);
    const ours = new Set(
      [...this.everything()].flatMap(([key, object]) => (foreign.has(key) ? [] : this.idOf(key, object))),
    );
    return await this.project.run("up", ...ids.flatMap((id) => [ours.has(id) ? "--ours" : "--not-ours", id]));
  }

  /** The id that the provider gives an object of the simulator's. */
  private idOf(key: string, text: string): string {
    const { slug, folder, name, id } = JSON.parse(text) as Record<string, unknown>;
    const kind = key.slice(0, key.indexOf(" ")) as keyof typeof kindOf;
    if (kind === "organizations" || kind === "workspaces") return `${kindOf[kind]}:${String(slug)}`;
    const own = kind === "folders" ? name : kind === "documents" ? `${String(folder)}/${String(name)}` : id;
    return `${kindOf[kind]}:${this.slugOfOurs()}/${String(own)}`;
  }

  /** Slug of the organization that was created last. */
  private slugOfOurs(): string {
    return this.simulator.snapshot().organizations.at(-1)?.slug ?? "";
  }

  /** Every object that can be confused, by its kind and number. */
  private everything(): Map<string, string> {
    const snapshot = this.simulator.snapshot();
    return new Map(
      Object.values(creations).flatMap((kind) =>
        snapshot[kind].map((object): [string, string] => [`${kind} ${object.id}`, JSON.stringify(object)]),
      ),
    );
  }

  /** A colleague makes by hand what looks like ours: an organization, or what may repeat inside of one. */
  private async colleague(orgSlug: string | undefined): Promise<void> {
    const { url: baseUrl, apiKey, accountId } = this.simulator;
    const client = createClient({ apiKey, baseUrl, accountId });
    if (orgSlug === undefined) {
      await client.createOrganization({}, { name: "Acme" });
      await client.createOrganizationTool({ orgSlug: "acme" }, { name: "crm", type: "function" });
      await client.createFolder({ orgSlug: "acme" }, { name: "manuals" });
    }
    const org = orgSlug ?? "acme";
    await client.createWorkspace({ orgSlug: org }, { name: "support" });
    await client.createNumberRequest({ orgSlug: org }, { country: "US", number_type: "local" });
    const file = path.join(this.project.folder, "docs/handbook.md");
    await client.uploadDocument({ orgSlug: org }, { file });
  }
}
